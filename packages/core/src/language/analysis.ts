import type { NarrativeDocument, Sentence, TextRange, Token } from '../document/types.ts';
import { splitClauses } from './clauses.ts';
import { type FamilyName, lexicon } from './lexicons/index.ts';
import type { Hit } from './patterns.ts';

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
}

/** What is known of the language of a draft before anyone asks what it tells. */
export interface LanguageAnalysis {
  readonly clauses: readonly Clause[];
  /** Every phrase of every lexicon family found in the draft, by start. */
  readonly hits: readonly Hit<FamilyName>[];
  /** All hits that lie wholly within a clause, by start. */
  inClause(clause: Clause): readonly Hit<FamilyName>[];
  /** Hits of one of the families that lie wholly within a range, by start. */
  within(range: TextRange, ...families: readonly FamilyName[]): Hit<FamilyName>[];
  /** Whether any phrase of one of the families lies within a range. */
  has(range: TextRange, ...families: readonly FamilyName[]): boolean;
}

/** Finds the clauses and the lexicon phrases of a draft. */
export function analyse(document: NarrativeDocument): LanguageAnalysis {
  const hits: Hit<FamilyName>[] = [];
  const clauses: Clause[] = [];
  const hitsByClause: (readonly Hit<FamilyName>[])[] = [];
  for (const sentence of document.sentences) {
    const found = lexicon.match(sentence.tokens);
    for (const hit of found) hits.push(hit);
    for (const clause of splitClauses(sentence)) {
      hitsByClause.push(found.filter((hit) => hit.start >= clause.start && hit.end <= clause.end));
      clauses.push({ ...clause, index: clauses.length });
    }
  }
  const byFamily = new Map<FamilyName, Hit<FamilyName>[]>();
  for (const hit of hits) {
    const list = byFamily.get(hit.family);
    if (list) list.push(hit);
    else byFamily.set(hit.family, [hit]);
  }

  const within = (range: TextRange, ...families: readonly FamilyName[]) => {
    const found: Hit<FamilyName>[] = [];
    for (const family of families) {
      for (const hit of byFamily.get(family) ?? []) {
        if (hit.start >= range.start && hit.end <= range.end) found.push(hit);
      }
    }
    return families.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
  };
  const has = (range: TextRange, ...families: readonly FamilyName[]) =>
    families.some((family) =>
      (byFamily.get(family) ?? []).some((hit) => hit.start >= range.start && hit.end <= range.end),
    );

  const inClause = (clause: Clause) => hitsByClause[clause.index] ?? [];
  return { clauses, hits, inClause, within, has };
}
