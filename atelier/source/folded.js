// Texts over several lines: one word that changes moves no other line.
import { block } from './writing.js';

const LONGEST = 140;

/**
 * The text `wanted` in the place of `source`, a scalar over several lines; null for one on a line.
 *
 * Only what differs is replaced; where lines become too long, all are written anew, `indent` from the margin.
 */
export function blockText(source, node, wanted, indent) {
  if (!source.includes('\n') || node.type.startsWith('QUOTE')) return null;
  if (node.type !== 'PLAIN' && /^ /.test(wanted)) return null;
  const { value, places, margin } = placed(source, node);
  if (value === String(node.value).trimEnd()) {
    const found = replaced(source, value, places, margin, wanted, node.type);
    if (found) return found;
  }
  return block(wanted, indent);
}

/** The value of a scalar over several lines, with the place of each of its signs in the source. */
function placed(source, node) {
  const lines = source.split('\n');
  const isBlock = node.type !== 'PLAIN';
  const margin = /^ */.exec(lines.slice(1).find((line) => line.trim()) ?? '')[0];
  let [value, at] = ['', 0];
  const places = [];
  const join = node.type === 'BLOCK_LITERAL' ? '\n' : ' ';
  lines.forEach((line, index) => {
    const skipped = isBlock ? Math.min(margin.length, line.length) : /^\s*/.exec(line)[0].length;
    if (!(isBlock && index === 0)) {
      if (index > (isBlock ? 1 : 0)) {
        value += join;
        places.push(at - 1);
      }
      for (let sign = skipped; sign < line.length; sign += 1) {
        value += line[sign];
        places.push(at + sign);
      }
    }
    at += line.length + 1;
  });
  places.push(source.length);
  return { value, places, margin };
}

function replaced(source, value, places, margin, wanted, type) {
  if (wanted.includes('\n') && type !== 'BLOCK_LITERAL') return null;
  if (type === 'PLAIN' && /: | #|:$/.test(wanted)) return null;
  let [start, tail] = [0, 0];
  while (start < Math.min(value.length, wanted.length) && value[start] === wanted[start]) start += 1;
  const most = Math.min(value.length, wanted.length) - start;
  while (tail < most && value.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  const middle = wanted.slice(start, wanted.length - tail).replaceAll('\n', `\n${margin}`);
  const result = source.slice(0, places[start]) + middle + source.slice(places[value.length - tail]);
  return result.split('\n').some((line) => line.length > LONGEST) ? null : result;
}
