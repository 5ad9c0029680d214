// The words of people and those of the directory, compared.

// As `fold` of hub/model/names.py: no accents, ligatures, case or punctuation.
export const fold = (text) => text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
  .normalize("NFKD").replace(/\p{M}|['’]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// As `slug` there: the key that a name gives.
export const slug = (name) => fold(name.replace(/['’_\-·]/g, " ")).replaceAll(" ", "-");

const SMALL = new Set("a au aux avec chez d dans de des du en et l la le les ou par pour sur un une".split(" "));

// The words that something must have: « danse pour enfants » asks for two. Small ones count when there are no others.
export const asked = (text) => {
  const words = fold(text ?? "").split(" ").filter(Boolean);
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length ? telling : words;
};

// The words of a choice in one of the lists, without how many associations it has.
export const label = (option) => option.text.replace(/ \([\d\s]+\)$/, "");

// The choices that suit a value that was chosen: what is for all is for each.
export const suiting = (name, value) => (name === "public" ? [value, "tous"] : [value]);
