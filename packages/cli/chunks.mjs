import * as promises from 'node:fs/promises';
import * as threads from 'node:worker_threads';
import { build } from 'esbuild';

/** Front matter and configuration files need it, a plain draft does not: it is evaluated when first called. */
export const lazyYaml = {
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

/** What the command line parser has for commands that are programs of their own, which ours are not. */
export const lazyPrograms = {
  name: 'lazy-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'programs' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'programs' }, () => ({
      contents: `exports.spawn = (...given) => require('node:child_process').spawn(...given);`,
    }));
  },
};

/** Modules of Node that a run over one plain draft does not have: each is loaded when it is first asked for. */
const LATER = { 'node:fs/promises': promises, 'node:worker_threads': threads };

export const lazyModules = {
  name: 'lazy-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(?:fs\/promises|worker_threads)$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'later' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => {
      const names = Object.keys(LATER[path]).filter((name) => name !== 'default');
      const getters = names.map((name) => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };` };
    });
  },
};

/** What libraries ask of Node when they are loaded, for what is not used here: a change of their source. */
const ASKED = [
  // Only its functions that do not wait are called.
  [
    /[\\/]lilconfig[\\/]src[\\/]index\.js$/,
    'fs.promises.readFile',
    '(...given) => fs.promises.readFile(...given)',
  ],
  // Whether there are colours is decided elsewhere, and a stream is made when it is first looked at.
  [/[\\/]picocolors[\\/]picocolors\.js$/, '(p.stdout || {})', '{}'],
];

export const askLater = {
  name: 'ask-later',
  setup({ onLoad }) {
    for (const [filter, asked, later] of ASKED)
      onLoad({ filter }, async ({ path }) => {
        const source = await promises.readFile(path, 'utf8');
        if (!source.includes(asked)) throw new Error(`${path} no longer has ${asked}`);
        return { contents: source.replace(asked, later) };
      });
  },
};

/**
 * Plugins of esbuild for a CommonJS bundle that leaves out what few runs need, and the build of what was left
 * out: chunks in a folder `chunks` beside the bundle, each read when it is first called.
 *
 * @param kept - Libraries that stay in the bundle, though they are imported where they are needed.
 */
export function chunked(kept = []) {
  /** Libraries that few runs need, by the name of their chunk. */
  const later = new Map();
  const loadLater = {
    name: 'load-later',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[^.]/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (
          kind !== 'dynamic-import' ||
          pluginData === loadLater ||
          path.startsWith('node:') ||
          kept.includes(path)
        )
          return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: loadLater });
        later.set(path, found.path);
        return { path: `./chunks/${path}.cjs`, external: true };
      });
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

  return {
    plugins: [lazyPeople, lazyNeighbours, loadLater],
    /** Builds the chunks of a bundle that was built with these settings. */
    build: (outdir, settings) =>
      build({
        ...settings,
        entryPoints: Object.fromEntries(later),
        outdir,
        outExtension: { '.js': '.cjs' },
        // Known to ES modules only, and some bundled libraries ask for it.
        define: { 'import.meta.url': 'moduleUrl' },
        banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
      }),
  };
}
