// The files of a kind as Sveltia reads and writes them: what was not changed in a form keeps its bytes.
import { bold, dashed, keptLines } from './body.js';
import { edited } from './edits.js';
import { isMap } from 'yaml';
import { isEmpty, mapOf, read, same } from './values.js';
import { groupOf } from './writing.js';

/** The field, in no form, that holds the whole text of the file as it was read. */
export const SOURCE = '_fichier';

const FENCED = /^(---[ \t]*\n)([\s\S]*?)(^---[ \t]*(?:\n|$))([\s\S]*)$/m;

/** The parts of a file: what opens its header, the header, what closes it, the text below. */
function parts(text, isText) {
  const found = isText ? FENCED.exec(text) : null;
  if (found?.index === 0) return found.slice(1);
  return isText ? ['---\n', '', '---\n', text] : ['', text, '', ''];
}

/**
 * `fromFile` and `toFile` of Sveltia for the files of one kind.
 *
 * `fields` are those of its header; `isText`: there is a text below; `names`: identifiers of associations by
 * their folded names.
 */
export function formatOf({ fields, isText }, names = new Map()) {
  const fromFile = (text) => {
    const [, head, , body] = parts(`${text}\n`, isText);
    const { contents } = read(head);
    const values = isMap(contents) ? mapOf(contents, fields, names) : {};
    return { ...inLines(values, fields), ...(isText ? { body: inForm(body.trim()) } : {}), [SOURCE]: text };
  };
  const toFile = ({ [SOURCE]: source, body = '', ...values }) => {
    const wanted = inLists(values, fields);
    const [open, head, close, before] = parts(source ? `${source}\n` : '', isText);
    const header = source && head ? edited(head, fields, wanted, names) : `${groupOf(wanted, fields, 0)}\n`;
    return `${open}${header}${close}${bodyOf(before, body, source)}`;
  };
  return { fromFile, toFile };
}

/**
 * The values as a form shows them: a list of texts is a text with one a line, and what the file does not say is
 * said to be nothing. Sveltia would give it the value that new things begin with.
 */
function inLines(values, fields) {
  const typed = fields.filter((field) => !field.fields && (!field.many || field.lines));
  const nothing = Object.fromEntries(typed.map(({ name }) => [name, '']));
  const shown = (value, field) => {
    if (field.lines && Array.isArray(value)) return value.join('\n');
    if (field.fields && Array.isArray(value)) return value.map((one) => inLines(one, field.fields));
    return field.fields && typeof value === 'object' ? inLines(value, field.fields) : value;
  };
  return converted({ ...nothing, ...values }, fields, shown);
}

/** The values of a form as a file has them; what is empty is left out. */
function inLists(values, fields) {
  const kept = (value, field) => {
    if (field.lines && typeof value === 'string') return value.split('\n').map((line) => line.trim()).filter(Boolean);
    if (field.fields && Array.isArray(value)) return value.map((one) => inLists(one ?? {}, field.fields));
    return field.fields && typeof value === 'object' ? inLists(value, field.fields) : value;
  };
  return converted(Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))), fields, kept);
}

const converted = (values, fields, change) =>
  Object.fromEntries(
    fields.filter(({ name }) => name in values).map((field) => [field.name, change(values[field.name], field)]),
  );

function bodyOf(before, body, source) {
  const text = keptLines(before.trim(), dashed(bold(inFile(body.trim())), before));
  if (source && same(before, text)) return before;
  const margin = /^\n*/.exec(source ? before : '\n')[0] || (source && before ? '' : '\n');
  return text ? `${margin}${text}\n` : '';
}

/** Sveltia shows an image by its address, a text names it: `image:potager.jpg`. */
const inForm = (text) => text.replace(/(!\[[^\]]*\]\(<?)image:/g, '$1/images/');
const inFile = (text) => text.replace(/(!\[[^\]]*\]\(<?)\/images\//g, '$1image:');
