import { readFile } from 'node:fs/promises';

const CALL = 'compilePatterns(families, classes)';

/**
 * An esbuild plugin that puts the compiled table of the lexicon in the place of the call that compiles it.
 *
 * @param core - Where the built core package lies, as a file URL that ends in a slash.
 */
export function precompileLexicon(core) {
  return {
    name: 'precompile-lexicon',
    setup(build) {
      build.onLoad({ filter: /[\\/]language[\\/]lexicons[\\/]index\.js$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(CALL)) throw new Error(`${path} no longer calls ${CALL}`);
        const [{ compileTable }, { families }, { classes }] = await Promise.all(
          ['pattern-table.js', 'lexicons/index.js', 'lexicons/classes.js'].map(
            (name) => import(new URL(`language/${name}`, core).href),
          ),
        );
        const table = JSON.stringify(compileTable(families, classes));
        return {
          contents: `import { matcherOf } from '../patterns.js';\n${source.replace(CALL, () => `matcherOf(${table})`)}`,
        };
      });
    },
  };
}
