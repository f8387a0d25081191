import { bySentence } from '../../document/shape.ts';
import type { Sentence } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { FamilyName } from '../../language/lexicons/index.ts';
import { ownerOf, TELLING, tellsOwnSetback } from '../own-setback.ts';

/** What features ask of a sentence, as far as its own words say. */
export interface SentenceFacts {
  /** Whether it tells a setback of the writer's. */
  readonly told: boolean;
  /** Whose the failures told in it are. */
  readonly owners: readonly string[];
}

const FAILING: readonly FamilyName[] = [...TELLING, 'fail-outcome'];

/** Whose the failures told in a clause are. */
export function ownersIn(clause: Clause, language: LanguageAnalysis): string[] {
  return [...new Set(language.within(clause, ...FAILING).map((hit) => ownerOf(clause.sentence, hit)))];
}

export const factsOf = bySentence((sentence: Sentence, language: LanguageAnalysis): SentenceFacts => {
  const failures = language.within(sentence, ...FAILING);
  return {
    told: tellsOwnSetback(sentence, language),
    owners: [...new Set(failures.map((hit) => ownerOf(sentence, hit)))],
  };
});
