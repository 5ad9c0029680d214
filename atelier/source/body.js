// The text below a header: an editor of rich text writes the whole of it in its own way, « _so_ » for « *so* »,
// without what aligns the columns of a table. A line that says the same keeps its signs.
import { shared } from './shared.js';

const DASHES = /^\s*\|?[\s:|-]*---[\s:|-]*$/;

/** `after`, whose lines that differ from those of `before` by their signs alone are as they were. */
export function keptLines(before, after) {
  const [olds, wants] = [before.split('\n'), after.split('\n')];
  const [known, meant] = [olds.map(sense), wants.map(sense)];
  const lines = [...wants];
  for (const [old, want] of shared(known, meant, (one, other) => one === other)) lines[want] = olds[old];
  return lines.join('\n');
}

/**
 * `text`, where a table that the editor wrote without the line below its heads has it: one that was pasted. What
 * stood in `before` stays.
 */
export function dashed(text, before = '') {
  const old = new Set(before.split('\n'));
  const lines = text.split('\n');
  const isRow = (line = '') => /^\|.*\|$/.test(line);
  return lines.flatMap((line, at) => {
    const begins = isRow(line) && !isRow(lines[at - 1]) && isRow(lines[at + 1]);
    if (!begins || DASHES.test(lines[at + 1]) || old.has(line)) return [line];
    const columns = line.replace(/\\\|/g, '').split('|').length - 2;
    return [line, `|${' --- |'.repeat(columns)}`];
  }).join('\n');
}

const STARRED = /\\\*\\\*(\s*)([^\s*\\](?:[^*\n]*[^\s*])?)(\s*)\\\*\\\*/g;

/**
 * `text`, where stars that somebody typed around words, with a space inside, make them bold: the editor takes
 * « **gras : ** » for stars that are to be seen.
 */
export const bold = (text) => text.replace(STARRED, '$1**$2**$3');

/** What a line of Markdown says, however it is written. */
function sense(line) {
  if (DASHES.test(line)) return line.replace(/[\s:]/g, '').replace(/-+/g, '-').replace(/^\||\|$/g, '');
  return line
    .replace(/(?: {2,}|\\)$/, '\u0000').trimEnd()
    .replace(/^(\s*)[*+-](?=\s)/, '$1-')
    .replace(/^(\s*\d+)\)(?=\s)/, '$1.')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('_', '*')
    .replace(/(\S)\s+/g, '$1 ');
}
