// Draws media/icon.png from media/icon.svg; the marketplace takes no SVG.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { packaging } from './install.mjs';

const { initWasm, Resvg } = await import(pathToFileURL(packaging('@resvg/resvg-wasm/index.mjs')));
await initWasm(readFile(packaging('@resvg/resvg-wasm/index_bg.wasm')));
const svg = await readFile(new URL('../media/icon.svg', import.meta.url), 'utf8');
await writeFile(new URL('../media/icon.png', import.meta.url), new Resvg(svg).render().asPng());
