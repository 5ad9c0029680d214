// `make atelier`: Sveltia CMS, the library that reads YAML and what is ours -> `paquet/`, which the site serves.
//
// Sveltia's npm build asks nothing of another host, but it is written for a bundler. Left out: the languages
// other than French (of which `french.json` has words for who is no programmer), the colours of program code, maps, and the drawings that the site does not publish.
import { readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const ASSET = /new URL\(`(?:\.\.\/)?assets\/([^`]+)`,import\.meta\.url\)/g;
const FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;
const LOCAL = /isLocalHost=\w+===`127\.0\.0\.1`\|\|\/\^\(\.\+\\\.\)\?localhost\$\/\.test\(\w+\)/;
const NO_ZOOM = /`maximum-scale=1`,/;
const COUNT = /\(\((\w+\(\w+\))\.length===1\?(\w+\(\w+\)):void 0\)\|\|/;
const FIELD = /(=\w+\(\(\)=>)(\w+\(\{\.\.\.(\w+\(\w+\)),valueMap:\w+\(\w+\),keyPath:(\w+)\}\))(\),\w+=\w+\(\(\)=>\w+\(\)\[\4\]\?\?\[\]\))/;
const REFUSED = /(===`validation_failed`\?\(.{1,300}?)(\):\w+\.message===`save_conflict`)/;
const PANEL = /(\w+)\(`validation`\)/;
const OURS = [
  // « 3 actions », and not « 3 Suivi »
  [COUNT, (_, list, one) => `(atelier.counted(${list}.length,${one})||`],
  // what is to be corrected says in which card
  [FIELD, (_, start, field, form, path, end) => `${start}atelier.placed(${field},${path},${form})${end}`],
  // what is to be corrected is listed at once: the notice that offers the list is gone after five seconds
  [REFUSED, (_, start, end) => `${start},${PANEL.exec(program)[1]}(\`validation\`)${end}`],
];
const NOTHING = { path: 'nothing', namespace: 'nothing' };
const LEFT_OUT = /^(?:@shikijs\/(?:langs|themes)\/.*|leaflet\/.*|terra-draw.*|svgo\/browser)$/;

const names = await readdir(join(here, 'node_modules/@sveltia/cms/npm/assets'));
const fonts = Object.fromEntries(
  names.filter((name) => name.endsWith('.woff2')).map((name) => [name.replace(/-.{8}\.woff2$/, ''), name]),
);

const french = JSON.parse(await readFile(join(here, 'source', 'french.json'), 'utf8'));

const program = await readFile(join(here, 'node_modules/@sveltia/cms/npm/index.js'), 'utf8');

/** Sveltia's French with our words for its own, and for those that it lacks. */
function completed(words, ours) {
  const found = { ...words };
  for (const [key, one] of Object.entries(ours)) {
    if (!(key in words) && !program.includes(`${key}:`)) throw new Error(`Sveltia ne dit plus « ${key} ».`);
    found[key] = typeof one === 'string' ? one : completed(words[key] ?? {}, one);
  }
  return found;
}

/** Its program, which asks ours at three places (`source/placed.js`). */
function inOurWords(text) {
  return OURS.reduce((said, [found, ours]) => {
    if (said.split(found).length === 1) throw new Error(`Sveltia a changé ce que cherche ${found}.`);
    return said.replace(found, ours);
  }, text);
}

const sveltia = {
  name: 'sveltia',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: LEFT_OUT }, () => NOTHING);
    onResolve({ filter: /\/locales\/[A-Za-z-]+\.json$/ }, ({ path }) =>
      path.endsWith('/fr.json') ? undefined : NOTHING,
    );
    onLoad({ filter: /\/locales\/fr\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(completed(JSON.parse(await readFile(path, 'utf8')), french)),
      loader: 'json',
    }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {}', loader: 'js' }));
    onResolve({ filter: /^asset:/ }, ({ path, importer }) => ({
      path: join(dirname(importer).replace(/chunks$/, ''), 'assets', path.slice('asset:'.length)),
      namespace: 'asset',
    }));
    onLoad({ filter: /.*/, namespace: 'asset' }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'file',
    }));
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/].*\.js$/ }, async ({ path }) => {
      const imports = [];
      const asset = (name) => {
        imports.push(`import asset${imports.length} from 'asset:${name}';`);
        return `new URL(asset${imports.length - 1},import.meta.url)`;
      };
      const text = (await readFile(path, 'utf8'))
        // on this machine it offers the folder of a programmer, in their words
        .replace(LOCAL, 'isLocalHost=false')
        .replace(NO_ZOOM, '') // one may enlarge what one reads (RGAA 10.4)
        .replace(ASSET, (_, name) => asset(name))
        // its styles are template strings, and name the fonts that stand beside it at another host
        .replace(FONT, (_, family, style) => `\${${asset(fonts[`${family}-${style}`])}.href}`);
      return { contents: `${imports.join('')}${path.endsWith('npm/index.js') ? inOurWords(text) : text}`, loader: 'js' };
    });
  },
};

await rm(join(here, 'paquet'), { recursive: true, force: true });
await build({
  entryPoints: [join(here, 'source', 'atelier.js'), join(here, 'source', 'atelier.css')],
  outdir: join(here, 'paquet'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
  plugins: [sveltia],
});

for (const name of await readdir(join(here, 'paquet'))) {
  const text = name.endsWith('.js') ? await readFile(join(here, 'paquet', name), 'utf8') : '';
  if (text.includes('isLocalHost=') && !/isLocalHost=(?:!1|false)/.test(text)) {
    throw new Error(`${name} propose encore « un dépôt local » : Sveltia a changé.`);
  }
  if (text.includes('maximum-scale')) throw new Error(`${name} défend d’agrandir la page : Sveltia a changé.`);
  if (text.includes('cdn.jsdelivr.net')) {
    throw new Error(`${name} demande encore un fichier à cdn.jsdelivr.net : Sveltia a changé ses polices de place.`);
  }
}
