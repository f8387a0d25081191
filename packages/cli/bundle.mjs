import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { packagesIn, writeBill } from '../../scripts/bundled.mjs';
import { askLater, chunked, lazyModules, lazyPrograms, lazyYaml } from './chunks.mjs';
import { dataBeside, modelIn } from './data.mjs';
import { precompileLexicon } from './precompile.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const main = here('dist/main.cjs');
const chunks = chunked(['env-paths']);
const data = dataBeside('data.bin');
const core = new URL('./', import.meta.resolve('@narrative-lint/core'));
/** Stands for the hash of everything that is built, until all of it is. */
const BUILD = '0'.repeat(64);

const shared = {
  bundle: true,
  // All of it is read at each start.
  minify: true,
  platform: 'node',
  // The form whose compiled code can be kept.
  format: 'cjs',
  supported: {
    // As `require`, which also works in code that was kept.
    'dynamic-import': false,
    // As they are written: `new RegExp` in their place makes one each time its function runs.
    'regexp-unicode-property-escapes': true,
  },
  // Some libraries' CommonJS form cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
};

// Compiled code of an older source must never outlive it.
for (const name of ['chunks', 'compiled', 'data.bin', 'main.cjs', 'reader.cjs'])
  await rm(here(`dist/${name}`), { recursive: true, force: true });

// One file for what every run needs.
const needed = await build({
  ...shared,
  entryPoints: [here('src/main.ts')],
  outfile: main,
  define: {
    NARRATIVE_LINT_VERSION: JSON.stringify(version),
    NARRATIVE_LINT_BUILD: JSON.stringify(BUILD),
  },
  plugins: [
    lazyYaml,
    lazyPrograms,
    lazyModules,
    askLater,
    ...chunks.plugins,
    data.plugin,
    modelIn(data),
    precompileLexicon(core, data),
  ],
});
await data.write(new URL('dist/', import.meta.url));
// The program of the thread that reads documents, with chunks that it shares with the other.
const reader = await build({
  ...shared,
  entryPoints: [here('src/reading/thread.ts')],
  outfile: here('dist/reader.cjs'),
  plugins: chunks.plugins,
});
const later = await chunks.build(here('dist/chunks'), shared);
// The pool starts its threads with this file, by this name.
const threads = createRequire(import.meta.url)
  .resolve('piscina')
  .replace(/main\.js$/, 'worker.js');
const thread = await build({
  ...shared,
  entryPoints: [threads],
  outfile: here('dist/chunks/worker.js'),
  external: ['@napi-rs/nice'],
});
await writeFile(here('dist/chunks/package.json'), '{ "type": "commonjs" }\n');
const metafiles = [needed, reader, later, thread].map(({ metafile }) => metafile);
await writeBill(here('dist'), { name: 'narrative-lint', version }, packagesIn(metafiles));
await sign();
await keepCompiled();

/** Puts the hash of the bundle and its chunks into the bundle, in the place of as many zeros. */
async function sign() {
  const hash = createHash('sha256');
  const names = await readdir(here('dist/chunks'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const beside = [here('dist/data.bin'), here('dist/reader.cjs')];
  for (const file of [main, ...beside, ...files.sort()]) hash.update(await readFile(file));
  const text = await readFile(main, 'latin1');
  await writeFile(main, text.replace(BUILD, hash.digest('hex')), 'latin1');
}

/** Keeps the compiled code of what a usual run does, for this version of Node. The bin compiles the same source. */
async function keepCompiled() {
  const script = new Script(`(function(exports,require,module){${await readFile(main, 'latin1')}\n})`, {
    filename: main,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(main), module);
  const nowhere = { isTerminal: false, columns: 80, isClosed: false, write: () => undefined };
  const io = { cwd: here('.'), interactive: false, env: {}, stdin: [], out: nowhere, err: nowhere };
  const sample = here('../../fixtures/samples/personal-statement.md');
  for (const format of ['pretty', 'json']) await module.exports.main([sample, '--format', format], io);
  const { platform, arch, version: node } = process;
  await mkdir(here('dist/compiled'));
  await writeFile(here(`dist/compiled/${node}-${platform}-${arch}`), script.createCachedData());
}
