// The nodes of a YAML document -> the values that a form shows. Every scalar is text, as the program reads it.
//
// A field of a shape, as `hub/atelier/shapes.py` writes it: `name`; `many`, a list; `fields`, what a group or a
// card has; `sense`, what its texts are (`association`, `organiser`: known by any of their names and shown by
// their identifier; `file`: a name in the folder `folder`, in a file
// with `stored` before it); `blank`, « a-confirmer » there says nothing.
import { isAlias, isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';

const NOTHING = new Set(['~', 'null', 'Null', 'NULL']);
const TO_CONFIRM = 'a-confirmer';

/** The document of a YAML text; throws what a person reads where there is a mistake in it. */
export function read(text) {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Error(`La fiche n’a pas pu être lue, vers son signe ${error.pos[0]} : ${error.message}`);
  return document;
}

/** What two spellings of a name have in common: as `hub.model.names.fold`. */
export const folded = (name) =>
  (name.replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '')
    .toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [name.trim()]).join(' ');

/** The value of a node in this field; '' for nothing. `names` gives identifiers by folded names. */
export function valueOf(node, field, names) {
  if (isAlias(node)) throw new Error('Les renvois (« &x », « *x ») ne sont pas permis dans une fiche.');
  if (!node) return '';
  if (isScalar(node)) {
    const one = textOf(node, field, names);
    return field.many && one ? [one] : one;
  }
  if (isSeq(node)) return node.items.map((item) => valueOf(item, { ...field, many: false }, names));
  if (isMap(node)) return mapOf(node, field.fields, names);
  return '';
}

/** The values of a map by the names of its keys; what no field has is left out. */
export function mapOf(node, fields = [], names) {
  const known = byName(fields);
  const found = {};
  for (const { key, value } of node.items) {
    const field = known.get(String(key));
    if (field) found[field.name] = valueOf(value, field, names);
  }
  return found;
}

export const byName = (fields) => new Map(fields.map((field) => [field.name, field]));

function textOf(node, field, names) {
  const text = String(node.value ?? '');
  if (node.type === 'PLAIN' && NOTHING.has(text)) return '';
  if (field.blank && text === TO_CONFIRM) return '';
  if (field.sense === 'file') return text && `${field.folder}${after(field.stored ?? '', text)}`;
  if (field.sense) return names.get(folded(text)) ?? text;
  return text;
}

/** The text of a value of a form as a file has it. */
export const written = (value, field) =>
  field.sense === 'file' && value.startsWith(field.folder)
    ? `${field.stored ?? ''}${value.slice(field.folder.length)}`
    : value;

const after = (start, text) => (text.startsWith(start) ? text.slice(start.length) : text);

/** Whether a value says nothing. */
export function isEmpty(value) {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value === 'object') return Object.values(value).every(isEmpty);
  return String(value).trim() === '';
}

/** Whether two values say the same: forms trim texts, and give nothing many forms. */
export function same(one, other) {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    const [left, right] = [one, other].map((list) => list.filter((value) => !isEmpty(value)));
    return left.length === right.length && left.every((value, index) => same(value, right[index]));
  }
  if (typeof one === 'object' && typeof other === 'object') {
    return [...Object.keys({ ...one, ...other })].every((name) => same(one[name], other[name]));
  }
  return !isCollection(one) && String(one).trim() === String(other).trim();
}
