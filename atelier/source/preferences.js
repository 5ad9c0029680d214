// French, unless the reader has chosen otherwise: read by Sveltia as soon as it is loaded.
const KEY = 'sveltia-cms.prefs';
try {
  const known = JSON.parse(localStorage.getItem(KEY) || '{}');
  localStorage.setItem(KEY, JSON.stringify({ locale: 'fr', ...known }));
} catch {
  // without storage the language is the browser's
}
