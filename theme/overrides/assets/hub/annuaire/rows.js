// The activities that stand in the page, by day: they are hidden or shown.

import { offers, parted } from "./activities.js";
import { asked, fold } from "./words.js";

const UNDER_NO_DAY = ["presque-chaque-jour", "stages"]; // told once, whatever the days on which they are

const groups = [...document.querySelectorAll(".tri-groupe")];
const beside = document.querySelectorAll(".semaine");
const rows = groups.flatMap((group) => [...group.querySelectorAll(".creneau")].map((row) => ({
  row, day: group.querySelector("h2").id, code: row.dataset.activite, said: `${fold(row.textContent)} ${row.dataset.mots}`,
  key: row.querySelector("a").getAttribute("href"),
})));

// Show what is wanted, and tell how many there are: what takes place on two days is shown twice, and counts once.
export const found = ({ q, ...wanted }, filtered, tell) => {
  const [words, [own]] = [asked(q), parted(wanted)];
  const left = new Set();
  for (const { row, day, code, said, key } of rows) {
    const shown = words.every((word) => said.includes(word)) && offers(code, own) && (!own.jour || [own.jour, ...UNDER_NO_DAY].includes(day));
    row.hidden = !shown;
    if (shown) left.add(key);
  }
  for (const group of groups) group.hidden = !group.querySelector(".creneau:not([hidden])");
  for (const part of beside) part.hidden = filtered;
  tell({ left: left.size, total: new Set(rows.map(({ key }) => key)).size });
};
