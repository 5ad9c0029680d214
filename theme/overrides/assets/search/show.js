// Results as elements. Whatever comes from the index is put in as text, never as HTML.

import { pieces, shown } from "./text.js";

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What there is to show of a page: its address, its title, when it takes place, and an excerpt as elements. */
export async function described(page) {
  const { url, meta, excerpt } = await page.data();
  const marked = pieces(excerpt).map(([text, answers]) => (answers ? element("mark", {}, text) : text));
  return { url, title: shown(meta.title), when: shown(meta.quand ?? ""), excerpt: marked };
}

export const count = (number) => `${number} résultat${number > 1 ? "s" : ""}`;

export const UNAVAILABLE = "La recherche n’a pas pu se charger. Le plan du site et l’annuaire mènent à toutes les pages.";
