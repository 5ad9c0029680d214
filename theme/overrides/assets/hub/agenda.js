// The dates, narrowed by boxes: what is ticked stands in the address, so that it can be sent and found again.
// A date is shown that has, of each question, one of the answers ticked. Without this script every date is read.

import { keep, restore } from "./adresse.js";

const form = document.querySelector(".tri-dates");
const fold = form.closest("details");
const rows = [...document.querySelectorAll(".passage")];
const signs = (row) => (row.dataset.que ?? "").split(" ");
const ticked = () =>
  [...form.querySelectorAll("fieldset")]
    .map((question) => [...question.querySelectorAll(":checked")].map((box) => box.value))
    .filter((answers) => answers.length);

const show = () => {
  const wanted = ticked();
  for (const row of rows)
    row.hidden = !wanted.every((answers) => answers.some((one) => signs(row).includes(one)));
  for (const list of document.querySelectorAll(".passages"))
    list.hidden = list.previousElementSibling.hidden = !list.querySelector(".passage:not([hidden])");
  for (const span of document.querySelectorAll(".agenda-dates > section:has(.passage)"))
    span.hidden = !span.querySelector(".passage:not([hidden])");
  for (const link of document.querySelectorAll('.trier a[href^="#"]'))
    link.hidden = document.getElementById(link.hash.slice(1))?.closest("section").hidden ?? false;
  const left = rows.filter((row) => !row.hidden).length;
  const number = wanted.flat().length;
  fold.querySelector(".trier-nombre").textContent = number ? ` (${number})` : "";
  document.querySelector(".tri-compte").textContent =
    number ? `${left} date${left > 1 ? "s" : ""} sur ${rows.length}.` : "";
};

// The boxes are no part of the page until they are asked for.
const fill = () => {
  const boxes = form.querySelector("template");
  if (!boxes) return;
  boxes.replaceWith(boxes.content);
  restore(form);
  show();
};

fold.addEventListener("toggle", fill);
if (fold.open || new URLSearchParams(location.search).has("que")) fill(); // it may be unfolded before this script comes
form.addEventListener("input", () => { keep(form); show(); });
