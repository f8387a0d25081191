import type { Sentence, TextRange } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';

/** Phrases that tell a setback, whoever's it is. */
export const TELLING: readonly FamilyName[] = [
  'exam-failed',
  'leave-taken',
  'gap-told',
  'unmatched-told',
  'dismissal-told',
  'probation-told',
  'professionalism-told',
  'error-told',
  'year-repeated',
  'hinted',
];
/** What can make a bare outcome ("did not pass") the writer's own. */
const EXAMINED: readonly FamilyName[] = ['exam-any', 'course', 'clerkship', 'score'];
const NOT_OWN: readonly FamilyName[] = ['clinical-failure', 'other-person'];

const OWN_VOICE = new Set('i my me mine myself'.split(' '));
const UNREAL = new Set('never if unless without whether requires require allows permits'.split(' '));
/** What somebody only took for a failure: "I thought that I had failed". */
const SUPPOSED = new Set(
  'thought sure certain convinced positive dreamed dreamt dream feared afraid worried scared terrified'.split(
    ' ',
  ),
);
const OTHER_PEOPLE = new Set(
  [
    'he she they who his her their them him',
    'patient patients student students classmate classmates roommate friend friends teammate colleague resident coach',
    'brother sister mother father son daughter cousin uncle aunt husband wife partner child man woman',
    'therapy treatment drug experiment team clinic hospital town company heart',
  ].flatMap((words) => words.split(' ')),
);
/** They keep the writer from being the one who is told of, and may yet stand for an exam, or for everybody. */
const ANYBODY = new Set('it you we'.split(' '));

/** Whose a told failure is, as far as the words before it say. */
export type Owner = 'own' | 'somebody else' | 'unreal' | 'unknown';

/**
 * Says whose a failure is: the person named last before the end of its phrase. A failure that is denied or
 * supposed ("I have never failed", "if I fail") is `unreal`.
 */
export function ownerOf(sentence: Sentence, hit: Hit): Owner {
  for (let at = hit.last - 1; at >= 0; at -= 1) {
    const norm = sentence.tokens[at]?.norm ?? '';
    if (UNREAL.has(norm)) return 'unreal';
    if (OWN_VOICE.has(norm)) return isUnreal(sentence, at - 1) ? 'unreal' : 'own';
    if (OTHER_PEOPLE.has(norm) || ANYBODY.has(norm)) return 'somebody else';
  }
  return 'unknown';
}

/** Whether what follows a place is denied or supposed. */
function isUnreal({ tokens }: Sentence, last: number): boolean {
  const norm = tokens[last]?.norm ?? '';
  return UNREAL.has(norm) || SUPPOSED.has(norm === 'that' ? (tokens[last - 1]?.norm ?? '') : norm);
}

/** Whom the words of a clause name. */
export interface Voices {
  /** Whether it has the writer in it. */
  readonly own: boolean;
  /** Whether it has others in it, or is denied or supposed. */
  readonly others: boolean;
}

/** Says whom a clause names. */
export function voicesOf({ tokens }: Clause): Voices {
  return {
    own: tokens.some(({ norm }) => OWN_VOICE.has(norm)),
    others: tokens.some(({ norm }) => OTHER_PEOPLE.has(norm) || UNREAL.has(norm)),
  };
}

/** Whether a sentence tells, in the writer's own voice, that something of the writer's went wrong. */
export function tellsOwnSetback(sentence: Sentence, language: LanguageAnalysis): boolean {
  const others = language.within(sentence, ...NOT_OWN);
  const overlaps = (hit: TextRange) => others.some((other) => other.start < hit.end && hit.start < other.end);
  const isOwn = (hit: Hit) => ownerOf(sentence, hit) === 'own' && !overlaps(hit);
  if (language.within(sentence, ...TELLING).some(isOwn)) return true;
  return language.has(sentence, ...EXAMINED) && language.within(sentence, 'fail-outcome').some(isOwn);
}
