// What is shown of a page: a phrase of it, where the words are, and the fact that tells why it is there.
// The text of a page is a row of blocks: hub/search/record.py says what begins each.

import { key, shown } from "./text.js";

const BEGINS = /^[\uE000-\uE003]/;
const [PHRASE, HEADING, FACT, ITEM] = "\uE000\uE001\uE002\uE003";
const LONGEST = { excerpt: 230, fact: 110 }; // in characters
const SHORT = 40; // characters under which a block is shown with those that follow
const LIST = 150; // characters until which a list goes on
const EARLY = 0.6; // of the longest: how far the word may be in a sentence that is shown from its beginning
const ENDS = /(?:[\p{L}\p{N})»]{2}|^)[.!?…]+»?$/u; // the last word of a sentence; « ? » may stand alone
const OPENS = /^[«(]*\p{Lu}|^«$/u; // the first word of the next one
const PAUSES = /[,;:]$/; // where a long sentence may be cut
const LEANS = /^(?:à|au|aux|avec|ce|ces|cette|chez|dans|de|des|du|en|et|la|le|les|leur|leurs|ne|ni|nos|notre|ou|où|par|pas|pour|que|qui|sa|sans|se|ses|si|son|sous|sur|un|une|vers|–|·|«)$/i;

/** The excerpt of a page and the fact beside it, as words { text, answers, key }; no fact where the excerpt, or
 *  what is `known` from the title and the date, holds the same words. */
export function excerpted({ content, locations }, known) {
  const all = blocks(content, new Set(locations));
  const said = new Set(known.split(/[\s’]+/).map(key));
  const start = best(all.filter(phrased), said) ?? all.find(({ kind }) => kind === PHRASE) ?? all[0];
  const excerpt = start ? cut(joined(all, start), LONGEST.excerpt) : [];
  for (const word of excerpt) if (word.answers) said.add(word.key);
  const fact = best(all.filter((block) => !phrased(block)), said);
  return { excerpt, fact: fact ? named(all, fact) : [] };
}

const phrased = ({ kind }) => kind === PHRASE || kind === HEADING;

function blocks(content, answering) {
  const all = [];
  content.split(/\s+/).forEach((written, place) => {
    const kind = written.match(BEGINS)?.[0];
    if (kind || !all.length) all.push({ kind: kind ?? PHRASE, words: [] });
    const text = shown(written.replace(BEGINS, ""));
    if (text) all.at(-1).words.push({ text, answers: answering.has(place) && !/[@/]/.test(text), key: key(text) });
  });
  for (const { kind, words } of all) {
    if (kind === HEADING && words.length) words.at(-1).text = words.at(-1).text.replace(/\.$/, ""); // Pagefind's own
  }
  return all.filter(({ words }) => words.length);
}

const size = (words) => words.reduce((total, { text }) => total + text.length + 1, 0);

/** How many of the words that answer are not `said` yet. */
const news = (words, said) => new Set(words.filter((one) => one.answers && !said.has(one.key)).map((one) => one.key)).size;

/** The block that says the most that is new; none where none does. A whole phrase is worth more than a name. */
function best(all, said) {
  const worth = ({ kind, words }) => 2 * news(words, said) + Number(kind === PHRASE && size(words) > SHORT);
  return all
    .filter(({ words }) => news(words, said))
    .reduce((first, next) => (first && worth(first) >= worth(next) ? first : next), undefined);
}

/** A fact after its name, an item after the title it stands under; of a long one, what answers. */
function named(all, { kind, words }) {
  if (kind === FACT) {
    const name = words.findIndex(({ text }) => text === ":") + 1;
    return [...words.slice(0, name), ...cut(words.slice(name), LONGEST.fact)];
  }
  const before = all.slice(0, all.findIndex((block) => block.words === words));
  const title = before.reverse().find((block) => block.kind === HEADING);
  const [first, ...others] = parted(words);
  const other = told(first) ? undefined : others.find(told);
  return [title?.words, first, other].filter(Boolean).flatMap((one, place) => (
    [...(place ? [{ text: "–" }] : []), ...cut(one, LONGEST.fact)]
  ));
}

const told = (words) => words.some(({ answers }) => answers);

function parted(words) {
  const parts = [[]];
  for (const word of words) {
    if (word.text === "·") parts.push([]);
    else parts.at(-1).push(word);
  }
  return parts;
}

/** The words of a block, and those that follow: all of a short list, what a heading or a short sentence opens. */
function joined(all, start) {
  const words = [...start.words];
  for (const { kind, words: more } of all.slice(all.indexOf(start) + 1)) {
    const opens = start.kind === HEADING || /[.!?…]$/.test(words.at(-1).text);
    const open = words.at(-1).text === ":" || (opens && size(words) <= SHORT);
    if (start.kind === PHRASE && kind !== PHRASE) break;
    if (!open && (kind === HEADING || size(words) + size(more) > LIST)) break;
    if (!/[.!?…:;,]$/.test(words.at(-1).text)) words.push({ text: "·" });
    words.push(...more);
  }
  return words;
}

function sentences(words) {
  const all = [[]];
  words.forEach((word, place) => {
    all.at(-1).push(word);
    if (ENDS.test(word.text) && OPENS.test(words[place + 1]?.text ?? "")) all.push([]);
  });
  return all;
}

/** Whole sentences around the words that answer, or a part of one sentence where it is too long. */
function cut(words, longest) {
  const all = sentences(words);
  const counts = all.map((sentence) => news(sentence, new Set()));
  const at = counts.indexOf(Math.max(...counts));
  const from = size(all.slice(0, at + 1).flat()) > longest ? at : 0;
  let to = at + 1;
  while (to < all.length && size(all.slice(from, to + 1).flat()) <= longest) to += 1;
  const kept = part(all.slice(from, to).flat(), longest);
  return kept.map((word, place) => (place === kept.length - 1 ? ending(word) : word)).filter(({ text }) => text);
}

/** A part of a long sentence, between two of its pauses where it can be; « … » where it is cut. */
function part(words, longest) {
  if (size(words) <= longest) return words;
  const place = Math.max(0, words.findIndex(({ answers }) => answers));
  let from = 0;
  if (size(words.slice(0, place)) > longest * EARLY) {
    from = place;
    while (from > 0 && size(words.slice(from - 1, place)) < longest / 2 && !PAUSES.test(words[from - 1].text)) from -= 1;
  }
  let to = words.length;
  while (to > from + 1 && size(words.slice(from, to)) > longest) to -= 1; // one word may be too long by itself
  if (to < words.length) while (to > place + 1 && LEANS.test(words[to - 1].text)) to -= 1;
  const kept = words.slice(from, to);
  if (to < words.length) kept.push(ending(kept.pop(), "…"));
  return from ? [{ text: "…" }, ...kept] : kept;
}

/** The last word, without the mark of a list. */
const ending = (word, mark = "") => ({ ...word, text: word.text.replace(/[,;:]+$/, "") + mark });
