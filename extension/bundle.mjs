// Bundles the extension for the desktop and the web, and copies what it ships beside its code.
import { copyFile, cp, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packagesIn, writeBill } from '../scripts/bundled.mjs';

/** Bytes that each file may have: what loads with the editor stays small, readers load when asked for. */
const BUDGETS = {
  'desktop.cjs': 700_000,
  'web.js': 600_000,
  'server-node.cjs': 2_300_000,
  'server-worker.js': 2_300_000,
  'read-docx.cjs': 1_000_000,
  'read-docx.js': 1_000_000,
  'read-pdf.cjs': 2_200_000,
  'read-pdf.js': 2_200_000,
};

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const server = (name) => fileURLToPath(import.meta.resolve(`@narrative-lint/language-server/${name}`));

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  external: ['vscode'],
};
const desktop = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // As they are written: `new RegExp` in their place makes one each time its function runs.
  supported: { 'regexp-unicode-property-escapes': true },
  mainFields: ['module', 'main'],
  // Known to ES modules only, and some bundled libraries ask for it.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
};
const web = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

await mkdir(here('dist'), { recursive: true });
await rm(here('dist/chunks'), { recursive: true, force: true });
const bundled = await Promise.all([
  build({ ...desktop, entryPoints: [here('src/desktop.ts')], outfile: here('dist/desktop.cjs') }),
  build({ ...web, format: 'cjs', entryPoints: [here('src/web.ts')], outfile: here('dist/web.js') }),
  ...['docx', 'pdf'].flatMap((reader) => [
    build({
      ...desktop,
      entryPoints: [here(`src/readers/${reader}.desktop.ts`)],
      outfile: here(`dist/read-${reader}.cjs`),
    }),
    build({
      ...web,
      format: 'iife',
      entryPoints: [here(`src/readers/${reader}.web.ts`)],
      outfile: here(`dist/read-${reader}.js`),
    }),
  ]),
]);
await Promise.all([
  copyFile(server('node'), here('dist/server-node.cjs')),
  // What the server of Node reads when it needs more.
  cp(join(dirname(server('node')), 'chunks'), here('dist/chunks'), { recursive: true }),
  copyFile(server('worker'), here('dist/server-worker.js')),
  copyFile(here('../fixtures/samples/personal-statement.md'), here('dist/sample.md')),
  copyFile(here('../LICENSE'), here('LICENSE')),
]);
const { name, version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const packages = packagesIn(bundled.map(({ metafile }) => metafile));
await writeBill(here('dist'), { name, version }, packages, dirname(server('node')));
for (const [file, budget] of Object.entries(BUDGETS)) {
  const { size } = await stat(here(`dist/${file}`));
  if (size > budget) throw new Error(`dist/${file} has ${size} bytes; ${budget} are allowed.`);
}
