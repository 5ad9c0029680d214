// Dates as people write them, « 25 novembre 2021 à 18 h 30 », as the files have them: 2021-11-25 18:30.
import { folded } from './values.js';

const MONTHS = [
  'janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre',
  'decembre',
];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const WEEKDAY = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?';
const TIME = '(?: (?:a )?(?<hour>\\d{1,2}) ?h(?: ?(?<minute>\\d{2}))?)?';
const WRITTEN = [
  `(?:le )?${WEEKDAY}(?<day>\\d{1,2})(?:er)? ${MONTH} (?<year>\\d{4})${TIME}`,
  `(?:le )?${WEEKDAY}(?<day>\\d{1,2}) (?<number>\\d{1,2}) (?<year>\\d{4})${TIME}`,
  `(?:(?:en|debut|mi|fin|courant) )?${MONTH} (?<year>\\d{4})`,
].map((one) => new RegExp(`^${one}$`));

/** The date that a text writes in French, « fin janvier 2022 » by its month; '' where it writes none. */
export function dated(text) {
  const words = folded(text.replace(/(\d):(\d)/g, '$1h$2'));
  const found = WRITTEN.map((one) => one.exec(words)?.groups).find(Boolean);
  if (!found) return '';
  const two = (number) => String(number).padStart(2, '0');
  const month = found.number ? Number(found.number) : MONTHS.indexOf(found.month) + 1;
  const { year, day, hour, minute = '00' } = found;
  if (!day) return `${year}-${two(month)}`;
  const there = new Date(Date.UTC(year, month - 1, day));
  if (there.getUTCMonth() !== month - 1 || there.getUTCDate() !== Number(day)) return '';
  return `${year}-${two(month)}-${two(day)}${hour ? ` ${two(hour)}:${minute}` : ''}`;
}

/** The forms that the values of fields must have, by collection and by field, « suivi.echeance ». */
export function patternsOf(cms) {
  const found = new Map();
  const walk = (fields, path) => {
    for (const { name, pattern, fields: inner = [] } of fields) {
      if (pattern) found.set(`${path}.${name}`, new RegExp(pattern[0]));
      walk(inner, `${path}.${name}`);
    }
  };
  for (const { name, fields } of cms.collections) walk(fields, name);
  for (const { name, fields } of cms.singletons) walk(fields, `_singletons.${name}`);
  return found;
}

/** Where a date was written in French and the field must have another form, give it that one. */
export function readDates(root, patterns) {
  root.addEventListener('focusout', ({ target }) => {
    if (!target.matches?.('input[type="text"], textarea')) return;
    const path = target.closest('[data-key-path]')?.dataset.keyPath.replace(/\.\d+/g, '');
    const form = patterns.get(`${place()}.${path}`);
    if (!form || form.test(target.value.trim())) return;
    const read = target.value.trim().split('\n').map((line) => dated(line) || line.trim()).join('\n');
    if (!form.test(read)) return;
    target.value = read;
    target.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/** The collection or the register of the form in the address: `minutes`, `_singletons.associations`. */
function place() {
  const [, , name, , entry] = location.hash.split('/');
  return name === '_singletons' ? `${name}.${entry}` : name;
}
