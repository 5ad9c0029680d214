// The text below a header: an editor of rich text writes the whole of it in its own way, « _so_ » for « *so* »,
// without what aligns the columns of a table. A line that says the same keeps its signs.
import { shared } from './shared.js';

/** `after`, whose lines that differ from those of `before` by their signs alone are as they were. */
export function keptLines(before, after) {
  const [olds, wants] = [before.split('\n'), after.split('\n')];
  const [known, meant] = [olds.map(sense), wants.map(sense)];
  const lines = [...wants];
  for (const [old, want] of shared(known, meant, (one, other) => one === other)) lines[want] = olds[old];
  return lines.join('\n');
}

/** What a line of Markdown says, however it is written. */
function sense(line) {
  if (/^\s*\|?[\s:|-]*---[\s:|-]*$/.test(line)) return line.replace(/[\s:]/g, '').replace(/-+/g, '-').replace(/^\||\|$/g, '');
  return line
    .replace(/(?: {2,}|\\)$/, '\u0000').trimEnd()
    .replace(/^(\s*)[*+-](?=\s)/, '$1-')
    .replace(/^(\s*\d+)\)(?=\s)/, '$1.')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('_', '*')
    .replace(/(\S)\s+/g, '$1 ');
}
