/**
 * An esbuild plugin that puts the compiled table of the lexicon in the place of the phrases it is compiled from.
 *
 * @param core - Where the built core package lies, as a file URL that ends in a slash.
 */
export function precompileLexicon(core) {
  return {
    name: 'precompile-lexicon',
    setup(build) {
      build.onLoad({ filter: /[\\/]language[\\/]lexicons[\\/]index\.js$/ }, async ({ path }) => {
        const [{ compileTable }, { families, lexicon, RULE_FAMILIES, ...others }, { classes }] =
          await Promise.all(
            ['pattern-table.js', 'lexicons/index.js', 'lexicons/classes.js'].map(
              (name) => import(new URL(`language/${name}`, core).href),
            ),
          );
        const unknown = Object.keys(others);
        if (unknown.length > 0 || !lexicon) throw new Error(`${path} now also exports ${unknown.join(', ')}`);
        const table = JSON.stringify(compileTable(families, classes));
        // Whatever asks for the phrases themselves fails to build, rather than bring them in again.
        return {
          contents: `
            import { lazyMatcher, matcherOf } from '../patterns.js';
            export const RULE_FAMILIES = new Set(${JSON.stringify([...RULE_FAMILIES])});
            export const lexicon = lazyMatcher(() => matcherOf(${table}));`,
        };
      });
    },
  };
}
