// The dates, narrowed by boxes: what is ticked stands in the address, so that it can be sent and found again.
// A date is shown that has, of each question, one of the answers ticked. Without this script every date is read.

import { keep, restore } from "./adresse.js";

const form = document.querySelector(".tri-dates");
const count = form.querySelector(".compte");
const rows = [...document.querySelectorAll(".passage")];
const signs = (row) => (row.dataset.que ?? "").split(" ");
const questions = [...form.querySelectorAll("fieldset")];
const ticked = () =>
  questions
    .map((question) => [...question.querySelectorAll(":checked")].map((box) => box.value))
    .filter((answers) => answers.length);

const show = () => {
  const wanted = ticked();
  for (const row of rows)
    row.hidden = !wanted.every((answers) => answers.some((one) => signs(row).includes(one)));
  for (const whole of document.querySelectorAll(".jour, .agenda-dates > section:has(.passage)"))
    whole.hidden = !whole.querySelector(".passage:not([hidden])");
  for (const link of document.querySelectorAll('.filtres a[href^="#"]'))
    link.parentElement.hidden = document.getElementById(link.hash.slice(1))?.closest("section").hidden ?? false;
  const left = rows.filter((row) => !row.hidden).length;
  count.textContent = wanted.length ? `${left} date${left > 1 ? "s" : ""} sur ${rows.length}.` : "";
};

restore(form);
form.querySelector("details").open = ticked().length > 0;
show();
form.addEventListener("input", () => { keep(form); show(); });
