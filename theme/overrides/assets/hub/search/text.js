// What people type -> the words to look for; what the index holds -> what people read.

const EMPTY = new Set(
  ("a ai au aux avec avoir c ce ces cet cette d dans de des du elle elles en es est et etre eux faire fait faut il ils "
  + "j je l la le les leur leurs lui m ma me mes moi mon n ne nos notre nous on ont ou par pas peut peux plus pour "
  + "puis qu que quel quelle quelles quels qui quoi s sa se ses si son sont suis sur t ta te tes toi ton tous tout "
  + "toute toutes tu un une va vais vos votre vous y").split(" "),
);
const MOST = 6; // each word left out is a search of its own: see engine.js

const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a word says nothing by itself. */
export const empty = (word) => EMPTY.has(bare(word));

/** A word as it is compared with others: without accents, ligatures nor capitals. */
export const folded = (word) => bare(word).toLocaleLowerCase("fr").replace(/œ/g, "oe").replace(/æ/g, "ae");

/** The words to look for, in order: no ligature, elision, inclusive ending, nor word that says nothing. */
export function words(query) {
  const spelt = query
    .slice(0, 200)
    .normalize("NFC")
    .toLocaleLowerCase("fr")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[·•]\p{L}+|\((?:e|s|es|ne|nes|le|les)\)|\.(?:e|s|es)(?!\p{L})/gu, "");
  const all = [...new Set(spelt.split(/[^\p{L}\p{N}]+/u).filter(Boolean))];
  const telling = all.filter((word) => !empty(word));
  return (telling.length ? telling : all).slice(0, MOST);
}

const LIGATURES = { o: "œ", O: "Œ", a: "æ", A: "Æ" };

/** The text of a record as its page spells it: hub/search/record.py says why it is spelt otherwise. */
export function shown(text) {
  return text
    .replace(/([oOaA])\u0361e/g, (_, vowel) => LIGATURES[vowel])
    .replaceAll("'", "’")
    .replaceAll("\u00AD", "·");
}

const ROOT = 6; // letters

/** What the forms of a word have in common: its first letters, without accents, elision, nor plural. */
export function key(word) {
  const alone = folded(word.replace(/^.*’(?=.)|·.*$/g, ""));
  return alone.replace(/[^\p{L}\p{N}]/gu, "").replace(/(.{3})(?:es|[esx])$/, "$1").slice(0, ROOT);
}

const ELIDED = /^([^\p{L}\p{N}]*(?:(?:[cdjlmnst]|(?:jus|lors|puis)?qu)’)?)(.*?)([^\p{L}\p{N}]*)$/isu;

/** Words { text, answers } as [text, whether it answers the query] pairs, in French spacing. */
export function pieces(words) {
  const pairs = [];
  const add = (text, answers) => {
    if (!answers && pairs.length && !pairs.at(-1)[1]) pairs.at(-1)[0] += text;
    else if (text) pairs.push([text, answers]);
  };
  words.forEach(({ text, answers }, place) => {
    const [, before, word, after] = answers ? text.match(ELIDED) : [, text, "", ""];
    add((place ? " " : "") + (place ? before : capital(before)), false);
    add(place || before ? word : capital(word), true);
    add(after, false);
  });
  return pairs.map(([text, answers]) => [spaced(text), answers]);
}

const capital = (text) => text.slice(0, 1).toLocaleUpperCase("fr") + text.slice(1);

/** Pagefind makes every space the same: those that hold words together come back. */
const spaced = (text) => text
  .replace(/ (?=[:;!?»])/g, "\u00A0")
  .replace(/« /g, "«\u00A0")
  .replace(/(n°|\d) (?=\d)/gi, "$1\u00A0")
  .replace(/(\d(?:er|e)?) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|jour|euro|an|heure|minute|personne|place|siège|association|réunion|km|m)s?(?!\p{L}))/gu, "$1\u00A0")
  .replace(/(\d) h( (?=\d))?/g, (_, hour, minutes) => `${hour}\u00A0h${minutes ? "\u00A0" : ""}`);
