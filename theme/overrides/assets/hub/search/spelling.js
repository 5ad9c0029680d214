// Words that are spelt as nobody spelt them: how to tell them, and which one was meant.

import { folded } from "./text.js";

const SHARED = 2 / 3; // of the letters of a word, from its first: what a page must hold of it

/** Whether what is `marked` in a page answers `word`: Pagefind marks « su » for « subvantion ». */
export function answers(word, marked) {
  const letters = folded(word);
  const start = letters.slice(0, Math.ceil(letters.length * SHARED));
  const parts = marked.split(/\s+/).map(folded).flatMap((one) => [one.replace(/[^\p{L}\p{N}]/gu, ""), ...one.split(/[^\p{L}\p{N}]+/u)]);
  return parts.some((part) => part.startsWith(start));
}

const SHORT = 6; // letters until which a word may differ by one of them, and by two beyond

/** The word of `vocabulary` that is nearest to `word`, the first among equals; none where all are far. */
export function nearest(word, vocabulary) {
  const letters = folded(word);
  let most = letters.length > SHORT ? 2 : 1;
  let found;
  for (const one of vocabulary) {
    const far = distance(letters, folded(one), most);
    if (far > most) continue;
    [found, most] = [one, far - 1];
    if (far <= 1) break; // nothing is nearer: `word` itself is not there
  }
  return found;
}

/** How many letters to add, take, change or swap with the next from one word to the other; above `most`, any number. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
