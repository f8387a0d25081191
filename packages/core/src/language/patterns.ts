/** Finds the phrases of compiled patterns in sentences, in time linear in the number of tokens. */
import type { TextRange, Token } from '../document/types.ts';
import { PatternRunner } from './pattern-run.ts';
import { compileTable, type PatternTable } from './pattern-table.ts';

/** A phrase found in a sentence. */
export interface Hit<F extends string = string> extends TextRange {
  readonly family: F;
  /** Index of its first token in the sentence. */
  readonly first: number;
  /** Index after its last token. */
  readonly last: number;
}

export interface Matcher<F extends string> {
  /** Finds the longest match of each family at each token; hits come by start. */
  match(tokens: readonly Token[]): Hit<F>[];
}

/**
 * Compiles families of patterns into one matcher.
 *
 * @param families - Patterns by family name.
 * @param classes - Phrases by class name, for `@name`; a class may use classes declared before it.
 * @throws {SyntaxError} when a pattern is malformed, names an unknown class or matches nothing at all.
 */
export function compilePatterns<F extends string>(
  families: Readonly<Record<F, readonly string[]>>,
  classes: Readonly<Record<string, readonly string[]>> = {},
): Matcher<F> {
  return matcherOf<F>(compileTable(families, classes));
}

/** A matcher that is made when it is first used. */
export function lazyMatcher<F extends string>(make: () => Matcher<F>): Matcher<F> {
  let made: Matcher<F> | undefined;
  return {
    match(tokens) {
      made ??= make();
      return made.match(tokens);
    },
  };
}

/** Makes the matcher of a table whose families are named by `F`. */
export function matcherOf<F extends string>(table: PatternTable): Matcher<F> {
  const runner = new PatternRunner(table);
  return {
    match(tokens) {
      const hits: Hit<F>[] = [];
      runner.match(tokens, (family, first, last) => {
        const { start } = tokens[first] as Token;
        const { end } = tokens[last - 1] as Token;
        hits.push({ family: table.families[family] as F, first, last, start, end });
      });
      return hits;
    },
  };
}
