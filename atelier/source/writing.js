// Values -> YAML text in the style of the house: what is new in a file, and scalars that change.
import { isEmpty, written } from './values.js';

const WIDTH = 100;
const INDICATOR = /^(?:[?:,[\]{}#&*!|>'"%@`“”„‟‘‚‛]|-(?!\d)|<{7}|={7})/;
const WORDS_FOR_NOTHING = /^(?:~|null|Null|NULL|a-confirmer )$/;
const NUMBERED = /^(?:0\d[\d ]*|\+[\d ().]+|[\d ]{9,})$/;
const ESCAPES = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' };

/** Whether YAML reads this text as it stands, without quotes. */
function isPlain(text, flow) {
  return !(
    text === '' || text !== text.trim() || INDICATOR.test(text) || WORDS_FOR_NOTHING.test(text) ||
    /: |\s#|:$|[\n\r\t]|\p{Cc}/u.test(text) || (flow && /[[\]{},]|:\s*$/.test(text))
  );
}

export const quoted = (text) =>
  `"${text.replace(/["\\\n\t]/g, (sign) => ESCAPES[sign]).replace(/\p{Cc}/gu, (sign) =>
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

/** A text on one line, in the style of the scalar that it replaces (`type`), if that can hold it. */
export function inline(text, { flow = false, type = 'PLAIN' } = {}) {
  if (type === 'QUOTE_SINGLE' && !/[\n\r\t]|\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (type === 'QUOTE_DOUBLE' || !isPlain(text, flow) || NUMBERED.test(text)) return quoted(text);
  return text;
}

/** A text over several lines, each `indent` spaces from the margin, with the sign that begins it. */
export function block(text, indent) {
  const margin = ' '.repeat(indent);
  if (text.includes('\n')) {
    const lines = text.split('\n').map((line) => (line.trim() ? margin + line : ''));
    return /^ /.test(text) ? quoted(text) : `|-\n${lines.join('\n')}`;
  }
  const lines = [''];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1);
    if (line && margin.length + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return `>-\n${lines.map((line) => margin + line).join('\n')}`;
}

/** A value between brackets, on one line. */
export function flowOf(value, field) {
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isEmpty(item));
    return `[${items.map((item) => flowOf(item, { ...field, many: false })).join(', ')}]`;
  }
  if (typeof value === 'object') {
    const parts = filled(value, field.fields).map((one) => `${one.name}: ${flowOf(value[one.name], one)}`);
    return `{${parts.join(', ')}}`;
  }
  return inline(written(String(value).trim(), field), { flow: true });
}

/** The fields of a group that a value fills, in their order. */
export const filled = (value, fields) => fields.filter(({ name }) => !isEmpty(value[name]));

/** The lines of a group, the first one without its margin. */
export function groupOf(value, fields, indent) {
  const lines = filled(value, fields).map((field) => pairOf(value[field.name], field, indent));
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** `name: value`, over several lines where it is long; those after the first have their margin. */
export function pairOf(value, field, indent) {
  return `${field.name}:${valueAfterKey(value, field, indent)}`;
}

function valueAfterKey(value, field, indent) {
  if (Array.isArray(value)) return listAfterKey(value.filter((item) => !isEmpty(item)), field, indent);
  if (typeof value === 'object') {
    const short = flowOf(value, field);
    if (indent && isSimple(field) && fits(short, field, indent)) return ` ${short}`;
    return `\n${' '.repeat(indent + 2)}${groupOf(value, field.fields, indent + 2)}`;
  }
  const text = written(String(value).trim(), field);
  const line = inline(text);
  return ` ${text.includes('\n') || !fits(line, field, indent) ? block(text, indent + 2) : line}`;
}

function listAfterKey(items, field, indent) {
  const short = flowOf(items, field);
  if (!field.fields && fits(short, field, indent)) return ` ${short}`;
  const margin = ' '.repeat(indent + 2);
  return items.map((item) => `\n${margin}- ${itemOf(item, field, indent + 2)}`).join('');
}

/** An entry of a list, after its « - » at `indent`: a short card stands on one line. */
export function itemOf(item, field, indent, flow = isSimple(field) && field.fields.length < 4) {
  if (!field.fields) return inline(written(String(item).trim(), field));
  const short = flowOf(item, field);
  return flow && fits(short, field, indent) ? short : groupOf(item, field.fields, indent + 2);
}

const isSimple = ({ fields }) => Boolean(fields) && fields.every((one) => !one.fields && !one.many);
const fits = (text, field, indent) => indent + field.name.length + 2 + text.length <= WIDTH + 10;
