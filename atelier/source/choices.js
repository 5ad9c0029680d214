// The associations to tick: a box to look for one by any of its names, where a whole list may be pasted too.
import { folded } from './values.js';

const SHORT = 2;
/** As many boxes are ticked as fast as names are pasted. */

const BETWEEN = /[,;•·\n\t]|\s-\s/;
const ARTICLE = /(^|\bet\s+)l['’]/gi;
const LITTLE = new Set(['et', 'l', 'la', 'le', 'les', 'de', 'des', 'du', 'd', 'association', 'associations']);

/** Every known name, folded -> the label under which its association is offered. */
export function labelsOf(cms, names) {
  const known = new Set(names.values());
  const offered = new Map();
  const walk = (fields) => {
    for (const { fields: inner = [], multiple, options = [] } of fields) {
      if (multiple) for (const { label, value } of options) if (known.has(value)) offered.set(value, label);
      walk(inner);
    }
  };
  for (const part of [...cms.collections, ...cms.singletons]) walk(part.fields);
  const labels = new Map([...offered].map(([, label]) => [folded(label), label]));
  for (const [name, id] of names) if (offered.has(id)) labels.set(name, offered.get(id));
  return labels;
}

/**
 * What a pasted list names: `found`, the labels of `offered` that it names, in its order; its parts where not
 * everything was understood, `partly`, or nothing, `unknown`.
 *
 * Names are looked for in each part, the longest first: « Arts&Bien-être et Asiam » is two of them.
 */
export function namedIn(text, labels, offered) {
  const known = [...labels].filter(([, label]) => offered.has(label)).sort(([a], [b]) => b.length - a.length);
  const found = [];
  const [partly, unknown] = [[], []];
  for (const part of text.split(BETWEEN).map((one) => one.trim()).filter(Boolean)) {
    let left = ` ${folded(part.replace(ARTICLE, '$1'))} `;
    const there = [];
    for (const [name, label] of known) {
      const at = left.indexOf(` ${name} `);
      if (at < 0) continue;
      there.push([at, label]);
      left = `${left.slice(0, at)} ${'|'.repeat(name.length)} ${left.slice(at + name.length + 2)}`;
    }
    there.sort(([a], [b]) => a - b);
    found.push(...there.map(([, label]) => label));
    if (left.split(/[\s|]+/).some((word) => word && !LITTLE.has(word))) (there.length ? partly : unknown).push(part);
  }
  return { found: [...new Set(found)], partly, unknown };
}

/** Put a box above each group of associations to tick. */
export function offerNames(root, labels) {
  const associations = new Set(labels.values());
  for (const group of root.querySelectorAll('.checkbox-group:not([data-vu])')) {
    group.dataset.vu = '';
    const there = [...boxesOf(group).keys()].filter((label) => associations.has(label));
    if (there.length <= SHORT) continue;
    group.dataset.cherche = '';
    group.before(searchOf(group, labels));
  }
}

function searchOf(group, labels) {
  const field = document.createElement('div');
  field.className = 'atelier-cherche';
  const box = document.createElement('input');
  box.type = 'search';
  box.placeholder = 'Chercher, ou coller une liste de noms';
  box.setAttribute('aria-label', box.placeholder);
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  field.append(box, told);
  const tell = (words) => { told.textContent = words; };

  box.addEventListener('input', () => tell(sift(group, labels, box.value)));
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const list = namedIn(text, labels, new Set(boxesOf(group).keys()));
    if (!list.found.length && list.unknown.length < 2) return; // a name to look for
    event.preventDefault();
    box.value = '';
    sift(group, labels, '');
    tick(group, list.found);
    tell(answered(list));
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const seen = [...boxesOf(group)].filter(([, one]) => !one.hidden);
    if (!box.value.trim() || seen.length !== 1) return;
    const [[label]] = seen;
    tick(group, [label]);
    box.value = '';
    sift(group, labels, '');
    tell(`Coché : ${label}.`);
  });
  return field;
}

/** The boxes of a group by their labels. */
const boxesOf = (group) =>
  new Map([...group.querySelectorAll('.checkbox')].map((one) => [one.textContent.trim(), one]));

function tick(group, names) {
  const boxes = boxesOf(group);
  for (const name of names) {
    const box = boxes.get(name)?.querySelector('[role="checkbox"][aria-checked="false"]');
    box?.click();
  }
}

/** Show the boxes whose association has a name like this one, and all those that are ticked. */
function sift(group, labels, text) {
  const sought = text.trim() && folded(text);
  const like = new Set([...labels].filter(([name]) => name.includes(sought)).map(([, label]) => label));
  let seen = 0;
  for (const [label, box] of boxesOf(group)) {
    const there = !sought || like.has(label) || folded(label).includes(sought);
    box.hidden = !there;
    seen += there;
  }
  if (!sought) return '';
  if (!seen) return 'Aucune de ce nom. Écrivez-la dans le texte, et ajoutez-la à l’annuaire.';
  return seen === 1 ? 'Une seule : la touche Entrée la coche.' : `${seen} de ce nom.`;
}

/** What was ticked of a pasted list, and what was not. */
export function answered({ found, partly, unknown }) {
  const ticked = found.length > 1 ? 'Cochées' : 'Cochée';
  return [[ticked, found], ['Pas dans la liste', unknown], ['À vérifier', partly]]
    .filter(([, names]) => names.length)
    .map(([title, names]) => `${title} : ${names.join(' ; ')}.`)
    .join(' ');
}
