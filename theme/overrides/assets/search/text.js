// What people type -> the words to look for; what the index holds -> what people read.

const EMPTY = new Set(
  ("a ai au aux avec avoir c ce ces cet cette d dans de des du elle elles en es est et etre eux faire fait faut il ils "
  + "j je l la le les leur leurs lui m ma me mes moi mon n ne nos notre nous on ont ou par pas peut peux plus pour "
  + "puis qu que quel quelle quelles quels qui quoi s sa se ses si son sont suis sur t ta te tes toi ton tous tout "
  + "toute toutes tu un une va vais vos votre vous y").split(" "),
);
const MOST = 6; // each word left out is a search of its own: see engine.js

const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

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
  const telling = all.filter((word) => !EMPTY.has(bare(word)));
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

/** An excerpt as [text, whether it answers the query] pairs: no HTML is left in it. */
export function pieces(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).flatMap((part, index) => {
    const text = shown(part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
    if (index % 2 === 0) return [[text, false]];
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    return [[before, false], [word, true], [after, false]];
  }).filter(([text]) => text);
}
