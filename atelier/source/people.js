// The names of persons that stand in what is written, said at once: the check would say them once all is saved.
// It sees more (`hub/checks/persons.py`); what is said here, it says too.
import { folded } from './values.js';

const [CAPITAL, SMALL] = ['A-ZÀ-ÖØ-ÞŒŸ', 'a-zß-öø-ÿœ'];
const SURNAME = `[${CAPITAL}](?:[’']?[\\p{L}\\d-])+(?![\\p{L}\\d])`;
const PARTICLE = '(?:(?:[Dd](?:e|u|es)|[Ll][ae]) |d[’\'])?';
const TITLED = new RegExp(
  `(?<![\\p{L}\\d])(?:M\\.|MM\\.|Mr|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle) (?<last>${SURNAME})`, 'gu',
);
const NAMED = new RegExp(
  `(?<![\\p{L}\\d-])(?<first>[${CAPITAL}][${SMALL}]+)(?:-[${CAPITAL}][${SMALL}]+)? (?<particle>${PARTICLE})${SURNAME}`,
  'gu',
);
const BEFORE = 60;
const MOST_BETWEEN = 5;
/** Characters, and words, before a name in which the place that bears it is looked for. */

const LATER = 200;
/** Milliseconds after which the editor has taken in what was pasted. */

/** The names of persons in a text; `known` has folded words: first names, functions, places, known persons. */
export function peopleIn(text, known) {
  const words = text.replace(/[\u00a0\u202f]/g, ' ');
  const isFunction = (word) => known.functions.includes(folded(word.split('-')[0]));
  const titled = [...words.matchAll(TITLED)].filter(({ groups }) => !isFunction(groups.last));
  const named = [...words.matchAll(NAMED)].filter(({ 0: name, groups }) => {
    const first = folded(groups.first);
    const isThing = groups.particle && known.things.includes(first);
    const short = folded(name).split(' ').slice(0, 2).join(' ');
    return known.first.includes(first) && !isThing && ![folded(name), short].some((one) => known.eponyms.includes(one));
  });
  const found = [...titled, ...named].filter(({ index }) => !isOfPlace(words, index, known));
  return [...new Set(found.sort((one, other) => one.index - other.index).map(([name]) => name))];
}

/** « rue Jean Moulin » names nobody. */
function isOfPlace(words, start, known) {
  const line = words.slice(Math.max(0, start - BEFORE), start).split('\n').pop();
  const before = (line.match(/[\p{L}\d.]+/gu) ?? []).slice(-MOST_BETWEEN).reverse();
  const end = before.findIndex((word) => !known.between.includes(folded(word)));
  return end >= 0 && known.places.includes(folded(before[end]));
}

/** Below the text of a page, and below who does an action, tell the names that stand there. */
export function tellPeople(root, known) {
  const look = (target) => {
    const field = target.closest?.('[data-key-path="body"], [data-key-path$=".qui"]');
    const place = field?.querySelector(':scope > .footer');
    if (!place) return null;
    const text = target.value ?? target.innerText;
    const lines = target.value === undefined ? [] : text.split('\n').map((line) => line.trim());
    const alone = lines.filter((line) => known.first.includes(folded(line)));
    return say(place, [...alone, ...peopleIn(text, known)]);
  };
  const written = 'textarea, [contenteditable="true"]';
  root.addEventListener('focusout', ({ target }) => target.matches?.(written) && look(target));
  root.addEventListener('paste', ({ target }) => {
    const box = target.closest?.(written);
    if (box) setTimeout(() => look(box)?.scrollIntoView({ block: 'nearest' }), LATER);
  }, { capture: true });
}

/** Say them above the hint of a field; what is said, if anything is. */
function say(place, names) {
  const told = place.querySelector('.atelier-noms') ?? document.createElement('p');
  told.className = 'atelier-noms';
  told.setAttribute('role', 'status');
  const shown = names.map((name) => `« ${name} »`).join(', ');
  told.textContent = shown && `Des noms de personnes ? ${shown} : écrivez leur fonction, ou leur association.`;
  if (!told.isConnected) place.prepend(told);
  return shown ? told : null;
}
