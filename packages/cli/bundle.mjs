import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { precompileLexicon } from './precompile.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const main = here('dist/main.cjs');

/** Libraries that few runs need, by the name of their chunk. */
const later = new Map();
const loadLater = {
  name: 'load-later',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^.]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === loadLater || path.startsWith('node:')) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: loadLater });
      later.set(path, found.path);
      return { path: `./chunks/${path}.cjs`, external: true };
    });
  },
};

/** Front matter and configuration files need it, a plain draft does not: it is evaluated when first called. */
const lazyYaml = {
  name: 'lazy-yaml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, ({ kind, resolveDir }) =>
      kind === 'import-statement'
        ? { path: 'yaml', namespace: 'lazy', pluginData: { resolveDir }, sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /^yaml$/, namespace: 'lazy' }, ({ pluginData }) => ({
      ...pluginData,
      contents: `
        export const parse = (...given) => require('yaml').parse(...given);
        export const parseDocument = (...given) => require('yaml').parseDocument(...given);
        export const stringify = (...given) => require('yaml').stringify(...given);
        export const isNode = (value) => require('yaml').isNode(value);
        export function LineCounter() { return new (require('yaml').LineCounter)(); }`,
    }));
  },
};

/** Only a draft that may hold a patient's name needs it: a chunk of its own, evaluated when first called. */
const lazyPeople = {
  name: 'lazy-people',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^compromise\/two$/ }, async ({ kind, resolveDir, pluginData }) => {
      if (kind !== 'import-statement' || pluginData === lazyPeople) return undefined;
      const found = await resolve('compromise/two', { kind, resolveDir, pluginData: lazyPeople });
      later.set('compromise', found.path);
      return { path: 'compromise', namespace: 'people', sideEffects: false };
    });
    onResolve({ filter: /^\.\/chunks\// }, ({ path, namespace }) =>
      namespace === 'people' ? { path, external: true } : undefined,
    );
    onLoad({ filter: /^compromise$/, namespace: 'people' }, () => ({
      contents: `export default (...given) => require('./chunks/compromise.cjs').default(...given);`,
    }));
  },
};

/** The checks of other libraries: a chunk of their own, read when a rule that is off by default is turned on. */
const lazyNeighbours = {
  name: 'lazy-neighbours',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /[\\/]neighbours\.js$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === lazyNeighbours) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: lazyNeighbours });
      later.set('neighbours', found.path);
      return { path: 'neighbours', namespace: 'lazy-neighbours', sideEffects: false };
    });
    onResolve({ filter: /^\.\/chunks\//, namespace: 'lazy-neighbours' }, ({ path }) => ({
      path,
      external: true,
    }));
    onLoad({ filter: /.*/, namespace: 'lazy-neighbours' }, () => ({
      contents: `
        export const neighbourFindings = (...given) =>
          require('./chunks/neighbours.cjs').neighbourFindings(...given);`,
    }));
  },
};

const shared = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  // The form whose compiled code can be kept.
  format: 'cjs',
  // As `require`, which also works in code that was kept.
  supported: { 'dynamic-import': false },
  // Some libraries' CommonJS form cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  logLevel: 'warning',
};

// Compiled code of an older source must never outlive it.
for (const name of ['chunks', 'compiled', 'main.cjs'])
  await rm(here(`dist/${name}`), { recursive: true, force: true });

// One file for what every run needs.
await build({
  ...shared,
  entryPoints: [here('src/main.ts')],
  outfile: main,
  define: { NARRATIVE_LINT_VERSION: JSON.stringify(version) },
  plugins: [
    lazyYaml,
    lazyPeople,
    lazyNeighbours,
    loadLater,
    precompileLexicon(new URL('./', import.meta.resolve('@narrative-lint/core'))),
  ],
});
await build({
  ...shared,
  entryPoints: Object.fromEntries(later),
  outdir: here('dist/chunks'),
  outExtension: { '.js': '.cjs' },
  // Known to ES modules only, and some bundled libraries ask for it.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
});
await keepCompiled();

/** Keeps the compiled code of what a usual run does, for this version of Node. The bin compiles the same source. */
async function keepCompiled() {
  const script = new Script(`(function(exports,require,module){${await readFile(main, 'latin1')}\n})`, {
    filename: main,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(main), module);
  const nowhere = { isTerminal: false, columns: 80, write: () => undefined };
  const io = { cwd: here('.'), interactive: false, env: {}, stdin: [], out: nowhere, err: nowhere };
  const sample = here('../../fixtures/samples/personal-statement.md');
  for (const format of ['pretty', 'json']) await module.exports.main([sample, '--format', format], io);
  const { platform, arch, version: node } = process;
  await mkdir(here('dist/compiled'));
  await writeFile(here(`dist/compiled/${node}-${platform}-${arch}`), script.createCachedData());
}
