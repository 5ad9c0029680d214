// node bench/search.mjs SITE: questions on the standard input, a line each -> the addresses of what the site's
// header shows for each, in order, a JSON list a line.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);
globalThis.fetch = async (address) => {
  const bytes = await readFile(String(address).replace(/\?.*$/, ""));
  return {
    json: async () => JSON.parse(bytes.toString()),
    arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  };
};
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => "fr" }) }; // the language of every page
const own = path.join(site, "assets", "hub");
const [version] = readdirSync(own);
const { find, open, shortlist } = await import(pathToFileURL(path.join(own, version, "search", "engine.js")));
const index = await open(path.join(site, "pagefind/"));

for await (const question of readline.createInterface({ input: process.stdin })) {
  const shown = shortlist((await find(index, question)).pages).flatMap(([, pages]) => pages);
  const found = await Promise.all(shown.map((page) => page.data()));
  console.log(JSON.stringify(found.map((data) => data.url.slice(site.length))));
}
