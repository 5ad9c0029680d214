// The changes of a form -> the changes of a YAML text, at the places of what changed: all else keeps its bytes.
import { isMap, isScalar, isSeq } from 'yaml';
import { flowText } from './flow.js';
import { blockText } from './folded.js';
import { shared } from './shared.js';
import { byName, isEmpty, mapOf, read, same, valueOf, written } from './values.js';
import { inline, itemOf, pairOf } from './writing.js';

/** `text`, a YAML map, where the fields of `wanted` are as it has them and those it lacks are gone. */
export function edited(text, fields, wanted, names) {
  const { contents } = read(text);
  if (isMap(contents)) {
    const result = new Editor(text, names).run(contents, fields, wanted);
    if (says(result, fields, wanted, names)) return result;
  }
  return rewritten(text, fields, wanted, names);
}

/** Whether a text says what a form does: of this one is sure before it is saved. */
function says(text, fields, wanted, names) {
  try {
    return same(mapOf(read(text).contents, fields, names), wanted);
  } catch {
    return false;
  }
}

/** Where no place was found, the fields that differ are written anew: their own remarks are lost. */
function rewritten(text, fields, wanted, names) {
  const document = read(text);
  const found = isMap(document.contents) ? mapOf(document.contents, fields, names) : {};
  for (const field of fields) {
    if (same(found[field.name], wanted[field.name])) continue;
    if (isEmpty(wanted[field.name])) document.delete(field.name);
    else document.set(field.name, read(pairOf(wanted[field.name], field, 0)).get(field.name, true));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

class Editor {
  constructor(text, names) {
    this.text = text;
    this.names = names;
    this.edits = [];
  }

  /** The text with all the changes, the last one first: none moves the place of another. */
  run(contents, fields, wanted) {
    this.map(contents, fields, wanted);
    let result = this.text;
    for (const { from, to, text } of this.merged().reverse()) {
      result = result.slice(0, from) + text + result.slice(to);
    }
    return result;
  }

  /** The changes in the order of their places; removals that touch the same lines are one. */
  merged() {
    const found = [];
    for (const edit of this.edits.sort((a, b) => a.from - b.from || a.to - b.to)) {
      const last = found.at(-1);
      if (last && edit.from < last.to && !last.text && !edit.text) last.to = Math.max(last.to, edit.to);
      else found.push({ ...edit });
    }
    return found;
  }

  replace(from, to, text) {
    this.edits.push({ from, to, text });
  }

  lineStart(at) {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  lineEnd(at) {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** Where a value ends, without the remark beside it nor the blank lines below. */
  end(node) {
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
      const last = node.items.at(-1);
      return isMap(node) ? this.endOfPair(last) : this.end(last);
    }
    return this.text.slice(0, node.range[1]).trimEnd().length;
  }

  endOfPair({ key, value }) {
    return Math.max(this.text.indexOf(':', key.range[1]) + 1, value?.range ? this.end(value) : 0);
  }

  /** How far from the margin the sign at `at` stands. */
  column(at) {
    return at - this.lineStart(at);
  }

  opensItsLine(at) {
    return this.text.slice(this.lineStart(at), at).trim() === '';
  }

  map(node, fields, wanted) {
    if (node.flow) return this.flow(node, { name: '', fields }, wanted);
    const known = byName(fields);
    const gone = new Set();
    for (const pair of node.items) {
      const field = known.get(String(pair.key));
      if (!field || same(valueOf(pair.value, field, this.names), wanted[field.name])) continue;
      if (isEmpty(wanted[field.name])) gone.add(pair);
      else this.value(pair, field, wanted[field.name]);
    }
    this.removePairs(node, gone);
    this.addPairs(node, fields, wanted, gone);
    return undefined;
  }

  removePairs(node, gone) {
    const { items } = node;
    const kept = items.findIndex((pair) => !gone.has(pair));
    const start = items[0].key.range[0];
    let from = 0;
    if (kept > 0 && !this.opensItsLine(start)) {
      this.replace(start, items[kept].key.range[0], '');
      from = kept;
    }
    for (const pair of items.slice(from).filter((one) => gone.has(one))) {
      this.replace(this.lineStart(pair.key.range[0]), this.lineEnd(this.endOfPair(pair)), '');
    }
  }

  addPairs(node, fields, wanted, gone) {
    const kept = node.items.filter((pair) => !gone.has(pair));
    const column = this.column(node.items[0].key.range[0]);
    let above = null;
    for (const field of fields) {
      const there = node.items.find((pair) => String(pair.key) === field.name);
      if (there) above = gone.has(there) ? above : there;
      else if (!isEmpty(wanted[field.name])) this.addPair(kept, above, pairOf(wanted[field.name], field, column), column);
    }
  }

  addPair(kept, above, pair, column) {
    const margin = ' '.repeat(column);
    if (above) {
      const at = this.lineEnd(this.endOfPair(above));
      const open = this.text[at - 1] === '\n' ? '' : '\n';
      this.replace(at, at, `${open}${margin}${pair}\n`);
    } else {
      const at = kept[0].key.range[0];
      this.replace(at, at, `${pair}\n${margin}`);
    }
  }

  value(pair, field, wanted) {
    const { key, value: node } = pair;
    if (isMap(node) && field.fields && !field.many) return this.map(node, field.fields, wanted);
    if (isSeq(node) && Array.isArray(wanted) && node.items.length) return this.seq(node, field, wanted);
    if (isScalar(node) && String(node.value ?? '') && typeof wanted !== 'object') {
      return this.scalar(pair, field, written(String(wanted).trim(), field));
    }
    if (isScalar(node) && wanted.length === 1 && !field.fields) {
      return this.replace(node.range[0], node.range[1], inline(written(wanted[0].trim(), field), node));
    }
    return this.replace(key.range[0], this.endOfPair(pair), pairOf(wanted, field, this.column(key.range[0])));
  }

  scalar(pair, field, wanted) {
    const { key, value: node } = pair;
    const column = this.column(key.range[0]);
    const [from, to] = [node.range[0], this.end(node)];
    this.replace(from, to, blockText(this.text.slice(from, to), node, wanted, column + 2) ?? inline(wanted, node));
  }

  seq(node, field, wanted) {
    if (node.flow) return this.flow(node, field, wanted);
    const one = { ...field, many: false };
    const olds = node.items.map((item) => valueOf(item, one, this.names));
    const wants = wanted.filter((item) => !isEmpty(item));
    let above = -1;
    for (const { removed, added, next } of gaps(olds, wants)) {
      const pairs = paired(removed.map((i) => [i, olds[i]]), added);
      for (const [index, want] of pairs) {
        if (want === undefined) this.removeItem(node, index);
        else if (index === undefined) this.addItem(node, above, this.item(node, olds, one, want));
        else this.changeItem(node.items[index], one, want, (above = index));
      }
      above = next;
    }
    return undefined;
  }

  dash(item) {
    return this.text.lastIndexOf('-', item.range[0] - 1);
  }

  /** The text of an entry to add: that of one which only moves, else one in the style of its neighbours. */
  item(node, olds, field, want) {
    const moved = node.items[olds.findIndex((old) => same(old, want))];
    if (moved) return this.text.slice(moved.range[0], this.end(moved));
    const last = node.items.at(-1);
    return itemOf(want, field, this.column(this.dash(last)), Boolean(last.flow));
  }

  changeItem(item, field, want) {
    if (isMap(item) && field.fields) return this.map(item, field.fields, want);
    const text = isScalar(item) ? inline(written(String(want).trim(), field), item) : itemOf(want, field, this.column(this.dash(item)));
    return this.replace(item.range[0], this.end(item), text);
  }

  spaced(node) {
    const [first, second] = node.items;
    return Boolean(second) && /\n[ \t]*\n/.test(this.text.slice(this.end(first), this.dash(second)));
  }

  addItem(node, above, text) {
    const blank = this.spaced(node) ? '\n' : '';
    if (above < 0) {
      const dash = this.dash(node.items[0]);
      this.replace(dash, dash, `- ${text}\n${blank}${' '.repeat(this.column(dash))}`);
    } else {
      const at = this.lineEnd(this.end(node.items[above]));
      const margin = ' '.repeat(this.column(this.dash(node.items[above])));
      this.replace(at, at, `${this.text[at - 1] === '\n' ? '' : '\n'}${blank}${margin}- ${text}\n`);
    }
  }

  removeItem(node, index) {
    const item = node.items[index];
    let [from, to] = [this.lineStart(this.dash(item)), this.lineEnd(this.end(item))];
    if (index + 1 < node.items.length) to += /^(?:[ \t]*\n)*/.exec(this.text.slice(to))[0].length;
    else from -= /(?:\n[ \t]*)*$/.exec(this.text.slice(0, from - 1))[0].length;
    this.replace(from, to, '');
  }

  flow(node, field, wanted) {
    this.replace(node.range[0], node.range[1], flowText(this.text, node, field, wanted, this.names));
  }
}

/** What stands between the values that two lists share, in order: `next` is the shared one after, of the first. */
export function gaps(olds, wants) {
  const found = [];
  let [i, j] = [0, 0];
  for (const [old, want] of [...shared(olds, wants, same), [olds.length, wants.length]]) {
    const removed = Array.from({ length: old - i }, (_, index) => i + index);
    found.push({ removed, added: wants.slice(j, want), next: old });
    [i, j] = [old + 1, want + 1];
  }
  return found;
}

/** Pairs (index of an old entry, its new value): those of one identifier, else in order. */
export function paired(removed, added) {
  const left = [...removed];
  const pairs = added.map((want) => {
    const at = left.findIndex(([, old]) => want?.id && old?.id === want.id);
    return [at < 0 ? undefined : left.splice(at, 1)[0][0], want];
  });
  const alone = pairs.filter(([index]) => index === undefined);
  for (const pair of alone) {
    if (left.length && (alone.length === left.length || !pair[1]?.id)) [pair[0]] = left.shift();
  }
  return [...pairs, ...left.map(([index]) => [index, undefined])];
}
