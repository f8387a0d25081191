import type { NarrativeDocument, Sentence, TextRange, Token } from '../document/types.ts';
import { type RawClause, splitClauses } from './clauses.ts';
import { type FamilyName, lexicon, RULE_FAMILIES } from './lexicons/index.ts';
import type { Hit } from './patterns.ts';

export interface SentencePart extends Omit<Clause, 'index' | 'sentence'> {
  /** Those that tell something of the story and lie wholly within it. */
  readonly hits: readonly Hit<FamilyName>[];
}

/** What is known of the language of one sentence. */
export interface SentenceAnalysis {
  readonly hits: readonly Hit<FamilyName>[];
  /** In order, tiling the sentence. */
  readonly clauses: readonly SentencePart[];
}

/** A clause: the smallest stretch that can have a role of its own. Clauses tile their sentence. */
export interface Clause extends TextRange {
  /** Position among all clauses of the draft, from 0. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Words in it; contractions count once. */
  readonly words: number;
  /** What opened it: the connective or mark at the turn, or `start` for the first of a sentence. */
  readonly opener: string;
  /** Stands for its words: the same object means the same tokens, wherever they stand. */
  readonly shape: object;
}

/** What is known of the language of a draft before anyone asks what it tells. */
export interface LanguageAnalysis {
  readonly clauses: readonly Clause[];
  /** Every phrase of every lexicon family found in the draft, by start. */
  readonly hits: readonly Hit<FamilyName>[];
  /** Hits that lie wholly within a clause and say something about its role, by start. */
  inClause(clause: Clause): readonly Hit<FamilyName>[];
  /** Clauses that share a character with a range, in order. */
  clausesIn(range: TextRange): readonly Clause[];
  /** Hits of one of the families that lie wholly within a range, by start. */
  within(range: TextRange, ...families: readonly FamilyName[]): Hit<FamilyName>[];
  /** Whether any phrase of one of the families lies within a range. */
  has(range: TextRange, ...families: readonly FamilyName[]): boolean;
}

/** Finds the clauses and the lexicon phrases of one sentence. */
export function analyseSentence(sentence: Sentence): SentenceAnalysis {
  const hits = lexicon.match(sentence.tokens);
  const telling = hits.filter((hit) => !RULE_FAMILIES.has(hit.family));
  const clauses = splitClauses(sentence).map(({ tokens, start, end, words, opener }: RawClause) => {
    const own = telling.filter((hit) => hit.start >= start && hit.end <= end);
    return { tokens, start, end, words, opener, shape: tokens, hits: own };
  });
  return { hits, clauses };
}

/**
 * Finds the clauses and the lexicon phrases of a draft.
 *
 * @param analyseOne - Gives what `analyseSentence` gives, for a caller that remembers what it gave before.
 */
export function analyse(
  document: NarrativeDocument,
  analyseOne: (sentence: Sentence) => SentenceAnalysis = analyseSentence,
): LanguageAnalysis {
  const hits: Hit<FamilyName>[] = [];
  const clauses: Clause[] = [];
  const hitsByClause: (readonly Hit<FamilyName>[])[] = [];
  for (const sentence of document.sentences) {
    const { hits: found, clauses: parts } = analyseOne(sentence);
    for (const hit of found) hits.push(hit);
    for (const { tokens, start, end, words, opener, shape, hits: own } of parts) {
      hitsByClause.push(own);
      clauses.push({ index: clauses.length, sentence, tokens, start, end, words, opener, shape });
    }
  }
  const byFamily = new Map<FamilyName, Hit<FamilyName>[]>();
  for (const hit of hits) {
    const list = byFamily.get(hit.family);
    if (list) list.push(hit);
    else byFamily.set(hit.family, [hit]);
  }

  const eachWithin = (range: TextRange, family: FamilyName, visit: (hit: Hit<FamilyName>) => boolean) => {
    const list = byFamily.get(family) ?? [];
    for (let at = firstFrom(list, range.start); at < list.length; at += 1) {
      const hit = list[at];
      if (!hit || hit.start > range.end) return false;
      if (hit.end <= range.end && visit(hit)) return true;
    }
    return false;
  };
  const within = (range: TextRange, ...families: readonly FamilyName[]) => {
    const found: Hit<FamilyName>[] = [];
    for (const family of families)
      eachWithin(range, family, (hit) => {
        found.push(hit);
        return false;
      });
    return families.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
  };
  const has = (range: TextRange, ...families: readonly FamilyName[]) =>
    families.some((family) => eachWithin(range, family, () => true));
  const clausesIn = (range: TextRange) => {
    const found: Clause[] = [];
    for (let at = Math.max(0, firstFrom(clauses, range.start) - 1); at < clauses.length; at += 1) {
      const clause = clauses[at];
      if (!clause || clause.start >= range.end) break;
      if (clause.end > range.start) found.push(clause);
    }
    return found;
  };

  const inClause = (clause: Clause) => hitsByClause[clause.index] ?? [];
  return { clauses, hits, inClause, clausesIn, within, has };
}

/** The index of the first range that starts at an offset or after it; ranges are in the order of their starts. */
function firstFrom(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
