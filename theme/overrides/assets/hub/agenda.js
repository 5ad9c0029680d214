// The dates, narrowed by boxes: what is ticked stands in the address, so that it can be sent and found again.
// Several boxes ticked show what has all of them. Without this script every date is read.

import { keep, restore } from "./adresse.js";

const form = document.querySelector(".tri-dates");
const count = form.querySelector(".compte");
const rows = [...document.querySelectorAll(".rendez-vous[data-que], .rendez-vous-liste > li")];
const signs = (row) => (row.dataset.que ?? "").split(" ");
const ticked = () => new FormData(form).getAll("que");

const show = () => {
  const wanted = ticked();
  for (const row of rows) row.hidden = !wanted.every((one) => signs(row).includes(one));
  for (const section of new Set(rows.map((row) => row.closest("section"))))
    section.hidden = !section.querySelector(".rendez-vous-liste > li:not([hidden])");
  for (const link of document.querySelectorAll('.filtres a[href^="#"]'))
    link.parentElement.hidden = document.getElementById(link.hash.slice(1))?.closest("section").hidden ?? false;
  const left = rows.filter((row) => !row.hidden).length;
  count.textContent = wanted.length ? `${left} date${left > 1 ? "s" : ""} sur ${rows.length}.` : "";
};

restore(form);
form.querySelector("details").open = ticked().length > 0;
form.hidden = false;
show();
form.addEventListener("input", () => { keep(form); show(); });
