import type { NarrativeDocument } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import { heaviest, phraseCue } from './cues.ts';
import type { Labelling, RoleLabeller } from './labeller.ts';
import { tellsOwnSetback } from './own-setback.ts';
import { FAMILY_WEIGHTS, ROLE_ORDER, SENTENCE_TURNS } from './pattern-weights.ts';
import { spansFromClauses } from './spans.ts';
import type { Cue } from './types.ts';
import { bestPath } from './viterbi.ts';

/** A clause stays with its sentence unless its own words speak against it. */
const CLAUSE_TURN_COST = 3;

/** How far a paragraph stands from one that tells the setback speaks for `other`. */
const NEXT_PARAGRAPH = 1.5;
const FAR_PARAGRAPH = 3;
const OTHER = ROLE_ORDER.indexOf('other');

interface ClauseReading {
  readonly clause: Clause;
  readonly families: ReadonlySet<FamilyName>;
  readonly scores: Float64Array;
}

/** Labels clauses by the phrases in them and the roles around them, with weights set by hand. */
export const patternLabeller: RoleLabeller = {
  label(document: NarrativeDocument, language: LanguageAnalysis): Labelling {
    const readings = language.clauses.map((clause) => read(clause, language));
    const told = new Set<number>();
    for (const sentence of document.sentences)
      if (tellsOwnSetback(sentence, language)) told.add(sentence.paragraph);
    if (told.size === 0) return { spans: [] };
    const path = bestPath(
      readings.length,
      ROLE_ORDER.length,
      (at, role) =>
        (readings[at]?.scores[role] ?? 0) + (role === OTHER ? distance(readings[at]?.clause, told) : 0),
      (at, from, to) => turn(readings[at - 1]?.clause, readings[at]?.clause, from, to),
    );
    const spans = spansFromClauses(
      language.clauses,
      (index) => ROLE_ORDER[path[index] ?? 0] ?? 'other',
      () => 0.7,
      (index) => cuesOf(readings[index], path[index] ?? 0, language, document.source),
    );
    return { spans };
  },
};

function read(clause: Clause, language: LanguageAnalysis): ClauseReading {
  const families = new Set<FamilyName>();
  for (const hit of language.inClause(clause)) families.add(hit.family);
  const scores = new Float64Array(ROLE_ORDER.length);
  for (const family of families) {
    const weights = FAMILY_WEIGHTS[family];
    if (!weights) continue;
    for (let role = 0; role < scores.length; role += 1)
      scores[role] = (scores[role] ?? 0) + (weights[role] ?? 0);
  }
  return { clause, families, scores };
}

function distance(clause: Clause | undefined, told: ReadonlySet<number>): number {
  const paragraph = clause?.sentence.paragraph ?? 0;
  if (told.has(paragraph)) return 0;
  return told.has(paragraph - 1) || told.has(paragraph + 1) ? NEXT_PARAGRAPH : FAR_PARAGRAPH;
}

function turn(before: Clause | undefined, clause: Clause | undefined, from: number, to: number): number {
  if (!clause) return 0;
  if (before && before.sentence.index === clause.sentence.index) return from === to ? 0 : -CLAUSE_TURN_COST;
  return SENTENCE_TURNS[from + 1]?.[to] ?? 0;
}

function cuesOf(
  reading: ClauseReading | undefined,
  role: number,
  language: LanguageAnalysis,
  source: string,
): readonly Cue[] {
  if (!reading) return [];
  const cues: Cue[] = [];
  for (const family of reading.families) {
    const weight = FAMILY_WEIGHTS[family]?.[role] ?? 0;
    if (weight > 0) cues.push(phraseCue(family, weight, reading.clause, language, source));
  }
  return heaviest(cues);
}
