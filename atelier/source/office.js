// The HTML that a word processor or a mail gives when one copies from it, as the sub-titles, lists and tables that
// it means: Word writes a list as paragraphs that begin with « · » or « - », and a sub-title as a line in bold.
import { NUMBER, levels, titleOf } from './titles.js';

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr']);
const ANY_BLOCK = [...BLOCKS, 'div', 'li'].join(', ');
const SIGN = /^[ \t\u00a0]*(?:[§o](?=[ \t]*\u00a0{2})|[-*•·–—▪◦‣●○\uf0b7\uf0a7])[ \t\u00a0]+/;
/** What begins an item of a list: « o » and « § » as well, where Word puts its spaces after it. */

/** The paste in the words of HTML that say what it means; '' where it is only words in a sentence. */
export function meant(html, points) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const left of body.querySelectorAll('img, style, script, meta, link, title')) left.remove();
  if (!body.querySelector(ANY_BLOCK)) return '';
  const parts = [...blocks(body)].flatMap((block) => [...partsOf(block)]);
  const known = levels(parts.map(({ line }) => (typeof line === 'number' ? line : titleOf(line, points))));
  const made = parts.map((part, at) => (known[at] ? titleMade(part, known[at]) : part));
  return joined(made);
}

/** The rows of the first table of a paste, a tab between two cells; '' where none has several columns. */
export function columnsIn(html) {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const text = table ? rowsOf(table).map((row) => row.join('\t')).join('\n') : '';
  return text.includes('\t') ? text : '';
}

/** The blocks below a node, out of what only holds them; words that stand between two are a paragraph. */
function* blocks(node) {
  let loose = null;
  for (const child of [...node.childNodes]) {
    const name = child.nodeName.toLowerCase();
    if (child.nodeType === Node.COMMENT_NODE) continue;
    if (!child.matches?.(ANY_BLOCK) && !child.querySelector?.(ANY_BLOCK)) {
      loose ??= document.createElement('p');
      loose.append(child);
      continue;
    }
    if (loose) yield loose;
    loose = null;
    if (BLOCKS.has(name)) yield child;
    else yield* blocks(child);
  }
  if (loose) yield loose;
}

/** What a block becomes: its `html`, the `list` that it is an item of, and the `line` that says whether it is a
 * title, as in a plain text. Empty paragraphs are none. */
function* partsOf(block) {
  const name = block.nodeName.toLowerCase();
  const text = words(block);
  if (name === 'hr' || !text) return;
  if (/^h\d$/.test(name)) yield { text, line: Math.min(Math.max(Number(name[1]), 2), 3) };
  else if (name === 'table') yield { html: tableOf(block), line: '' };
  else if (name === 'ul' || name === 'ol') yield* itemsOf(block, name);
  else if (name === 'p') yield paragraphOf(block, text);
  else yield { html: block.outerHTML, line: '' };
}

function paragraphOf(block, text) {
  const raw = block.textContent.replace(/[\r\n]+/g, ' ');
  const sign = SIGN.exec(raw) ?? (/MsoList/.test(block.className) ? NUMBER.exec(raw) : null);
  if (!sign) return { text, html: `<p>${block.innerHTML}</p>`, line: marked(block, text) };
  cut(block, sign[0].length);
  const list = NUMBER.test(sign[0]) ? 'ol' : 'ul';
  const item = words(block);
  return { text: item, html: `<li>${block.innerHTML}</li>`, list, line: `- ${marked(block, item)}` };
}

function* itemsOf(block, list) {
  for (const item of block.children) {
    const text = words(item);
    if (!text) continue;
    const nested = item.querySelector('ul, ol');
    for (const one of item.querySelectorAll(':scope > p')) one.replaceWith(...one.childNodes);
    yield { text, html: `<li>${item.innerHTML}</li>`, list, line: nested ? '' : `- ${marked(item, text)}` };
  }
}

/** A table without what its cells look like: each is one line. */
function tableOf(table) {
  const cells = (row) => row.map((cell) => `<td>${escaped(cell)}</td>`).join('');
  return `<table>${rowsOf(table).map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

/** The words of the cells of a table, row by row. */
function rowsOf(table) {
  for (const end of table.querySelectorAll(':is(td, th) :is(p, div, li, br)')) end.after(' ');
  return [...table.rows].map((row) => [...row.cells].map(words));
}

const titleMade = ({ text }, level) => ({ html: `<h${level}>${escaped(text)}</h${level}>` });

/** The parts, the items of a list between its signs. */
function joined(parts) {
  let html = '';
  let open = '';
  for (const part of [...parts, { html: '' }]) {
    const { list = '' } = part;
    if (list !== open) html += `${open && `</${open}>`}${list && `<${list}>`}`;
    open = list;
    html += part.html;
  }
  return html;
}

const words = (node) => node.textContent.replace(/[\s\u00a0]+/g, ' ').trim();
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The words of a line, between stars where all of them are in bold. */
const marked = (block, text) => (text && textsOf(block).every((one) => isBold(one, block)) ? `**${text}**` : text);

function isBold(node, block) {
  for (let at = node.parentElement; at; at = at === block ? null : at.parentElement) {
    const weight = at.style.fontWeight;
    if (weight) return weight === 'bold' || Number(weight) > 500;
    if (/^(?:B|STRONG)$/.test(at.nodeName)) return true;
  }
  return false;
}

function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  return found;
}

/** Take the first signs of a block away. */
function cut(block, count) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let left = count; left > 0 && walker.nextNode();) {
    const node = walker.currentNode;
    const less = Math.min(left, node.data.length);
    node.data = node.data.slice(less);
    left -= less;
  }
}
