import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packagesIn, writeBill } from '../../scripts/bundled.mjs';
import { chunked } from '../cli/chunks.mjs';
import { precompileLexicon } from '../cli/precompile.mjs';

/** Bytes a bundle of the server may have. */
const BUDGET = 2_300_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { name, version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const core = new URL('./', import.meta.resolve('@narrative-lint/core'));

const shared = {
  bundle: true,
  minify: true,
  keepNames: false,
  mainFields: ['module', 'main'],
  define: { NARRATIVE_LINT_VERSION: JSON.stringify(version) },
  plugins: [precompileLexicon(core)],
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  // Escapes would make the names of characters and entities longer.
  charset: 'utf8',
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  supported: {
    // As `require`, which a client of any module system can bundle.
    'dynamic-import': false,
    // As they are written: `new RegExp` in their place makes one each time its function runs.
    'regexp-unicode-property-escapes': true,
  },
};
// The small ones, which any configuration may need.
const chunks = chunked(['ignore', 'jsonc-parser', 'picomatch', 'write-file-atomic']);
const bundles = [
  {
    ...node,
    entryPoints: [here('src/node.ts')],
    outfile: here('dist/server-node.cjs'),
    plugins: [...chunks.plugins, ...shared.plugins],
  },
  {
    ...shared,
    entryPoints: [here('src/worker.ts')],
    outfile: here('dist/server-worker.js'),
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    // A worker has no document, which some libraries use in a browser.
    conditions: ['worker'],
    format: 'iife',
    target: 'es2022',
  },
];
const metafiles = [];
for (const bundle of bundles) {
  await rm(bundle.outfile, { force: true });
  metafiles.push((await build(bundle)).metafile);
  const { size } = await stat(bundle.outfile);
  if (size > BUDGET) throw new Error(`${bundle.outfile} has ${size} bytes; ${BUDGET} are allowed`);
}
await rm(here('dist/chunks'), { recursive: true, force: true });
metafiles.push((await chunks.build(here('dist/chunks'), node)).metafile);
await writeBill(here('dist'), { name, version }, packagesIn(metafiles));
// What clients import: names of methods and defaults.
await build({
  entryPoints: [here('src/protocol.ts')],
  outfile: here('dist/protocol.js'),
  format: 'esm',
  target: 'es2022',
  bundle: true,
});
