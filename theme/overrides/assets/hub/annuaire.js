// The directory, filtered as one types: by words, theme, public and college. What is chosen stands in the
// address, so that it can be sent and found again. Without this script the whole list is read by letter.

const form = document.querySelector(".tri");
const cards = [...document.querySelectorAll(".tri-groupe .carte")];
const groups = [...document.querySelectorAll(".tri-groupe")];
const beside = document.querySelectorAll(".lettres, .tri-hors");
const count = document.querySelector(".compte");
const nothing = document.querySelector(".tri-rien");
const elsewhere = nothing.querySelector("[href*='recherche']");
const everything = count.innerHTML;

// As `fold` of hub/model/names.py: no accents, ligatures, case or punctuation.
const fold = (text) => text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
  .normalize("NFKD").replace(/\p{M}|['’]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const chosen = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()])
  .filter(([, value]) => value));

// What is looked through: the name and the themes that a card shows, its publics and its college in the words of
// the lists, and its other names.
const called = (name, values) => [...form.elements.namedItem(name)?.options ?? []]
  .filter(({ value }) => value && values.split(" ").includes(value))
  .map(({ text }) => text.replace(/ \(\d+\)$/, ""));
const words = new Map(cards.map((card) => [card, fold([
  ...[...card.querySelectorAll(".carte-titre, .etiquette")].map((part) => part.textContent),
  ...called("public", card.dataset.public), ...called("college", card.dataset.college), card.dataset.mots ?? "",
].join(" "))]));

const suits = (card, { q, ...lists }) =>
  fold(q ?? "").split(" ").every((word) => words.get(card).includes(word))
  && Object.entries(lists).every(([name, value]) => {
    const values = card.dataset[name].split(" ");
    return values.includes(value) || (name === "public" && values.includes("tous")); // what is for all is for each
  });

const show = () => {
  const wanted = chosen();
  const filtered = Object.keys(wanted).length > 0;
  let left = 0;
  for (const card of cards) {
    card.hidden = !suits(card, wanted);
    left += card.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector(".carte:not([hidden])");
  for (const part of beside) part.hidden = filtered;
  nothing.hidden = left > 0;
  elsewhere.href = `${elsewhere.pathname}${wanted.q ? `?q=${encodeURIComponent(wanted.q)}` : ""}`;
  if (filtered) count.textContent = `${left}\u00A0association${left > 1 ? "s" : ""} sur ${cards.length}.`;
  else count.innerHTML = everything;
};

const keep = () => {
  const query = new URLSearchParams(chosen()).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
};

// What the address says: « ?q=yoga&theme=sport », or « #theme-sport » on a link from an association.
const restore = () => {
  const asked = new URLSearchParams(location.search);
  if (location.hash.startsWith("#theme-")) asked.set("theme", location.hash.slice("#theme-".length));
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
};

form.hidden = false;
restore();
show();
form.addEventListener("input", () => { show(); keep(); });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { show(); keep(); form.elements.q.focus(); }));
addEventListener("hashchange", () => { restore(); show(); });
