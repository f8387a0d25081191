/**
 * An esbuild plugin that puts the compiled table of the lexicon in the place of the phrases it is compiled from.
 *
 * @param core - Where the built core package lies, as a file URL that ends in a slash.
 * @param data - Where large tables are kept, if not in the bundle (see `dataBeside`).
 */
export function precompileLexicon(core, data) {
  return {
    name: 'precompile-lexicon',
    setup(build) {
      build.onLoad({ filter: /[\\/]language[\\/]lexicons[\\/]index\.js$/ }, async ({ path }) => {
        const [{ compileTable }, { families, FAMILY_NAMES, lexicon, RULE_FAMILIES, ...others }, { classes }] =
          await Promise.all(
            ['pattern-table.js', 'lexicons/index.js', 'lexicons/classes.js'].map(
              (name) => import(new URL(`language/${name}`, core).href),
            ),
          );
        const unknown = Object.keys(others);
        if (unknown.length > 0 || !lexicon) throw new Error(`${path} now also exports ${unknown.join(', ')}`);
        const { states, words, ...small } = compileTable(families, classes);
        // Whatever asks for the phrases themselves fails to build, rather than bring them in again.
        return {
          contents: `
            ${data ? data.import : ''}
            import { lazyMatcher, matcherOf } from '../patterns.js';
            export const FAMILY_NAMES = ${JSON.stringify(FAMILY_NAMES)};
            export const RULE_FAMILIES = new Set(${JSON.stringify([...RULE_FAMILIES])});
            export const lexicon = lazyMatcher(() => matcherOf({
              ...${JSON.stringify(small)},
              states: ${data ? statesIn(data, states) : JSON.stringify(states)},
              words: ${data ? wordsIn(data, words) : JSON.stringify(words)},
            }));`,
        };
      });
    },
  };
}

function statesIn(data, states) {
  const bytes = new Uint8Array(Int32Array.from(states).buffer);
  // A copy, since numbers may not lie at any place of a file.
  return `new Int32Array(new Uint8Array(${data.add(bytes)}).buffer)`;
}

function wordsIn(data, words) {
  return `${data.add(Buffer.from(words.join('\n')))}.toString().split('\\n')`;
}
