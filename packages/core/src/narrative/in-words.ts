import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import { clinicalSigns, examsNamed, saysOutcome, setbacksNamed } from './naming.ts';
import type { SetbackKind } from './types.ts';

/*
 * What a draft says in plain words, whatever roles its clauses were given. A finding that something is missing
 * asks here first: a labeller that overlooked one clause must not make the applicant look for words that are there.
 */

const OWN = /\b(?:i|my|me|mine|we)\b/i;
/** Broader words for setbacks that are not exams; they decide only that the subject is not silent. */
const TOLD: Readonly<Partial<Record<SetbackKind, readonly FamilyName[]>>> = {
  leave: ['leave-taken'],
  gap: ['gap-told', 'names-gap'],
  unmatched: ['unmatched-told'],
  dismissal: ['dismissal-told'],
  probation: ['probation-told'],
  professionalism: ['professionalism-told'],
  year: ['year-repeated'],
  'clinical-error': ['error-told'],
};
const BY_SUBJECT: ReadonlySet<SetbackKind> = new Set<SetbackKind>([
  'course',
  'clerkship',
  'year',
  'shelf-exam',
  'in-training-exam',
]);
/** Signs that a sentence tells of a clinical slip of the writer's. */
const SLIP_SIGNS = 3;

function isOwn(document: NarrativeDocument, language: LanguageAnalysis, sentence: Sentence): boolean {
  return (
    !language.has(sentence, 'other-person', 'clinical-failure') &&
    OWN.test(document.source.slice(sentence.start, sentence.end))
  );
}

/** Whether the writer's own words somewhere tell a setback of one of these kinds. */
export function tellsSetback(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  kinds: readonly SetbackKind[],
): boolean {
  const own = document.sentences.filter((sentence) => isOwn(document, language, sentence));
  const outcomes = own.filter(
    (sentence) => saysOutcome(language, sentence) || language.has(sentence, 'fail-outcome'),
  );
  if (
    own.some((sentence) =>
      setbacksNamed(language, sentence).some(
        (name) => kinds.includes(name.kind) && !isExam(language, sentence, name.kind),
      ),
    )
  ) {
    return true;
  }
  if (
    own.some((sentence) =>
      kinds.some((kind) => TOLD[kind] !== undefined && language.has(sentence, ...TOLD[kind])),
    )
  )
    return true;
  if (
    kinds.includes('clinical-error') &&
    own.some((sentence) => clinicalSigns(document, language, sentence) >= SLIP_SIGNS)
  )
    return true;
  if (outcomes.length === 0) return false;
  // "A failing grade in Family Medicine" tells a clerkship or course; a failed Step 1 does not.
  const bySubject = kinds.some((kind) => BY_SUBJECT.has(kind));
  if (bySubject && outcomes.some((sentence) => examsNamed(language, sentence).length === 0)) return true;
  // The exam may be named a sentence or two before or after the word for its outcome.
  return outcomes.some((outcome) =>
    document.sentences
      .slice(Math.max(0, outcome.index - 2), outcome.index + 3)
      .some((sentence) => examsNamed(language, sentence).some((name) => kinds.includes(name.kind))),
  );
}

/** Whether the writer's own words anywhere say that an exam with a name was failed. */
export function tellsByName(document: NarrativeDocument, language: LanguageAnalysis): boolean {
  return document.sentences.some(
    (sentence) =>
      isOwn(document, language, sentence) &&
      saysOutcome(language, sentence) &&
      examsNamed(language, sentence).length > 0,
  );
}

function isExam(language: LanguageAnalysis, sentence: Sentence, kind: SetbackKind): boolean {
  return examsNamed(language, sentence).some((name) => name.kind === kind);
}

/** Whether the writer's own words after an offset name an exam, course or clerkship with a pass, a score or a grade. */
export function tellsOutcome(document: NarrativeDocument, language: LanguageAnalysis, from: number): boolean {
  return document.sentences.some((sentence) => {
    if (sentence.end <= from || !isOwn(document, language, sentence)) return false;
    if (!language.has(sentence, 'exam-any', 'clerkship', 'course')) return false;
    const fails = language.within(sentence, 'plain-outcome');
    return language
      .within(sentence, 'exam-passed')
      .some((hit) => hit.end > from && !fails.some((fail) => fail.start < hit.end && hit.start < fail.end));
  });
}

/** Whether the writer's own words after an offset tell a pass of the exam of this kind. */
export function tellsOutcomeOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  kind: SetbackKind,
  from: number,
): boolean {
  return document.sentences.some(
    (sentence) =>
      sentence.start >= from &&
      isOwn(document, language, sentence) &&
      isExam(language, sentence, kind) &&
      language.has(sentence, 'named-pass') &&
      !saysOutcome(language, sentence),
  );
}
