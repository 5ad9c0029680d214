// Pagefind, asked as people ask: every word first, then all but one, then fewer, until there is enough.

import { words } from "./text.js";

const ENOUGH = 5; // pages with every word, above which no other is looked for
const RANKING = { metaWeights: { title: 5, noms: 5, mots: 1, quand: 1 } };

/** Load the index that stands beside the theme, once. Throws where it is missing or forbidden. */
let opened;
export function open(base = new URL("../../pagefind/", import.meta.url).pathname) {
  opened ??= load(base).catch((error) => {
    opened = undefined; // the network may be back at the next letter
    throw error;
  });
  return opened;
}

async function load(base) {
  const pagefind = await import(`${base}pagefind.js`);
  await pagefind.options({ basePath: base, noWorker: true, excerptLength: 24, ranking: RANKING });
  const { genre = {}, annee = {} } = await pagefind.filters();
  const kinds = new Map();
  await Promise.all(Object.keys(genre).map(async (kind) => {
    const { results } = await pagefind.search(null, { filters: { genre: kind } });
    for (const { id } of results) kinds.set(id, kind);
  }));
  return { pagefind, kinds, years: Object.keys(annee).sort().reverse() };
}

/** The pages that answer `query`, best first: [{ kind, whole, data }], `whole` where every word is there. */
export async function find({ pagefind, kinds }, query, year = "") {
  const found = new Map();
  const options = { filters: year ? { annee: year } : {} };
  const looked = words(query);
  for (let less = 0; less < Math.max(1, looked.length); less += 1) {
    const answers = await Promise.all(
      without(looked, less).map((some) => pagefind.search(some.join(" "), options)),
    );
    const pages = answers.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
    for (const { id, data } of pages) {
      if (!found.has(id)) found.set(id, { kind: kinds.get(id), whole: less === 0, data });
    }
    if (found.size >= ENOUGH) break;
  }
  return [...found.values()];
}

/** Every way of leaving `less` words out of `all`. */
function without(all, less) {
  if (less === 0) return [all];
  return all.flatMap((_, index) => without(all.slice(index + 1), less - 1).map((rest) => [...all.slice(0, index), ...rest]));
}

/** The pages by kind: [[kind, pages]], the kind of the best page first. */
export function grouped(pages) {
  const groups = new Map();
  for (const page of pages) {
    if (!groups.has(page.kind)) groups.set(page.kind, []);
    groups.get(page.kind).push(page);
  }
  return [...groups];
}

const SHORT = 8;

/** The few pages that the header shows, by kind. */
export function shortlist(pages) {
  return grouped(pages.slice(0, SHORT));
}
