// The index of a directory too long for one page, asked for when somebody types or chooses. Its files are made
// ready a slice at a time, so that sixty thousand associations never hold up a phone.

import { offers, parted } from "./activities.js";
import { asked, fold, label, slug, suiting } from "./words.js";

const SLICE = 500; // names made ready before the page answers again
const FIRST_CODE = "0".charCodeAt(0); // as hub/pages/index.py
const COLUMNS = ["noms", "cles", "mots", "themes", "publics", "colleges", "etats", "activites", "quartiers", "benevoles"];

const form = document.querySelector(".tri");

// What is known so far, in the order of the names.
export const known = [];

// Of each list: the code of each value, and the choices as [code, words, words folded].
const lists = Object.fromEntries([...form.querySelectorAll("select[data-codes]")].map((select) => {
  const codes = Object.fromEntries(select.dataset.codes.split(" ")
    .map((value, rank) => [value, String.fromCharCode(FIRST_CODE + rank)]));
  const choices = [...select.options].filter(({ value }) => value)
    .map((option) => [codes[option.value], label(option), fold(label(option))]);
  return [select.name, { codes, choices }];
}));

const breath = () => new Promise((resume) => { setTimeout(resume); });

const ready = async (columns) => {
  const [names, keys, others, themes, publics, colleges, states, activities, quarters, needs] =
    COLUMNS.map((name) => columns[name].split("\n"));
  for (const [rank, name] of names.entries()) {
    known.push({
      name, key: keys[rank], state: states[rank], said: ` ${fold(name)} ${others[rank]}`,
      theme: themes[rank], public: publics[rank], college: colleges[rank], activities: activities[rank],
      quartier: quarters[rank], benevoles: needs[rank],
    });
    if (rank % SLICE === SLICE - 1) await breath();
  }
};

const asJson = async (file) => {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
};

// Read the whole index; `told` is called when a part of it can be looked through. Fails when a file does not come.
export const read = async (told) => {
  known.length = 0;
  const files = form.dataset.fichiers.split(" ").map(asJson);
  for (const file of files) file.catch(() => {}); // the first that fails is told below
  for (const file of files) {
    await ready(await file);
    told();
  }
};

const holds = (one, name, codes) => codes.some((code) => one[name].includes(code));

// What suits, those first that have a word which begins so. A word is looked for in the names and in the lists.
export const search = ({ q, ...wanted }) => {
  const [own, { benevoles, ...choices }] = parted(wanted);
  const narrowed = Object.entries(choices)
    .map(([name, value]) => [name, suiting(name, value).map((one) => lists[name].codes[one])]);
  const tests = asked(q).map((word) => [word, Object.entries(lists).map(([name, list]) =>
    [name, list.choices.filter(([, , said]) => said.includes(word)).map(([code]) => code)])]);
  const suitable = known.filter((one) =>
    offers(one.activities, own) && (!benevoles || one.benevoles)
    && narrowed.every(([name, codes]) => holds(one, name, codes))
    && tests.every(([word, named]) => one.said.includes(word) || named.some(([name, codes]) => holds(one, name, codes))));
  const begins = (one) => tests.every(([word]) => one.said.includes(` ${word}`));
  return [...suitable.filter(begins), ...suitable.filter((one) => !begins(one))];
};

// The address of an association, from the directory's own; the words of its themes.
export const address = (one) => `${one.key || slug(one.name)}/`;
export const themes = (one) => (lists.theme?.choices ?? []).filter(([code]) => one.theme.includes(code)).map(([, words]) => words);
