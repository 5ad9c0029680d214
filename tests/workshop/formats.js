// The formats of the workshop, asked line by line: {"kind", "text"} -> {"values"}; {"kind", "values"} -> {"text"}.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { formatOf } from '../../atelier/source/format.js';

const { formats, names } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const known = new Map(Object.entries(names));
const all = Object.fromEntries(Object.entries(formats).map(([name, kind]) => [name, formatOf(kind, known)]));

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, text, values } = JSON.parse(line);
  let answer;
  try {
    answer = text === undefined ? { text: all[kind].toFile(values) } : { values: all[kind].fromFile(text) };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
