// A table pasted in a card: a row a card, a column a field, as it is in a document or a spreadsheet.
import { SHOWN } from './cards.js';
import { folded } from './values.js';

const HEADS = { quand: 'echeance', delai: 'echeance', 'par qui': 'qui', action: 'quoi', sujet: 'projet' };
/** What columns are called otherwise than fields are. */

/**
 * The rows of a text in columns, each with a value a field of `names`; its first row says which column is which,
 * where it has names of fields.
 */
export function rowsOf(text, names) {
  const rows = text.replace(/\r\n?/g, '\n').split('\n').filter((row) => row.trim())
    .map((row) => row.split('\t').map((cell) => cell.replaceAll('**', '').trim()));
  const heads = rows[0].map((cell) => folded(cell)).map((cell) => HEADS[cell] ?? cell);
  const headed = heads.filter((head) => names.includes(head)).length > 1;
  const columns = headed ? heads : names;
  return rows.slice(headed ? 1 : 0).map((row) => names.map((name) => row[columns.indexOf(name)] ?? ''));
}

/** Fill the card where a table is pasted, and one more a row; false where it is none, or no card. */
export function pasteTable(target, text) {
  const card = target.closest('.item');
  if (!card || !text.trim().includes('\t')) return false;
  const rows = rowsOf(text, fieldsOf(card).map(([name]) => name));
  fillAll(card, rows).then(() => rows.length > 1 && card.scrollIntoView({ block: 'start' })); // to read them all
  return rows.length > 0;
}

async function fillAll(card, [row, ...rest]) {
  fill(card, row);
  const list = card.closest('.item-list');
  if (!rest.length) return;
  const next = await added(list);
  if (next) await fillAll(next, rest);
}

/** The fields of a card in which one writes: the name of each, and where. */
function fieldsOf(card) {
  const fields = [...card.querySelectorAll('[data-key-path]')];
  return fields
    .map((field) => [field.dataset.keyPath.split('.').pop(), field.querySelector('input[type="text"], textarea')])
    .filter(([, box]) => box);
}

function fill(card, row) {
  fieldsOf(card).forEach(([name, box], index) => {
    const value = name === 'qui' ? row[index].replace(/\s*[,;]\s*/g, '\n') : row[index];
    if (!value) return;
    box.focus({ preventScroll: true });
    box.select();
    document.execCommand('insertText', false, value);
  });
}

/** One card more at the end of a list, once its first field is ready; null where there is none. A machine that is
 * busy may give the focus to none: the card that is there is the one. */
function added(list) {
  const before = new Set(list.children);
  return new Promise((resolve) => {
    list.addEventListener(SHOWN, ({ detail }) => before.has(detail) || resolve(detail)); // not a late one
    setTimeout(() => resolve([...list.children].find((card) => !before.has(card)) ?? null), 3000);
    list.parentElement.querySelector(':scope > .toolbar.bottom button')?.click();
  });
}
