// The directory, filtered as one types: by words, theme, public and college, by what one does there. What is
// chosen stands in the address, so that it can be sent and found again. What is looked through is in the page, or
// in the index of a directory too long for one. Without this script a style sheet narrows it, or it is read by letter.
// The activities, which are read by day and by age, are filtered by the same form.

import { keep, restore } from "./adresse.js";
import { parted } from "./annuaire/activities.js";

const form = document.querySelector(".tri");
const count = document.querySelector(".compte");
const nothing = document.querySelector(".tri-rien");
const elsewhere = document.querySelectorAll(".tri-rien a[href*='recherche'], .trouvees-ailleurs a");
const everything = count.innerHTML;

const what = form.dataset.compte ?? "association";
const beyond = document.querySelector(".tri-activites a"); // leads from associations to what one does there
const home = beyond?.href;

const LOOKING = { activité: "./annuaire/rows.js", association: "./annuaire/entries.js" };
const { found } = await import(form.dataset.fichiers ? "./annuaire/results.js" : LOOKING[what]);

const chosen = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()])
  .filter(([, value]) => value));

// What is chosen of the lists, as they say it, without how many there are.
const lists = () => [...form.querySelectorAll("option:checked:not([value=''])")]
  .map(({ text }) => text.replace(/ \(\d+\)$/, "")).join(", ");

// What is found of what is chosen, and in how many words: { left, total }, or { saying } while it is not known.
const tell = ({ left, total, saying }) => {
  nothing.hidden = saying !== undefined || left > 0;
  const of = lists();
  count.textContent = saying ?? `${left.toLocaleString("fr")}\u00A0${what}${left > 1 ? "s" : ""} sur ${total.toLocaleString("fr")}${of && `\u00A0: ${of}`}.`;
};

// To the same day, age and places among the activities; where they are too many for a page, to the list of the day.
const lead = (wanted) => {
  const [own] = parted(wanted);
  const asked = new URLSearchParams(own).toString();
  if (form.dataset.fichiers) beyond.href = own.jour ? `${home}${own.jour}/` : home;
  else beyond.href = asked ? `${home}?${asked}` : home;
};

const show = () => {
  const wanted = chosen();
  const filtered = Object.keys(wanted).length > 0;
  for (const link of elsewhere) link.href = `${link.pathname}${wanted.q ? `?q=${encodeURIComponent(wanted.q)}` : ""}`;
  form.parentElement.classList.toggle("annuaire-trie", filtered);
  found(wanted, filtered, filtered ? tell : () => {});
  if (beyond) lead(wanted);
  if (!filtered) {
    nothing.hidden = true;
    count.innerHTML = everything;
  }
};

// What the address says: « ?q=yoga&theme=sport », or « #theme-sport » on a link from a tile or an association, which
// is no part of it any more once something is chosen.
const named = () => /^#(theme|public|quartier)-(.+)$/.exec(location.hash) ?? [];
const read = () => {
  const asked = new URLSearchParams(location.search);
  const [, list, chosenThere] = named();
  if (list) asked.set(list, chosenThere);
  restore(form, asked);
  for (const folded of form.querySelectorAll("details"))
    folded.open ||= [...folded.querySelectorAll("[name]")].some((field) => asked.get(field.name));
};
const write = (state = null) => keep(form, { state, hash: "" });

// To what is found, from a tile above the form or from its button.
const go = () => count.scrollIntoView({ block: "start" });

read();
if (!location.hash) write(history.state); // what was typed before this script came, too
show();
form.addEventListener("input", () => { write(); show(); });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  form.elements.q.blur(); // the keyboard of a phone leaves the room to what is found
  go();
});
form.addEventListener("reset", () => setTimeout(() => { write(); show(); form.elements.q.focus(); }));
addEventListener("hashchange", () => {
  read();
  show();
  if (named().length) go();
});
if (named().length) go();
form.dataset.prete = "oui"; // it has had its place from the first moment: the style sheet gives it
