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

function subjects(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{5,}/g) ?? []).filter((word) => !COMMON.has(word));
}

/** Whether two stretches share a word that is rare enough to mean the same thing ("biochemistry"). */
export function sharesSubject(one: string, other: string): boolean {
  const words = new Set(subjects(one));
  return subjects(other).some((word) => words.has(word));
}

/** Whether a stretch of change or evidence comes back to a setback by a word that fits its kind, if not by name. */
export function comesBackTo(text: string, kind: SetbackKind | undefined): boolean {
  return kind !== undefined && (BACK_TO[kind]?.test(text) ?? false);
}

/** Whether a stretch of change or evidence names a setback: by its exam or by its subject. */
export function speaksOf(
  language: LanguageAnalysis,
  segment: TextRange & { readonly text: string },
  setback: { readonly kind: SetbackKind | undefined; readonly at: TextRange; readonly label: string },
): boolean {
  const { kind } = setback;
  if (kind !== undefined) {
    if (examsNamed(language, segment).some((name) => name.kind === kind)) return true;
    if (kind !== 'course' && kind !== 'clerkship' && kind !== 'shelf-exam') return false;
  }
  return sharesSubject(setback.label, segment.text);
}
