// A directory that stands in the page: its cards are hidden or shown.

import { offers, parted } from "./activities.js";
import { asked, fold, label, suiting } from "./words.js";

const form = document.querySelector(".tri");
const cards = [...document.querySelectorAll(".tri-groupe .carte")];
const groups = [...document.querySelectorAll(".tri-groupe")];
const beside = document.querySelectorAll(".lettres, .tri-hors");

// What is looked through: the name and the themes that a card shows, its publics and its college in the words of
// the lists, and its other names.
const called = (name, values) => [...form.elements.namedItem(name)?.options ?? []]
  .filter(({ value }) => value && values.split(" ").includes(value)).map((option) => fold(label(option)));
const said = new Map(cards.map((card) => [card, [
  fold([...card.querySelectorAll(".carte-titre, .etiquette")].map((part) => part.textContent).join(" ")),
  ...called("public", card.dataset.public), ...called("college", card.dataset.college), card.dataset.mots ?? "",
].join(" ")]));

const suits = (card, words, own, lists) =>
  words.every((word) => said.get(card).includes(word))
  && offers(card.dataset.activites ?? "", own)
  && lists.every(([name, value]) => {
    const values = card.dataset[name].split(" ");
    return suiting(name, value).some((one) => values.includes(one));
  });

// Show what is wanted, and tell how many there are.
export const found = ({ q, ...lists }, filtered, tell) => {
  const [own, others] = parted(lists);
  const [wordsAsked, chosen] = [asked(q), Object.entries(others)];
  let left = 0;
  for (const card of cards) {
    card.hidden = !suits(card, wordsAsked, own, chosen);
    left += card.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector(".carte:not([hidden])");
  for (const part of beside) part.hidden = filtered;
  tell({ left, total: cards.length });
};
