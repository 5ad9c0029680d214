// What the page says of its own where Sveltia says nothing: what one needs to enter, what becomes of what is saved.
// The sentences are the page's (`hub/atelier/files.py`), in `<template>`s: they name the forge and the service.

/** A copy of the sentences of the page under this name; null where it has none. */
const words = (name) => document.getElementById(`atelier-${name}`)?.content.cloneNode(true) ?? null;

/** Show, above everything, what becomes of what was saved, until somebody has read it. */
export function say(name) {
  const place = document.getElementById('atelier-dit');
  const told = words(name);
  if (!place || !told) return;
  place.replaceChildren(told);
  place.querySelector('button')?.addEventListener('click', () => place.replaceChildren());
}

/** Say under the button of the entrance what one needs, and from whom. */
export function explainEntrance(root) {
  for (const buttons of root.querySelectorAll('h1 ~ .buttons:not(:has(.atelier-entree))')) {
    const told = buttons.querySelector('button') && words('entree');
    if (told) buttons.append(told);
  }
}

/**
 * Whether a request hands something over to who reviews: GitHub's and GitLab's ways to change a proposal's label.
 * Sveltia has no event for it.
 */
export function proposes({ method, body } = {}) {
  if (!['PATCH', 'PUT'].includes(method) || typeof body !== 'string') return false;
  try {
    const { labels = [], add_labels: added = [] } = JSON.parse(body);
    return [labels, added].flat().some((label) => /\/pending_review$/.test(label?.name ?? label));
  } catch {
    return false;
  }
}

/** Say what is proposed when the forge has answered that it is. */
export function hearProposals() {
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    const answer = await fetch(...request);
    if (answer.ok && proposes(request[1])) say('propose');
    return answer;
  };
}
