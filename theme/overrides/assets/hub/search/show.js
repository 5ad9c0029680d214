// Results as elements. Whatever comes from the index is put in as text, never as HTML.

import { excerpted } from "./excerpt.js";
import { pieces, shown } from "./text.js";

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What there is to show of each of `pages`, by page. One that fails does not lose the others; throws where all fail. */
export async function described(pages) {
  const all = await Promise.allSettled(pages.map(one));
  if (all.length && all.every(({ reason }) => reason)) throw all[0].reason;
  return new Map(pages.flatMap((page, place) => (all[place].value ? [[page, all[place].value]] : [])));
}

/** What is `known` of each of `pages`, without those that failed. */
export const listed = (pages, known) => pages.flatMap((page) => known.get(page) ?? []);

/** Of a page: its address, its title, when it takes place unless its title tells; a fact and an excerpt as elements. */
async function one(page) {
  const data = await page.data();
  const [title, date] = [shown(data.meta.title), shown(data.meta.quand ?? "")];
  const { excerpt, fact } = excerpted(data, `${title} ${date}`);
  return { url: data.url, title, when: title.includes(date) ? "" : date, fact: marked(fact), excerpt: marked(excerpt) };
}

const marked = (words) => pieces(words).map(([text, answers]) => (answers ? element("mark", {}, text) : text));

export const count = (number) => `${number}\u00A0résultat${number > 1 ? "s" : ""}`;

export const UNAVAILABLE = "La recherche n’a pas pu se charger. Le plan du site et l’annuaire mènent à toutes les pages.";
