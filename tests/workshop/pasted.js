// What the workshop makes of what is pasted, asked line by line: {"of", "with"} -> {"answer"}.
import { createInterface } from 'node:readline';
import { answered, namedIn } from '../../atelier/source/choices.js';
import { dated } from '../../atelier/source/dates.js';
import { cleaned, structured } from '../../atelier/source/pasted.js';
import { peopleIn } from '../../atelier/source/people.js';
import { proposes } from '../../atelier/source/said.js';
import { rowsOf } from '../../atelier/source/table.js';

const all = {
  answered,
  dated,
  peopleIn,
  cleaned,
  structured,
  rowsOf,
  proposes,
  namedIn: (text, labels) => namedIn(text, new Map(labels), new Set(labels.map(([, label]) => label))),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { of, given } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ answer: all[of](...given) })}\n`);
}
