// What stands between brackets, changed: parts that are the same keep their text and what parts them.
import { isMap, isScalar, isSeq } from 'yaml';
import { isEmpty, same, valueOf, written } from './values.js';
import { flowOf, inline } from './writing.js';

/** The text of the flow collection `node` with `wanted` in it. */
export function flowText(text, node, field, wanted, names) {
  const parts = isMap(node) ? mapParts(text, node, field, wanted, names) : listParts(text, node, field, wanted, names);
  const open = text[node.range[0]];
  const close = open === '{' ? '}' : ']';
  return `${open}${parts.map(({ part, before }, index) => (index ? before : '') + part).join('')}${close}`;
}

function valueText(text, node, field, wanted, names) {
  if (isMap(node) && typeof wanted === 'object' && !Array.isArray(wanted)) return flowText(text, node, field, wanted, names);
  if (isSeq(node) && Array.isArray(wanted)) return flowText(text, node, field, wanted, names);
  if (isScalar(node) && typeof wanted !== 'object') {
    return inline(written(String(wanted).trim(), field), { flow: true, type: node.type });
  }
  return flowOf(wanted, field);
}

function mapParts(text, node, field, wanted, names) {
  const fields = [...field.fields];
  const parts = [];
  let above = 0;
  node.items.forEach((pair, index) => {
    const one = fields.find(({ name }) => name === String(pair.key));
    const [from, to] = [pair.key.range[0], pair.value?.range?.[1] ?? pair.key.range[1]];
    const before = parted(text, node.items[index - 1], from);
    above = to;
    if (!one || same(valueOf(pair.value, one, names), wanted[one.name])) {
      parts.push({ name: String(pair.key), part: text.slice(from, to), before });
    } else if (!isEmpty(wanted[one.name])) {
      const value = valueText(text, pair.value, one, wanted[one.name], names);
      parts.push({ name: one.name, part: `${text.slice(from, pair.key.range[1])}: ${value}`, before });
    }
  });
  for (const [rank, one] of fields.entries()) {
    if (isEmpty(wanted[one.name]) || node.items.some((pair) => String(pair.key) === one.name)) continue;
    const earlier = new Set(fields.slice(0, rank).map(({ name }) => name));
    const at = parts.findLastIndex(({ name }) => earlier.has(name)) + 1;
    parts.splice(at, 0, { name: one.name, part: `${one.name}: ${flowOf(wanted[one.name], one)}`, before: ', ' });
  }
  return parts;
}

function parted(text, above, from) {
  const to = above?.value?.range?.[1] ?? above?.key?.range?.[1] ?? above?.range?.[1];
  return to === undefined ? ', ' : text.slice(to, from);
}

function listParts(text, node, field, wanted, names) {
  const one = { ...field, many: false };
  const olds = node.items.map((item) => valueOf(item, one, names));
  const used = new Set();
  const wants = wanted.filter((want) => !isEmpty(want));
  const found = wants.map((want) => {
    const at = olds.findIndex((old, index) => !used.has(index) && same(old, want));
    used.add(at);
    return at;
  });
  return wants.map((want, index) => {
    const at = found[index];
    if (at >= 0) {
      const item = node.items[at];
      const follows = at > 0 && found[index - 1] === at - 1;
      const before = follows ? parted(text, node.items[at - 1], item.range[0]) : ', ';
      return { part: text.slice(item.range[0], item.range[1]), before };
    }
    const instead = wants.length === olds.length && !used.has(index) ? node.items[index] : undefined;
    return { part: valueText(text, instead, one, want, names), before: ', ' };
  });
}
