// The page of results: by kind, by year, with excerpts. What is asked stands in the address.

import { find, grouped, open, proposed } from "./engine.js";
import { UNAVAILABLE, count, described, element, listed } from "./show.js";

const PAUSE = 200; // milliseconds without a letter before looking
const OF_EACH = 4; // results of a kind, where several kinds are shown
const AT_ONCE = 20; // results of a kind, where it is alone

export function start(root) {
  const form = root.querySelector("form");
  const { q: field, annee: years } = form.elements;
  const kinds = form.querySelector(".genres");
  const [status, list, nothing] = ["[role=status]", ".resultats", ".sans-resultat"].map((one) => root.querySelector(one));
  const title = document.title;
  let turn = 0;
  let waiting;
  let limit = AT_ONCE;

  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? field.value; // letters may have been typed while this came
  let wanted = { genre: asked.get("genre") ?? "", annee: asked.get("annee") ?? "" };

  async function look() {
    clearTimeout(waiting);
    turn += 1;
    const mine = turn;
    const query = field.value.trim();
    remember(query);
    if (!query) {
      show([], "");
      kinds.hidden = nothing.hidden = true;
      return;
    }
    if (!list.childElementCount) status.textContent = "Recherche en cours…";
    try {
      const index = await open();
      offer(index.years);
      const { pages, unknown } = await find(index, query, wanted.annee);
      const better = await proposed(index, query, unknown);
      const groups = grouped(pages);
      if (!groups.some(([kind]) => kind === wanted.genre)) wanted.genre = "";
      const kept = wanted.genre ? groups.filter(([kind]) => kind === wanted.genre) : groups;
      const most = wanted.genre ? limit : OF_EACH;
      const known = await described(kept.flatMap(([, some]) => some.slice(0, most)));
      if (mine !== turn) return; // other letters came meanwhile
      choose(groups, pages.length);
      nothing.hidden = pages.length > 0;
      const sections = kept.map(([kind, some]) => section(kind, some, most, known));
      show(sections, said(pages, kept.flatMap(([, some]) => some), query, wanted.annee), better);
    } catch {
      if (mine === turn) show([], UNAVAILABLE);
    }
  }

  function show(sections, words, better = "") {
    list.replaceChildren(...sections);
    const link = element("a", { href: `?${state(better)}` }, better);
    status.replaceChildren(words, ...(better ? [" Vouliez-vous dire «\u00A0", link, "\u00A0»\u00A0?"] : []));
  }

  function state(query) {
    return new URLSearchParams(Object.entries({ q: query, ...wanted }).filter(([, value]) => value));
  }

  /** Keep what is asked in the address and in the title, so that it can be sent and come back to. */
  function remember(query) {
    const now = state(query);
    history.replaceState(null, "", now.size ? `?${now}` : location.pathname);
    document.title = query ? `«\u00A0${query}\u00A0» – ${title}` : title;
  }

  function offer(known) {
    if (years.options.length > 1) return;
    years.append(...known.map((year) => new Option(year, year)));
    years.value = wanted.annee;
    wanted.annee = years.value; // '' where nobody knows that year
  }

  function choose(groups, total) {
    const choices = [["", "Tout", total], ...groups.map(([kind, pages]) => [kind, kind, pages.length])];
    const held = kinds.contains(document.activeElement);
    kinds.replaceChildren(kinds.querySelector("legend"), ...choices.map(([value, name, number]) => {
      const radio = element("input", { type: "radio", name: "genre", value });
      radio.checked = value === wanted.genre;
      return element("label", { class: "genre" }, radio, element("span", {}, `${name} (${number})`));
    }));
    kinds.hidden = groups.length === 0;
    if (held) kinds.querySelector("input:checked").focus();
  }

  function section(kind, pages, most, known) {
    const some = listed(pages.slice(0, most), known);
    const name = element("h2", {}, kind, " ", element("span", { class: "compte" }, `(${pages.length})`));
    const made = element("section", {}, name, element("ol", { class: "cartes cartes-larges" }, ...some.map(card)));
    if (pages.length > most) made.append(more(kind, pages.length - most));
    return made;
  }

  function more(kind, left) {
    const button = element("button", { type: "button", class: "bouton bouton-clair" });
    button.textContent = wanted.genre ? "Afficher la suite" : `${left} de plus\u00A0: ${kind}`;
    button.addEventListener("click", async () => {
      const known = wanted.genre ? limit : 0;
      if (wanted.genre) limit += AT_ONCE;
      wanted.genre = kind;
      await look();
      list.querySelectorAll("h3 a")[known]?.focus();
    });
    return element("p", { class: "boutons" }, button);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener("input", ({ target }) => {
    limit = AT_ONCE;
    if (target === field) {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
      return;
    }
    wanted = { genre: form.elements.genre?.value ?? wanted.genre, annee: years.value };
    look();
  });
  const ready = () => open().then((index) => offer(index.years), () => {});
  if (form.contains(document.activeElement)) ready();
  else field.addEventListener("focus", ready, { once: true });
  if (field.value) look();
}

function card({ url, title, when, fact, excerpt }) {
  const facts = [[when], fact].filter(([first]) => first);
  return element("li", { class: "carte" },
    element("h3", { class: "carte-titre" }, element("a", { href: url }, title)),
    ...facts.map((one) => element("p", { class: "carte-quand" }, ...one)),
    element("p", {}, ...excerpt));
}

/** How many results there are, and whether they hold a part of the words only: `kept`, those of the kind, of all `pages`. */
function said(pages, kept, query, year) {
  if (!pages.length) return `Aucun résultat pour «\u00A0${query}\u00A0».`;
  const number = kept.length;
  if (!pages.some(({ whole }) => whole)) {
    const those = number > 1 ? `${number}\u00A0pages qui en contiennent` : "une page qui en contient";
    return `Aucune page${year && ` de ${year}`} ne contient tous ces mots\u00A0; voici ${those} une partie.`;
  }
  const partly = kept.filter(({ whole }) => !whole).length;
  const words = `${count(number)} pour «\u00A0${query}\u00A0»`;
  if (partly === number) return `${words}, avec une partie des mots seulement.`;
  return partly ? `${words}, dont ${partly} avec une partie des mots seulement.` : `${words}.`;
}
