// The lines of a text that are its sub-titles, and the signs that open its items.
import { folded } from './values.js';

export const BULLET = /^[ \t]*[-*•·–—▪◦‣●○][ \t\u00a0]+/;
export const NUMBER = /^[ \t]*\d{1,2}[.)][ \t\u00a0]+/;
const LONGEST = 120;
/** Characters of a sub-title, at most. */

export const bare = (line) =>
  line.replace(/^#{1,6}\s+/, '').replace(BULLET, '').replace(NUMBER, '').replaceAll('**', '').trim();

/** The levels of lines, where those below no sub-title are the first ones: a text skips no level. */
export function levels(found) {
  let above = false;
  return found.map((level) => {
    above ||= level === 2;
    return level && !above ? 2 : level;
  });
}

/** 2 or 3 for a sub-title, 0 for another line. A point listed in an agenda is one of its items, no sub-title. */
export function titleOf(line, points) {
  const marks = /^(#{1,6})\s+\S/.exec(line);
  if (marks) return Math.min(Math.max(marks[1].length, 2), 3);
  if (line.length > LONGEST || /[.;,:]$/.test(line)) return 0;
  const name = folded(bare(line));
  const named = points.some((point) => point === name || (name.includes(' ') && point.startsWith(`${name} `)));
  if (named && !BULLET.test(line)) return 2;
  return /^\*\*[^*]+\*\*$/.test(line.replace(BULLET, '').replace(NUMBER, '')) ? 3 : 0; // all in bold
}
