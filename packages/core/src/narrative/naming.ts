import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { SetbackKind } from './types.ts';

/** A setback named in a stretch, and where. */
export interface NamedSetback extends TextRange {
  readonly kind: SetbackKind;
}

/** Exams by name; a longer name that begins like a shorter one is listed first and wins. */
const EXAMS: readonly (readonly [FamilyName, SetbackKind])[] = [
  ['exam-step-2-cs', 'usmle-step-2-cs'],
  ['exam-level-2-pe', 'comlex-level-2-pe'],
  ['exam-step-1', 'usmle-step-1'],
  ['exam-step-2-ck', 'usmle-step-2-ck'],
  ['exam-step-3', 'usmle-step-3'],
  ['exam-level-1', 'comlex-level-1'],
  ['exam-level-2', 'comlex-level-2'],
  ['exam-level-3', 'comlex-level-3'],
  ['exam-shelf', 'shelf-exam'],
  ['exam-in-training', 'in-training-exam'],
];

const EXAM_NAMES = EXAMS.map(([family]) => family);

const OTHERS: readonly (readonly [FamilyName, SetbackKind])[] = [
  ['names-clerkship', 'clerkship'],
  ['names-course', 'course'],
  ['names-year', 'year'],
  ['names-leave', 'leave'],
  ['names-gap', 'gap'],
  ['names-unmatched', 'unmatched'],
  ['names-dismissal', 'dismissal'],
  ['names-probation', 'probation'],
  ['names-professionalism', 'professionalism'],
];

/** Generic names of most drugs end in one of these. */
const DRUG =
  /(?:cillin|cycline|mycin|floxacin|azole|pril|sartan|olol|statin|semide|thiazide|parin|farin|xaban|gliptin|formin|azepam|codone|morphine|fentanyl|morphone|setron|prazole|dipine|sone|solone|lactone|digoxin|coumadin|lithium|clav|toin|heparin|mide|phrine|amine|zepam|vancomycin|mab|triptan|tidine|opram|oxetine|profen|lenol)$/;

const ADDS = new Set(['and', 'then', 'also', 'plus', 'or', '.', ';', 'but', 'before', 'after']);

/** Every naming of an exam in a stretch, in text order; an exam may be named several times. */
export function examMentions(language: LanguageAnalysis, range: TextRange): NamedSetback[] {
  // Few stretches name any, and this is asked of every stretch.
  if (!language.has(range, ...EXAM_NAMES)) return [];
  const found: NamedSetback[] = [];
  const ruledOut = language.within(range, 'ruled-out');
  for (const [family, kind] of EXAMS) {
    for (const hit of language.within(range, family)) {
      if (found.some((other) => other.start < hit.end && hit.start < other.end)) continue;
      // "The clerkship, not the shelf": a name that is ruled out names nothing.
      if (ruledOut.some((not) => not.start <= hit.start && hit.end <= not.end)) continue;
      found.push({ kind, start: hit.start, end: hit.end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The exams that a stretch names, whether or not it says how they went; a name counts once. */
export function examsNamed(language: LanguageAnalysis, range: TextRange): NamedSetback[] {
  return examMentions(language, range).filter(
    ({ kind }, i, all) => all.findIndex((other) => other.kind === kind) === i,
  );
}

/** The setbacks that a stretch of the setback names: exams, and the rest by the words for what happened. */
export function setbacksNamed(language: LanguageAnalysis, range: TextRange): NamedSetback[] {
  const exams = examsNamed(language, range);
  const found: NamedSetback[] = [...exams];
  const idioms = language.within(range, 'course-idiom');
  for (const [family, kind] of OTHERS) {
    const hits = language
      .within(range, family)
      .filter((hit) => !idioms.some((idiom) => idiom.start < hit.end && hit.start < idiom.end));
    // "Failed Step 1 that semester" and "the shelf of my clerkship" name the exam, not the course around it.
    const own =
      kind === 'course' || kind === 'clerkship'
        ? hits.find(
            (hit) =>
              !exams.some((exam) => exam.start >= hit.start && exam.end <= hit.end) &&
              !exams.some((exam) => exam.end <= hit.start && !isAdded(language, exam.end, hit.start)),
          )
        : hits[0];
    if (own) found.push({ kind, start: own.start, end: own.end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the words between two offsets add another thing to the one before. */
function isAdded(language: LanguageAnalysis, start: number, end: number): boolean {
  return language
    .clausesIn({ start, end })
    .some(({ tokens }) =>
      tokens.some((token) => token.start >= start && token.end <= end && ADDS.has(token.norm)),
    );
}

/** Whether a stretch says outright that something was failed, missed or too low. */
export function saysOutcome(language: LanguageAnalysis, range: TextRange): boolean {
  return language.within(range, 'plain-outcome').some((hit) => !language.has(hit, 'clinical-failure'));
}

/** Whether a stretch names any exam, course or clerkship, if only as "the exam". */
export function namesSomeExam(language: LanguageAnalysis, range: TextRange): boolean {
  return language.has(range, 'exam-any', 'exam-shelf', 'exam-in-training', 'course', 'clerkship');
}

/** How much a stretch reads like the telling of a clinical slip: doses, charts, orders, a patient. */
export function clinicalSigns(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  range: TextRange,
): number {
  let signs = language.within(range, 'clinical-slip').length;
  if (language.has(range, 'clinical-person', 'other-person')) signs += 1;
  for (const word of document.prose
    .slice(range.start, range.end)
    .toLowerCase()
    .match(/[a-z-]{6,}/g) ?? []) {
    if (DRUG.test(word)) signs += 1;
  }
  return signs;
}
