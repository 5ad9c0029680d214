// How the cards of a list are counted, « 3 actions », and where a field is, « Action 2 : Quoi ».
// Sveltia asks (`build.mjs`) where it would say the label of a list or of a field alone: « 3 Suivi », « Quoi ».

/** What Sveltia asks, of the forms `cms`; `several` are the plurals of what their cards are called. */
export function wordsOf(cms, several) {
  const forms = [...cms.collections, ...cms.singletons];
  return {
    /** What so many cards are called; nothing for a list of another kind. */
    counted: (number, one) => (number > 1 ? several[one] : one),
    /** The field that stands at `path` of a form, `suivi.1.quoi`, under a label that says so. */
    placed(field, path, { collectionName, fileName } = {}) {
      const form = forms.find(({ name }) => name === (fileName || collectionName));
      const label = form && placeIn(form.fields, path);
      return field && label ? { ...field, label } : field;
    },
  };
}

function placeIn(fields, path) {
  const words = [];
  let inside = fields;
  let cards;
  for (const step of path.split('.')) {
    if (/^\d+$/.test(step)) {
      if (cards) words.push(`${capital(cards.label_singular ?? cards.label)} ${Number(step) + 1}`);
      continue;
    }
    const field = inside?.find(({ name }) => name === step);
    if (!field) return '';
    cards = field.widget === 'list' ? field : undefined;
    if (!cards) words.push(field.label);
    inside = field.fields;
  }
  return (words.length ? words : [cards?.label ?? '']).join(' : ');
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
