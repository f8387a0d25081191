import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { precompileLexicon } from '../cli/precompile.mjs';

/** Bytes a bundle of the server may have. */
const BUDGET = 2 * 1024 * 1024;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const core = new URL('./', import.meta.resolve('@narrative-lint/core'));

const shared = {
  bundle: true,
  minify: true,
  keepNames: false,
  mainFields: ['module', 'main'],
  define: { NARRATIVE_LINT_VERSION: JSON.stringify(version) },
  plugins: [precompileLexicon(core)],
  logLevel: 'warning',
  legalComments: 'none',
  // Escapes would make the names of characters and entities longer.
  charset: 'utf8',
};
const bundles = [
  {
    ...shared,
    entryPoints: [here('src/node.ts')],
    outfile: here('dist/server-node.cjs'),
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
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
for (const bundle of bundles) {
  await rm(bundle.outfile, { force: true });
  await build(bundle);
  const { size } = await stat(bundle.outfile);
  if (size > BUDGET) throw new Error(`${bundle.outfile} has ${size} bytes; ${BUDGET} are allowed`);
}
// What clients import: names of methods and defaults.
await build({
  entryPoints: [here('src/protocol.ts')],
  outfile: here('dist/protocol.js'),
  format: 'esm',
  target: 'es2022',
  bundle: true,
});
