// A card that was just added: its first field is in sight, ready to be filled in.

const LATEST = 2000;
/** Milliseconds after which a card that has not appeared, or has not had the focus, is left alone. */

export const SHOWN = 'atelier-carte';
/** What a list hears when a card was added to it and waits to be filled in. */

const CARDS = '.item-list';
const FIELDS = 'input:not([type="search"]), textarea, [role="radio"], [role="combobox"]';

/** Follow the buttons that add a card: all of them stand in the bar above or below a list. */
export function showCards(root) {
  root.addEventListener('click', ({ target }) => {
    const bar = target.closest?.('button') && target.closest('.toolbar');
    const list = [bar?.nextElementSibling, bar?.previousElementSibling].find((one) => one?.matches(CARDS));
    if (list) whenAdded(list, (card) => show(card, list));
  }, { capture: true }); // before the button goes: that of an empty list does
}

/** Hand over the next card that appears in a list; nothing appears where another button was pressed. */
function whenAdded(list, then) {
  const before = new Set(list.children);
  const observer = new MutationObserver(() => {
    const added = [...list.children].find((card) => !before.has(card));
    if (!added || !added.querySelector(FIELDS)) return;
    observer.disconnect();
    then(added);
  });
  observer.observe(list, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), LATEST);
}

/** Sveltia scrolls to the card, then gives its header the focus, a moment later: it is the field's from there, the
 * first one, or the one that somebody quicker has begun to fill in. */
function show(card, list) {
  const quit = new AbortController();
  let begun = null;
  const pass = ({ target }) => {
    if (target.matches(FIELDS)) {
      begun = target;
      return;
    }
    quit.abort();
    (begun ?? card.querySelector(FIELDS))?.focus({ preventScroll: true });
    if (!begun) card.scrollIntoView({ block: 'start' });
    list.dispatchEvent(new CustomEvent(SHOWN, { detail: card }));
  };
  card.addEventListener('focusin', pass, { signal: quit.signal });
  setTimeout(() => quit.abort(), LATEST);
}
