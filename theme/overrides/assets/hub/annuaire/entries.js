// A directory that stands in the page: its rows are hidden or shown.

import { offers, parted } from "./activities.js";
import { asked, fold, label, suiting } from "./words.js";

const form = document.querySelector(".tri");
const rows = [...document.querySelectorAll(".rangees > li")];
const beside = document.querySelectorAll(".lettres, .rangee-lettre, .tri-hors");

// What is looked through: the name and the words that a row shows, its publics and its college in the words of
// the lists, and its other names.
const called = (name, values) => [...form.elements.namedItem(name)?.options ?? []]
  .filter(({ value }) => value && values?.split(" ").includes(value)).map((option) => fold(label(option)));
const said = new Map(rows.map((row) => [row, [
  fold([...row.querySelectorAll(".rangee-nom, .rangee-faits")].map((part) => part.textContent).join(" ")),
  ...called("public", row.dataset.public), ...called("college", row.dataset.college), ...called("quartier", row.dataset.quartier), row.dataset.mots ?? "",
].join(" ")]));

const suits = (row, words, own, lists) =>
  words.every((word) => said.get(row).includes(word))
  && offers(row.dataset.activites ?? "", own)
  && lists.every(([name, value]) => {
    const values = (row.dataset[name] ?? "").split(" ");
    return suiting(name, value).some((one) => values.includes(one));
  });

// Show what is wanted, and tell how many there are.
export const found = ({ q, ...lists }, filtered, tell) => {
  const [own, others] = parted(lists);
  const [wordsAsked, chosen] = [asked(q), Object.entries(others)];
  for (const row of rows) row.hidden = !suits(row, wordsAsked, own, chosen);
  for (const part of beside) part.hidden = filtered;
  tell({ left: rows.filter((row) => !row.hidden).length, total: rows.length });
};
