// The workshop: the forms that the site was published with, and the files as they are on the forge.
import './preferences.js';
import CMS from '@sveltia/cms';
import { formatOf } from './format.js';
import { withToday } from './today.js';

const answer = await fetch('config.json');
const { cms, formats, names } = await answer.json();
const known = new Map(Object.entries(names));
for (const [name, kind] of Object.entries(formats)) {
  CMS.registerCustomFormat(name, kind.extension, formatOf(kind, known));
}
await CMS.init({ config: { ...withToday(cms), load_config_file: false } });
