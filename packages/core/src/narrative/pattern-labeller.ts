import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';
import type { RoleLabeller } from './labeller.ts';
import { FAMILY_WEIGHTS, ROLE_ORDER, SENTENCE_TURNS } from './pattern-weights.ts';
import { spansFromClauses } from './spans.ts';
import type { Cue, RoleSpan } from './types.ts';
import { bestPath } from './viterbi.ts';

/** Setbacks that are told plainly by one phrase. */
const TELLING: readonly FamilyName[] = [
  'exam-failed',
  'leave-taken',
  'gap-told',
  'unmatched-told',
  'dismissal-told',
  'probation-told',
  'professionalism-told',
  'error-told',
  'year-repeated',
];
/** What can make a bare outcome ("did not pass") the writer's own. */
const EXAMINED: readonly FamilyName[] = ['exam-any', 'course', 'clerkship', 'score'];
const NOT_OWN: readonly FamilyName[] = ['clinical-failure', 'other-person'];
const UNREAL = new Set(['never', 'if', 'unless', 'without', 'whether']);
const OTHER_PEOPLE = new Set([
  ...[
    'he',
    'she',
    'they',
    'who',
    'his',
    'her',
    'their',
    'him',
    'them',
    'it',
    'you',
    'we',
    'patient',
    'patients',
    'student',
    'students',
  ],
  ...[
    'classmate',
    'classmates',
    'roommate',
    'friend',
    'friends',
    'brother',
    'sister',
    'mother',
    'father',
    'son',
    'daughter',
    'cousin',
  ],
  ...[
    'therapy',
    'treatment',
    'drug',
    'experiment',
    'team',
    'clinic',
    'hospital',
    'town',
    'company',
    'child',
    'man',
    'woman',
    'resident',
    'partner',
    'teammate',
    'colleague',
    'husband',
    'wife',
    'uncle',
    'aunt',
    'coach',
    'heart',
  ],
]);
const OWN_VOICE = new Set(['i', 'my', 'me', 'mine', 'myself']);
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
  label(document: NarrativeDocument, language: LanguageAnalysis): RoleSpan[] {
    const readings = language.clauses.map((clause) => read(clause, language));
    const told = new Set<number>();
    for (const sentence of document.sentences) if (opensArc(sentence, language)) told.add(sentence.paragraph);
    if (told.size === 0) return [];
    const path = bestPath(
      readings.length,
      ROLE_ORDER.length,
      (at, role) =>
        (readings[at]?.scores[role] ?? 0) + (role === OTHER ? distance(readings[at]?.clause, told) : 0),
      (at, from, to) => turn(readings[at - 1]?.clause, readings[at]?.clause, from, to),
    );
    return spansFromClauses(document, language.clauses, (index) => ({
      role: ROLE_ORDER[path[index] ?? 0] ?? 'other',
      cues: cuesOf(readings[index], path[index] ?? 0),
      confidence: 0.7,
    }));
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

/** Whether a sentence tells, in the writer's own voice, that something of the writer's went wrong. */
function opensArc(sentence: Sentence, language: LanguageAnalysis): boolean {
  const others = language.within(sentence, ...NOT_OWN);
  const isOwn = (hit: Hit) =>
    speaksOfOneself(sentence, hit) && !others.some((other) => other.start < hit.end && hit.start < other.end);
  if (language.within(sentence, ...TELLING).some(isOwn)) return true;
  return language.has(sentence, ...EXAMINED) && language.within(sentence, 'fail-outcome').some(isOwn);
}

/** Whether the person named last before the end of a phrase is the writer, and the phrase is neither denied nor supposed. */
function speaksOfOneself(sentence: Sentence, hit: Hit): boolean {
  for (let at = hit.last - 1; at >= 0; at -= 1) {
    const norm = sentence.tokens[at]?.norm ?? '';
    if (UNREAL.has(norm)) return false;
    if (OWN_VOICE.has(norm)) return !UNREAL.has(sentence.tokens[at - 1]?.norm ?? '');
    if (OTHER_PEOPLE.has(norm)) return false;
  }
  return false;
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

function cuesOf(reading: ClauseReading | undefined, role: number): Cue[] {
  const cues: Cue[] = [];
  for (const family of reading?.families ?? []) {
    const weight = FAMILY_WEIGHTS[family]?.[role] ?? 0;
    if (weight > 0) cues.push({ reason: family.replaceAll('-', ' '), weight });
  }
  return cues.sort((a, b) => b.weight - a.weight).slice(0, 4);
}
