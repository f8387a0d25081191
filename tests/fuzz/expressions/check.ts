import { checkSync } from 'recheck';
import { choicesOf, wordsOf } from './choices.ts';
import type { Expression } from './sources.ts';

/** How it is known that an expression takes time linear in its text. */
export type Verdict =
  /** Proven on the automaton of the expression. */
  | 'proven'
  /** It has what no automaton can be made of; a search for a text that takes long found none. */
  | 'searched';

// The checker comes as programs of several kinds; the one in JavaScript is there on every machine.
process.env.RECHECK_BACKEND = 'pure';

/**
 * Steps decide, not the clock: the times are in milliseconds, and so long that no machine meets them. The
 * search has a short text and many steps on it, so that what looks at forty characters from each place is told
 * from what looks at all that follow.
 */
const SETTINGS = {
  timeout: 600_000,
  attackTimeout: 300_000,
  maxAttackStringSize: 4000,
  attackLimit: 5_000_000,
};

/**
 * Asks whether an expression takes time linear in the length of any text.
 *
 * @returns How that is known; otherwise what is wrong, as an `Error` whose message has a text to try.
 */
export function check({ source, flags }: Pick<Expression, 'source' | 'flags'>): Verdict | Error {
  const spelled = spelledOut(source);
  const choices = choicesOf(spelled);
  if (choices.length > 1) return checkEach(choices, flags);
  const verdict = checkWhole(spelled, flags);
  const words = verdict instanceof Error ? wordsOf(spelled) : [];
  return words.length > 0 ? checkEach(words, flags) : verdict;
}

/**
 * What is matched at a place by one of several choices takes as long as all of them together. One by one they
 * are small enough for a proof, and many words at each place are not taken for time that grows by the square.
 */
function checkEach(choices: readonly string[], flags: string): Verdict | Error {
  let all: Verdict = 'proven';
  for (const choice of choices) {
    const verdict = check({ source: choice, flags });
    if (verdict instanceof Error) return verdict;
    if (verdict === 'searched') all = verdict;
  }
  return all;
}

function checkWhole(source: string, flags: string): Verdict | Error {
  const verdict = checkSync(source, flags, SETTINGS);
  if (verdict.status === 'vulnerable')
    return new Error(`${verdict.complexity.summary}, as on ${verdict.attack.pattern}`);
  if (verdict.status === 'unknown') return new Error(`not known: ${JSON.stringify(verdict.error)}`);
  return verdict.checker === 'automaton' ? 'proven' : 'searched';
}

/** Names that the checker does not know, by others for the same. */
function spelledOut(source: string): string {
  return source.replaceAll('\\p{EMod}', '\\p{Emoji_Modifier}');
}
