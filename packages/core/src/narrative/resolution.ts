import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { examsNamed } from './naming.ts';
import type { SetbackKind } from './types.ts';

/** Words by which change and evidence come back to a setback that is not an exam with a name. */
const BACK_TO: Readonly<Partial<Record<SetbackKind, RegExp>>> = {
  leave: /\b(?:leave|return(?:ed|ing)?|came? back|coming back|re-?entr?y|resumed?)\b/i,
  gap: /\b(?:gap|return(?:ed|ing)?|came? back|re-?entr?y|refresher|observerships?|externships?|absence|away|volunteer\w*|employed|hired|shadow\w*|scribe\w*)\b/i,
  unmatched:
    /\b(?:match(?:ed)?|applied|application|cycle|season|interviews?|invitations?|letters?|reappl\w+)\b/i,
  dismissal: /\b(?:dismiss\w*|appeal\w*|readmi\w+|reinstat\w+|return(?:ed|ing)?)\b/i,
  probation: /\b(?:probation|(?:good|academic) standing|attendance|absen\w+)\b/i,
  professionalism: /\b(?:professionalism|citation|committee|punctual\w*|complaint)\b/i,
  'clinical-error': /\b(?:error|mistake|near miss|incident|disclos\w+|apologi[sz]\w+)\b/i,
  clerkship: /\b(?:clerkship|rotation)\b/i,
  course: /\b(?:courses?|blocks?|module|remediat\w+)\b/i,
  year: /\b(?:repeated year|year)\b/i,
  'shelf-exam': /\bshel(?:f|ves)\b/i,
  'comlex-level-2-pe': /\bPE\b/,
  'usmle-step-2-cs': /\bCS\b/,
};

/** Words too common to tell one setback from another. */
const COMMON = new Set(
  'failed failing fail after before first second third fourth year years attempt attempts exam examination course clerkship result score scored received during while again because with from that this which when where were have been also same later next then into time times months medical school level step passed grade required repeat repeated spring summer winter autumn january february march april june july august september october november december block blocks course courses questions study studied schedule weeks tutor timed morning evening medicine'.split(
    ' ',
  ),
);

/** A setback is compared with many stretches, and each of them with many setbacks. */
const known = new Map<string, readonly string[]>();
/** Texts remembered; beyond that many all are dropped. */
const MOST_KNOWN = 1000;

function subjects(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const found = (text.toLowerCase().match(/[a-z]{5,}/g) ?? []).filter((word) => !COMMON.has(word));
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

/** Whether two stretches share a word that is rare enough to mean the same thing ("biochemistry"). */
export function sharesSubject(one: string, other: string): boolean {
  const words = subjects(one);
  return subjects(other).some((word) => words.includes(word));
}

function haveCommon(words: ReadonlySet<string>, others: readonly string[]): boolean {
  return others.some((word) => words.has(word));
}

/** Whether a stretch of change or evidence comes back to a setback by a word that fits its kind, if not by name. */
export function comesBackTo(text: string, kind: SetbackKind | undefined): boolean {
  return kind !== undefined && (BACK_TO[kind]?.test(text) ?? false);
}

/** A setback as far as a stretch may speak of it. */
interface Spoken {
  readonly kind: SetbackKind | undefined;
  readonly label: string;
}

/**
 * Asks of stretches of change or evidence whether they name a setback: by its exam or by its subject. What a
 * stretch and a setback are asked for again and again is looked for once.
 */
export class SpokenOf<S extends Spoken> {
  private readonly language: LanguageAnalysis;
  private readonly subjects = new Map<S, ReadonlySet<string>>();

  constructor(language: LanguageAnalysis) {
    this.language = language;
  }

  /** Those of the setbacks that a stretch names. */
  among(setbacks: readonly S[], stretch: TextRange & { readonly text: string }): S[] {
    const exams = examsNamed(this.language, stretch);
    let words: readonly string[] | undefined;
    return setbacks.filter((setback) => {
      const { kind } = setback;
      if (kind !== undefined) {
        if (exams.some((name) => name.kind === kind)) return true;
        if (kind !== 'course' && kind !== 'clerkship' && kind !== 'shelf-exam') return false;
      }
      words ??= subjects(stretch.text);
      return haveCommon(this.subjectsOf(setback), words);
    });
  }

  private subjectsOf(setback: S): ReadonlySet<string> {
    const found = this.subjects.get(setback) ?? new Set(subjects(setback.label));
    this.subjects.set(setback, found);
    return found;
  }
}
