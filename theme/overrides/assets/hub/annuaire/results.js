// What is found in a directory too long for one page: a few at a time, the rest when it is asked for.

import { address, known, read, search, themes } from "./index.js";

const SHOWN = 60; // results at a time

const entrance = document.querySelector(".entrees");
const results = document.querySelector(".trouvees");
const list = results.querySelector(".rangees");
const more = results.querySelector(".trouvees-plus");

const READING = { saying: "Lecture de l’annuaire…" };
const FAILED = { saying: "L’annuaire n’a pas pu être lu : réessayez, ou choisissez une lettre ou un thème." };

let wanted = {};
let told = () => {};
let reading; // the promise of the index
let whole = false;
let suitable = [];
let shown = history.state?.shown ?? SHOWN;
let down = location.search ? history.state?.y : 0; // where one was, who comes back

const filtered = () => Object.keys(wanted).length > 0;

const element = (name, kind, ...children) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
};

const row = (one) => {
  const link = element("a", "", element("strong", "", one.name));
  link.href = address(one);
  const marks = themes(one).map((words) => element("span", "etiquette", words));
  if (one.state) marks.push(element("span", "etiquette etiquette-calme", one.state));
  const title = element("h3", "rangee-nom", link);
  const what = marks.length ? [element("p", "etiquettes", ...marks)] : [];
  return element("li", "rangee rangee-nue", title, ...what);
};

const draw = () => {
  if (!filtered()) return;
  suitable = search(wanted);
  list.replaceChildren(...suitable.slice(0, shown).map(row));
  more.parentElement.hidden = suitable.length <= shown;
  results.hidden = !suitable.length;
  told(whole ? { left: suitable.length, total: known.length } : READING);
};

const begin = async () => {
  try {
    await read(draw);
    whole = true;
    draw();
    if (down) scrollTo(0, down);
  } catch {
    reading = undefined; // asked for again at the next word
    if (!filtered()) return;
    results.hidden = true;
    entrance.hidden = false;
    told(FAILED);
  }
  down = 0;
};

// Show what is wanted, and tell how many there are; the index is read first.
export const found = (asking, isFiltered, tell) => {
  if (filtered()) shown = SHOWN;
  [wanted, told] = [asking, tell];
  entrance.hidden = isFiltered;
  results.hidden = true;
  if (isFiltered) draw();
  if (isFiltered) reading ??= begin();
};

// A browser that goes back knows the place, not when the list is there again: this script brings who comes back.
const place = () => {
  history.scrollRestoration = filtered() ? "manual" : "auto";
  history.replaceState({ shown, y: scrollY }, "");
};
let resting;
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(place, 300);
});
list.addEventListener("click", place); // who leaves at once, too

more.addEventListener("click", () => {
  const next = suitable.slice(shown, shown + SHOWN).map(row);
  shown += SHOWN;
  list.append(...next);
  more.parentElement.hidden = suitable.length <= shown;
  next[0]?.querySelector("a").focus();
  place();
});
