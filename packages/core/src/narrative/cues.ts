import type { TextRange } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import { FAMILY_WORDS } from './family-words.ts';
import { quotable } from './quotable.ts';
import type { Cue } from './types.ts';

/** Cues kept for one stretch: more than a person reads says less. */
const MOST_CUES = 3;
/** Words of the draft quoted in one reason. */
const MOST_WORDS = 8;

/** Gives an object cues that are worked out when they are first asked for: they are costly, and few callers ask. */
export function withCues<T extends object>(
  object: T,
  cues: () => readonly Cue[],
): T & { readonly cues: readonly Cue[] } {
  let found: readonly Cue[] | undefined;
  const get = () => {
    found ??= cues();
    return found;
  };
  return Object.defineProperty(object, 'cues', { get, enumerable: true, configurable: true }) as T & {
    readonly cues: readonly Cue[];
  };
}

/** The heaviest cues first, at most three, none that says what a heavier one has said. */
export function heaviest(cues: readonly Cue[]): readonly Cue[] {
  const kept: Cue[] = [];
  for (const cue of [...cues].sort((a, b) => b.weight - a.weight)) {
    if (kept.length === MOST_CUES) break;
    if (!kept.some((other) => saysTheSame(other, cue))) kept.push(cue);
  }
  return kept;
}

function saysTheSame(one: Cue, other: Cue): boolean {
  if (meaning(one) === meaning(other)) return true;
  if (one.text === undefined || other.text === undefined) return false;
  return holdsWords(one.text, other.text) || holdsWords(other.text, one.text);
}

/** The reason without the words it quotes after a colon, and without where in its sentence it holds. */
function meaning({ reason }: Cue): string {
  return reason.replace(/^its sentence /, '').split(': "', 1)[0] ?? '';
}

/** Whether words stand in a text as whole words, whatever their case. */
export function holdsWords(text: string, words: string): boolean {
  const bare = (one: string) =>
    one
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu)
      ?.join(' ') ?? '';
  return ` ${bare(text)} `.includes(` ${bare(words)} `);
}

/** The cue of a phrase of a lexicon family, with the longest such phrase of the clause as its words. */
export function phraseCue(
  family: FamilyName,
  weight: number,
  clause: Clause,
  language: LanguageAnalysis,
  source: string,
): Cue {
  const hits = language.inClause(clause).filter((hit) => hit.family === family);
  const size = ({ start, end }: TextRange) => end - start;
  const longest = hits.reduce<TextRange | undefined>(
    (best, hit) => (best && size(best) >= size(hit) ? best : hit),
    undefined,
  );
  const reason = FAMILY_WORDS[family];
  if (!longest) return { reason, weight };
  const text = source.slice(longest.start, longest.end).replace(/\s+/g, ' ');
  return { reason: `${reason}: ${quote(text)}`, text, weight };
}

/** Words of the draft between quotation marks, cut after the first few. */
export function quote(text: string): string {
  const words = text.split(' ');
  const first = quotable(words.slice(0, MOST_WORDS).join(' '));
  return words.length > MOST_WORDS ? `"${first} ..."` : `"${first}"`;
}
