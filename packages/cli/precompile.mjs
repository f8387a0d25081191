import { readFile } from 'node:fs/promises';

const CALL = 'compilePatterns(families, classes)';
/** The families with their patterns, of which only the names are asked for once the table is there. */
const FAMILIES = /export const families = \{[^}]*\};/;

/**
 * An esbuild plugin that puts the compiled table of the lexicon in the place of the call that compiles it, and
 * leaves the patterns behind.
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
        if (!FAMILIES.test(source)) throw new Error(`${path} no longer lists its families in one object`);
        const [{ compileTable }, { families }, { classes }] = await Promise.all(
          ['pattern-table.js', 'lexicons/index.js', 'lexicons/classes.js'].map(
            (name) => import(new URL(`language/${name}`, core).href),
          ),
        );
        const table = JSON.stringify(compileTable(families, classes));
        const names = JSON.stringify(Object.fromEntries(Object.keys(families).map((name) => [name, []])));
        const contents = source
          .replace(CALL, () => `matcherOf(${table})`)
          .replace(FAMILIES, () => `export const families = ${names};`);
        return { contents: `import { matcherOf } from '../patterns.js';\n${contents}` };
      });
    },
  };
}
