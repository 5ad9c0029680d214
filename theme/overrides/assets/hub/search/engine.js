// Pagefind, asked as people ask: with every word, with all but one, then with fewer until there is enough.

import { answers, nearest } from "./spelling.js";
import { empty, folded, words } from "./text.js";

const ENOUGH = 5; // pages, under which those with fewer words are looked for
const WITHOUT_ONE = 0.5; // what a page is worth without one of the words: a title may still say more than a long text
const LESSER = 0.6; // what a date that is over, a closed call, or a page about the site itself is worth
const WORTH_SHOWING = 0.3; // of the best page's worth, under which a page that lacks a word is left out
const RANKING = { metaWeights: { title: 5, noms: 5, mots: 2, quand: 1 } };

/** Load the index that stands beside the theme, once. Throws where it is missing or forbidden. */
let opened;
export function open(base = new URL("../../../../pagefind/", import.meta.url).pathname) {
  opened ??= load(base).catch((error) => {
    opened = undefined; // the network may be back at the next letter
    throw error;
  });
  return opened;
}

async function load(base) {
  const pagefind = await import(`${base}pagefind.js`);
  await pagefind.options({ basePath: base, noWorker: true, ranking: RANKING });
  const { genres, pages, lots = [] } = await (await fetch(`${base}pages.json`)).json();
  const known = new Map(Object.entries(pages).map(([id, [genre, lesser, ...years]]) => (
    [id, { kind: genres[genre], lesser: Boolean(lesser), years: years.map(String) }]
  )));
  await pagefind.init();
  // Its own folder by another name: Pagefind leaves out an index that stands where the first does.
  await Promise.all(lots.map((language) => pagefind.mergeIndex(`${base}./`, { language, ranking: RANKING })));
  const years = [...new Set([...known.values()].flatMap((one) => one.years))].sort().reverse();
  return { pagefind, known, years, bundles: 1 + lots.length, spelt: spelling(`${base}mots.json`) };
}

/** The vocabulary of the site, most frequent words first, asked for once. */
function spelling(address) {
  let all;
  return async () => {
    all ??= (await (await fetch(address)).json()).filter((word) => !empty(word));
    return all;
  };
}

/** What answers `query`: the `pages`, best first: [{ kind, whole, data }], `whole` where every word is there; and the
 *  words that are `unknown`, which are not looked for. */
export async function find({ pagefind, known, bundles }, query, year = "") {
  const found = new Map();
  const asked = words(query);
  const holding = (word) => bundlesHolding(pagefind, word, bundles);
  const held = new Map(await Promise.all(asked.map(async (word) => [word, await holding(word)])));
  const looked = asked.filter((word) => held.get(word).size);
  const unknown = asked.filter((word) => !held.get(word).size);
  for (let less = 0; less < looked.length; less += 1) {
    const results = await Promise.all(
      without(looked, less).map(async (some) => (await pagefind.search(some.join(" "))).results.filter(
        ({ id }) => some.every((word) => held.get(word).has(bundle(id))),
      )),
    );
    for (const { id, score, data } of results.flat()) {
      const { kind, lesser, years } = known.get(id);
      if (year && !years.includes(year)) continue;
      const worth = score * WITHOUT_ONE ** less * (lesser ? LESSER : 1);
      const before = found.get(id);
      if (!before) found.set(id, { kind, whole: less === 0 && !unknown.length, worth, data });
      else if (before.worth < worth) before.worth = worth;
    }
    if (less > 0 && found.size >= ENOUGH) break;
  }
  const pages = [...found.values()].sort((a, b) => b.worth - a.worth);
  const shown = pages.filter(({ whole, worth }, rank) => whole || rank < ENOUGH || worth > pages[0].worth * WORTH_SHOWING);
  return { pages: shown, unknown };
}

/** The bundle of the index that a result is from: the index of a large town is made in several. */
const bundle = (id) => id.slice(0, id.lastIndexOf("_"));

/** The bundles that hold `word`, one of its forms or what it begins. Where one does not, Pagefind 1.5.2 answers with
 *  ever fewer of its first letters, except to a word in quotes: what it marks then tells. */
async function bundlesHolding(pagefind, word, all) {
  const found = new Set((await pagefind.search(`"${word}"`)).results.map(({ id }) => bundle(id)));
  if (found.size === all) return found;
  const best = new Map(); // of each of the others
  for (const result of (await pagefind.search(word)).results) {
    const name = bundle(result.id);
    if (!found.has(name) && !best.has(name)) best.set(name, result);
  }
  const others = await Promise.all([...best].map(async ([name, one]) => (await marks(one, word)) && name));
  return new Set([...found, ...others.filter(Boolean)]);
}

/** Whether what a result marks answers `word`. */
async function marks(best, word) {
  const { content, meta } = await best.data();
  const all = content.split(/\s+/);
  const marked = [...best.words.map((place) => all[place]), ...(best.matchedMetaFields ?? []).map((name) => meta[name])];
  return answers(word, marked.join(" "));
}

/** `query` with the nearest known word in the place of each that is unknown; '' where none is near. */
export async function proposed({ spelt }, query, unknown) {
  if (!unknown.length) return "";
  const vocabulary = await spelt().catch(() => []);
  const misspelt = new Set(unknown.map(folded));
  const better = query.replace(/[\p{L}\p{N}]+/gu, (word) => (
    misspelt.has(folded(word)) ? nearest(word, vocabulary) ?? word : word
  ));
  return better === query ? "" : better;
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
