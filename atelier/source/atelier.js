// The workshop: the forms that the site was published with, and the files as they are on the forge.
import './preferences.js';
import CMS from '@sveltia/cms';
import { showCards } from './cards.js';
import { labelsOf, offerNames } from './choices.js';
import { patternsOf, readDates } from './dates.js';
import { formatOf } from './format.js';
import { cleanPastes } from './pasted.js';
import { tellPeople } from './people.js';
import { wordsOf } from './placed.js';
import { explainEntrance, hearProposals, say } from './said.js';
import { withToday } from './today.js';

const answer = await fetch('config.json');
const { cms, formats, names, people, saved, several } = await answer.json();
const known = new Map(Object.entries(names));
for (const [name, kind] of Object.entries(formats)) {
  CMS.registerCustomFormat(name, kind.extension, formatOf(kind, known));
}

const root = document.getElementById('nc-root');
const labels = labelsOf(cms, known);
globalThis.atelier = wordsOf(cms, several);
new MutationObserver(() => {
  explainEntrance(root);
  offerNames(root, labels);
}).observe(root, { childList: true, subtree: true });
showCards(root);
cleanPastes(root);
readDates(root, patternsOf(cms));
tellPeople(root, people);
hearProposals();
CMS.registerEventListener({ name: 'postSave', handler: () => say(saved) });

await CMS.init({ config: { ...withToday(cms), load_config_file: false } });
