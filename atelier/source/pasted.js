// What is pasted as plain text: without the signs that a word processor, a mail or a conversion left in it, and
// in the editor of texts with the lists and sub-titles that they meant.
import { columnsIn, meant } from './office.js';
import { pasteTable } from './table.js';
import { BULLET, NUMBER, bare, levels, titleOf } from './titles.js';
import { folded } from './values.js';

const OWN = 'application/x-lexical-editor';
/** What the editor copies itself needs no mending. */

/** `text` without « 1^{er} »; of `lines`, a list, without bullets, stars nor empty lines. */
export function cleaned(text, { lines = false } = {}) {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\^\{([^{}\n]*)\}/g, '$1');
  if (!lines) return plain;
  const items = plain.split('\n').map((line) => line.replace(BULLET, '').replaceAll('**', '').trim());
  return items.filter(Boolean).join('\n');
}

/**
 * A plain text as the paragraphs, lists and sub-titles that it means, in HTML.
 *
 * A sub-title is a line that « # » opens, one all in bold, or one that names a point of the `agenda`, or of that
 * which the text itself gives.
 */
export function structured(text, agenda = []) {
  const lines = cleaned(text).split('\n').map((line) => line.trim());
  const points = [...agenda, ...ownAgenda(lines)].map((point) => folded(point));
  const there = lines.filter(Boolean);
  const known = levels(there.map((line) => titleOf(line, points)));
  const made = [];
  let items = [];
  const close = () => {
    if (items.length) made.push(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
    items = [];
  };
  for (const [at, line] of there.entries()) {
    const level = known[at];
    if (!level && BULLET.test(line)) items.push(inline(line.replace(BULLET, '')));
    else {
      close();
      made.push(level ? `<h${level}>${inline(bare(line))}</h${level}>` : `<p>${inline(line)}</p>`);
    }
  }
  close();
  return made.join('');
}

/** The points listed below a line « Ordre du jour ». */
function ownAgenda(lines) {
  const at = lines.findIndex((line) => folded(line) === 'ordre du jour');
  if (at < 0) return [];
  const below = lines.slice(at + 1).filter(Boolean);
  const end = below.findIndex((line) => !BULLET.test(line) && !NUMBER.test(line));
  return below.slice(0, end < 0 ? below.length : end).map((line) => bare(line));
}

const inline = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\t+/g, ' · ')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replaceAll('**', '');

/** Mend what is pasted in the fields of a form. */
export function cleanPastes(root) {
  root.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData('text/plain') ?? '';
    if (!text || !event.isTrusted || !target.closest) return; // ours comes back here
    const html = clipboardData.getData('text/html');
    if (target.matches('input[type="text"], textarea')) {
      if (pasteTable(target, text.includes('\t') ? text : columnsIn(html))) event.preventDefault();
      else pasteLines(event, text);
    } else if (target.closest('[contenteditable="true"]') && !clipboardData.types.includes(OWN)) {
      if (html) pasteMeant(event, text, meant(html, agenda(text)));
      else if (isText(text)) pasteMeant(event, text, structured(text, agenda()));
    }
  }, { capture: true });
}

function pasteLines(event, text) {
  const many = event.target.matches('textarea');
  const better = cleaned(text, { lines: many && text.trim().includes('\n') });
  if (better === text) return;
  event.preventDefault();
  document.execCommand('insertText', false, better); // so that the field hears of it, and « undo » too
}

/** Whether it is more than some words in a sentence. */
const isText = (text) => text.trim().includes('\n') || cleaned(text) !== text;

/** The points of the agenda in the form, and those that the `text` gives. */
function agenda(text = '') {
  const points = document.querySelector('[data-key-path="ordre_du_jour"] textarea')?.value.split('\n') ?? [];
  const own = ownAgenda(text.split(/\r?\n/).map((line) => line.trim()));
  return [...points.filter(Boolean), ...own].map((point) => folded(point));
}

/** Give the editor, instead of what is pasted, the HTML that it means; nothing where that is ''. */
function pasteMeant(event, text, html) {
  if (!html) return;
  const data = new DataTransfer();
  data.setData('text/plain', text);
  data.setData('text/html', html);
  event.preventDefault();
  event.stopImmediatePropagation();
  const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  event.target.dispatchEvent(pasted);
}
