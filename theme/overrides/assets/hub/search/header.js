// The search field of every page: a few results as one types, all of them by the Enter key.

import { find, open, proposed, shortlist } from "./engine.js";
import { UNAVAILABLE, count, described, element, listed } from "./show.js";

const PAUSE = 150; // milliseconds without a letter before looking

export function start(form) {
  const field = form.querySelector("input");
  const status = element("p", { class: "visuellement-cache", role: "status" });
  const panel = element("div", { class: "volet", hidden: "" });
  form.append(status, panel);
  let turn = 0;
  let waiting;

  const close = () => { panel.hidden = true; };
  const reopen = () => { panel.hidden = !(panel.childElementCount && field.value.trim()); };

  async function look() {
    const query = field.value.trim();
    turn += 1;
    const mine = turn;
    if (!query) {
      close();
      status.textContent = "";
      return;
    }
    try {
      const index = await open();
      const { pages, unknown } = await find(index, query);
      const better = await proposed(index, query, unknown);
      const short = shortlist(pages);
      const known = await described(short.flatMap(([, some]) => some));
      if (mine !== turn || panel.contains(document.activeElement)) return; // other letters, or somebody reads
      const meant = better && `Vouliez-vous dire «\u00A0${better}\u00A0»\u00A0?`;
      const ways = [...(better ? [way(form, better, meant)] : []), all(form, query, pages.length)];
      panel.replaceChildren(...short.map(([kind, some]) => group(kind, listed(some, known))), ...ways);
      const number = pages.length ? `${count(pages.length)}. La flèche du bas y mène.` : "Aucun résultat.";
      status.textContent = [number, meant].filter(Boolean).join(" ");
    } catch {
      if (mine !== turn) return;
      panel.replaceChildren(element("p", { class: "volet-vide" }, UNAVAILABLE));
      status.textContent = UNAVAILABLE;
    }
    panel.hidden = !form.contains(document.activeElement);
  }

  function walk(event) {
    if (event.key === "ArrowDown" && event.target === field) reopen();
    const stops = [field, ...(panel.hidden ? [] : panel.querySelectorAll("a"))];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault(); // or the browser would empty the field
      close();
      field.focus();
    } else if (step && at >= 0 && stops.length > 1) {
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  form.addEventListener("keydown", walk);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) close();
  });
  document.addEventListener("click", ({ target }) => { if (!form.contains(target)) close(); });
  field.addEventListener("click", reopen);
  open().catch(() => {}); // said when something is typed
  if (field.value) look();
}

let groups = 0;

function group(kind, pages) {
  groups += 1;
  const name = element("p", { class: "volet-genre", id: `_volet-${groups}` }, kind);
  const list = element("ul", { "aria-labelledby": name.id }, ...pages.map(({ url, title, when }) => (
    element("li", {}, element("a", { href: url }, title, ...(when ? [element("span", { class: "volet-quand" }, when)] : [])))
  )));
  return element("div", {}, name, list);
}

/** The way to the page of results; where nothing was found, the way to other ways. */
function all(form, query, number) {
  return way(form, query, number ? `Voir les résultats (${number}) en détail` : "Aucun résultat : que faire ?");
}

function way(form, query, words) {
  const page = `${form.action}?q=${encodeURIComponent(query)}`;
  return element("p", { class: "volet-tout" }, element("a", { href: page }, words));
}
