import type { ProfileSetback } from '../config/profile.ts';
import type { TextRange } from '../document/types.ts';
import { EXAMS, isScored } from '../eras/exams.ts';
import { type ExamClaim, readExamClaims } from '../narrative/exam-claims.ts';
import { readScoreClaims, type ScoreClaim } from '../narrative/score-claims.ts';
import { inWords } from '../narrative/story.ts';
import { EXAM_KINDS, type Narrative, type SetbackKind } from '../narrative/types.ts';
import { defineRule } from './types.ts';

/** Setbacks that are sat, passed and failed. */
const SAT: ReadonlySet<SetbackKind> = new Set<SetbackKind>([...EXAM_KINDS, 'course', 'clerkship']);
/** Of these there may be several in one draft. */
const MANY: ReadonlySet<SetbackKind> = new Set<SetbackKind>(['course', 'clerkship', 'shelf-exam']);
const NAMES: Readonly<Partial<Record<SetbackKind, string>>> = {
  'usmle-step-2-cs': 'Step 2 CS',
  'comlex-level-2-pe': 'COMLEX Level 2-PE',
  'shelf-exam': 'the shelf exam',
  'in-training-exam': 'the in-training exam',
  course: 'the course',
  clerkship: 'the clerkship',
};

export default defineRule({
  meta: {
    id: 'facts-match-profile',
    group: 'facts',
    severity: 'error',
    summary: 'Attempts, outcomes and scores in the draft are those of the profile.',
    why: 'The transcript with every sitting and score lies beside the statement. A number that differs, even by a slip of the keys, reads like a wish to hide something.',
    ask: 'Which of the two does your transcript give, the draft or the profile?',
    source: 'The USMLE transcript gives the complete exam history (USMLE, Understanding Your Score Report).',
    options: {},
    messages: {
      attempts: {
        text: 'You write "{{words}}", and your profile gives {{attempts}} for {{exam}}.',
      },
      outcome: { text: 'You write "{{words}}", and by your profile {{exam}} is {{outcome}}.' },
      score: { text: 'You write "{{words}}", and your profile gives {{score}} for {{exam}}.' },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const setbacks = (profile.setbacks ?? []).filter(({ what }) => SAT.has(what));
    const scores = Object.entries(profile.scores ?? {}) as [SetbackKind, number][];
    if (setbacks.length > 0) {
      for (const claim of readExamClaims(document, language)) {
        // Attempts at a vein are no attempts at an exam: without its name the story around them must be of a setback.
        if (!claim.named && !isOfSetback(narrative, claim)) continue;
        const setback = setbackOf(claim, setbacks);
        const against = setback && contradicts(claim, setback);
        if (!setback || !against) continue;
        const data = { words: inWords(document.source, claim), exam: nameOf(setback.what) };
        const { attempts, passed } = setback;
        if (against === 'attempts')
          report({ messageId: 'attempts', at: claim, data: { ...data, attempts: countIn(attempts) } });
        else
          report({
            messageId: 'outcome',
            at: claim,
            data: { ...data, outcome: passed ? 'passed' : 'not passed' },
          });
      }
    }
    if (scores.length === 0) return;
    const claims = readScoreClaims(document, language);
    const failed = new Set(setbacks.map(({ what }) => what));
    for (const claim of claims) {
      const told = examOf(claim, scores, failed);
      const known = scores.find(([exam]) => exam === told);
      if (!known) continue;
      const [exam, score] = known;
      // The profile has the score that counts in the end; where the draft gives it, an earlier one may stand beside it.
      if (claims.some((other) => !other.bound && other.score === score) || isWithin(score, claim)) continue;
      if (claim.passed === false && failed.has(exam)) continue;
      report({
        messageId: 'score',
        at: claim,
        data: { words: inWords(document.source, claim), score, exam: nameOf(exam) },
      });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I came to the wards late, since Step 1 twice refused me.]] [[evidence|I passed in May.]]',
        messageId: 'attempts',
        at: 'twice refused me',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|I failed Step 1 in the spring.]] [[evidence|I passed on my second attempt.]]',
        messageId: 'attempts',
        at: 'passed on my second attempt',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3, passed: true }] },
      },
      {
        text: '[[setback|I failed Level 1 twice.]] [[evidence|I passed in May.]]',
        messageId: 'attempts',
        at: 'failed Level 1 twice',
        profile: { setbacks: [{ what: 'comlex-level-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[evidence|I passed Step 1 on the first try.]]',
        messageId: 'attempts',
        at: 'passed Step 1 on the first try',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|My record shows one unsuccessful attempt at Step 3.]]',
        messageId: 'attempts',
        at: 'one unsuccessful attempt',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 3, passed: true }] },
      },
      {
        text: '[[setback|I have not yet passed Step 3.]]',
        messageId: 'outcome',
        at: 'have not yet passed',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|I failed Step 2 CK.]] [[evidence|In October I passed with a 251.]]',
        messageId: 'score',
        at: 'passed with a 251',
        profile: {
          setbacks: [{ what: 'usmle-step-2-ck', attempts: 2, passed: true }],
          scores: { 'usmle-step-2-ck': 215 },
        },
      },
      {
        text: '[[evidence|My Level 2 came back a 486.]]',
        messageId: 'score',
        at: 'came back a 486',
        profile: { scores: { 'comlex-level-2': 468 } },
      },
      {
        text: '[[growth|I have never failed a licensing exam.]]',
        messageId: 'attempts',
        at: 'never failed a licensing exam',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[evidence|I passed Step 3 on my second attempt.]]',
        messageId: 'outcome',
        at: 'passed Step 3 on my second attempt',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 2, passed: false }] },
      },
      {
        text: '[[evidence|I passed the in-training exam on the first try.]]',
        messageId: 'attempts',
        at: 'passed the in-training exam on the first try',
        profile: { setbacks: [{ what: 'in-training-exam' }] },
      },
      {
        text: '[[setback|I failed Step 1 twice.]]',
        messageId: 'attempts',
        at: 'failed Step 1 twice',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 1, passed: false }] },
      },
      {
        text: '[[setback|I failed it twice.]] [[evidence|I passed in May.]]',
        messageId: 'attempts',
        at: 'failed it twice',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|I failed Step 2CK three times.]] [[evidence|I passed in June.]]',
        messageId: 'attempts',
        at: 'three times',
        profile: { setbacks: [{ what: 'usmle-step-2-ck', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|I failed Step 1 in the spring.]] [[evidence|In the fall I passed Step 1.]]',
        messageId: 'outcome',
        at: 'I passed Step 1',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: false }] },
      },
      {
        text: '[[setback|I failed Step 3, retook it in haste, failed again, and passed the year after.]]',
        messageId: 'attempts',
        at: 'failed again',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 2, passed: true }] },
      },
      {
        text: '[[change|With a tutor I went into my third attempt at Step 1.]]',
        messageId: 'attempts',
        at: 'my third attempt at Step',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|Level 1 took me three times.]]',
        messageId: 'attempts',
        at: 'three times',
        profile: { setbacks: [{ what: 'comlex-level-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[evidence|I needed only one retake to pass Step 1.]]',
        messageId: 'attempts',
        at: 'needed only one retake',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3, passed: true }] },
      },
      {
        text: '[[growth|I have no failed attempts on any licensing exam.]]',
        messageId: 'attempts',
        at: 'have no failed attempts on any licensing exam',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[evidence|All the Steps were passed on the first attempt.]]',
        messageId: 'attempts',
        at: 'All the Steps were passed on the first attempt',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[evidence|My Step2CK came back 247/300.]]',
        messageId: 'score',
        at: 'came back 247',
        profile: { scores: { 'usmle-step-2-ck': 227 } },
      },
      {
        text: '[[evidence|I scored above 250 on Step 2 CK, and I scored over 600 on Level 2.]]',
        messageId: 'score',
        at: ['scored above 250', 'scored over 600'],
        profile: { scores: { 'usmle-step-2-ck': 247, 'comlex-level-2': 588 } },
      },
      {
        text: '[[evidence|I scored under 240 on Step 2 CK.]]',
        messageId: 'score',
        at: 'scored under 240',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
      },
      {
        text: '[[evidence|My Step 2 CK score was two hundred and fifty-one.]]',
        messageId: 'score',
        at: 'score was two hundred and fifty-one',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
      },
      {
        text: '[[evidence|Step 2 CK came back a two fifty-one.]]',
        messageId: 'score',
        at: 'came back a two fifty-one',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
      },
    ],
    valid: [
      {
        text: '[[evidence|I scored above 240 on Step 2 CK, and broke 580 on Level 2.]]',
        profile: { scores: { 'usmle-step-2-ck': 247, 'comlex-level-2': 588 } },
        nearMiss: 'a line that the score of the profile is past',
      },
      {
        text: '[[other|After Step 2 CK I received over 260 emails, and got two hundred and sixty rejections.]]',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
        nearMiss: 'letters that were counted',
      },
      {
        text: '[[change|I scored above 255 on two practice exams for Step 2 CK.]]',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
        nearMiss: 'practice that went past a line',
      },
      {
        text: '[[evidence|I scored two hundred forty-seven on Step 2 CK.]]',
        profile: { scores: { 'usmle-step-2-ck': 247 } },
      },
      {
        text: '[[setback|I sat Step 1 twice in vain.]] [[evidence|I passed in March.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3, passed: true }] },
        nearMiss: 'the two sittings before the pass',
      },
      {
        text: '[[setback|I took Step 3 twice]] [[evidence|and came through on the third attempt.]]',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 3, passed: true }] },
        nearMiss: 'a third sitting is told of after the two',
      },
      {
        text: '[[setback|I failed Step 1 after I had failed to call my tutor three times.]] [[evidence|I passed in May.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
        nearMiss: 'calls that were not made are no sittings',
      },
      {
        text: '[[setback|I failed Step 1 twice.]] [[growth|Once I have passed it, my next exam is Step 2 CK.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: false }] },
        nearMiss: 'a pass that is still ahead',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I sat a mock exam each Sunday and passed it.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 1, passed: false }] },
        nearMiss: 'what was passed is a mock exam',
      },
      {
        text: '[[setback|I failed Step 1,]] [[evidence|and I have had no failed attempts on Step 2 CK.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
        nearMiss: 'no fail of another exam',
      },
      {
        text: '[[other|The fall of Step 2 CK I taught a lab to a class of 255.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'how many were in the class',
      },
      {
        text: '[[other|Our list was 246 in the month of Step 2 CK.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'a measure of something that is no exam',
      },
      {
        text: '[[other|The summer of Step 2 CK I rented a room at 246 Mill Road.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'the number of a house',
      },
      {
        text: '[[other|Two students whom I coached averaged 255 on Step 2 CK.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'the scores of those who were taught',
      },
      {
        text: '[[other|An intern with 266 on Step 2 CK sat beside me.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'what somebody else has',
      },
      {
        text: '[[change|UWSA1 gave me a 219 for Step 2 CK.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'a numbered practice test',
      },
      {
        text: '[[context|Neurosurgeons need a 260 on Step 2 CK, I was told.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: 'a line that others draw',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|My sister passed Step 1 on her first attempt.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
        nearMiss: 'the attempt of a sister',
      },
      {
        text: '[[setback|I failed Step 1 three times.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3 }] },
        nearMiss: 'three fails of three attempts, or of four: the profile does not say how it ended',
      },
      {
        text: '[[setback|I failed Step 1 twice.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3 }] },
        nearMiss: 'the profile does not say that the third attempt was a fail',
      },
      {
        text: '[[growth|I have never failed a licensing exam.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 1 }, { what: 'course' }] },
        nearMiss: 'a course that was failed is no exam',
      },
      {
        text: '[[setback|I have not yet passed Step 3.]]',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 2, passed: false }] },
      },
      {
        text: '[[setback|I failed Step 1 twice.]]',
        profile: { setbacks: [{ what: 'usmle-step-1' }] },
        nearMiss: 'the profile gives no number of attempts',
      },
      {
        text: '[[setback|I failed Step 3.]] [[context|I wrote to the program office four times about a day off.]] [[evidence|I passed in May.]]',
        profile: { setbacks: [{ what: 'usmle-step-3', attempts: 2, passed: true }] },
        nearMiss: 'letters that were counted, and no sittings',
      },
      {
        text: '[[setback|I failed Step 1 on my first attempt.]] [[evidence|I passed on my second, and Step 2 CK was a 240.]]',
        profile: {
          setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }],
          scores: { 'usmle-step-2-ck': 240 },
        },
      },
      {
        text: '[[setback|I failed Level 2-CE with a 389.]] [[evidence|I passed with a 512.]]',
        profile: {
          setbacks: [{ what: 'comlex-level-2', attempts: 2, passed: true }],
          scores: { 'comlex-level-2': 512 },
        },
        nearMiss: 'the score of the failed sitting',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|On my second attempt I passed, and I passed Step 2 CK on the first.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
        nearMiss: 'the first attempt is that of another exam',
      },
      {
        text: '[[change|A resident who had scored a 262 on Step 2 CK drilled me.]] [[evidence|I scored 231.]]',
        profile: { scores: { 'usmle-step-2-ck': 231 } },
        nearMiss: "somebody else's score",
      },
      {
        text: '[[change|I did not book a date before two practice exams were over 240.]] [[evidence|Step 2 CK was a 233.]]',
        profile: { scores: { 'usmle-step-2-ck': 233 } },
        nearMiss: 'a practice score',
      },
      {
        text: '[[setback|I failed anatomy.]] [[evidence|I passed it on my second attempt.]]',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 3, passed: true }] },
        nearMiss: 'a course beside the exam of the profile',
      },
    ],
  },
});

/** Whether a place lies in the telling of a setback, what was done about it or what came of it. */
function isOfSetback({ segments }: Narrative, at: TextRange): boolean {
  return segments.some(({ role, start, end }) => role !== 'other' && start < at.end && at.start < end);
}

function nameOf(exam: SetbackKind): string {
  return isScored(exam) ? EXAMS[exam].name : (NAMES[exam] ?? exam);
}

function countIn(attempts: number | undefined): string {
  // A setback that is listed without a number was sat once and failed at least.
  if (attempts === undefined) return 'more than one attempt';
  return attempts === 1 ? 'one attempt' : `${attempts} attempts`;
}

/** The setback of the profile that a claim is about. */
function setbackOf(claim: ExamClaim, setbacks: readonly ProfileSetback[]): ProfileSetback | undefined {
  if (claim.type === 'never-failed') return setbacks.find(({ what }) => !MANY.has(what));
  const { exam } = claim;
  if (exam === undefined) {
    // A draft that names no exam at all speaks of the only one that its profile lists.
    const only = setbacks.length === 1 ? setbacks[0] : undefined;
    return only && !MANY.has(only.what) && claim.count > 1 ? only : undefined;
  }
  const known = setbacks.filter(({ what }) => what === exam);
  if (known.length !== 1 || (MANY.has(exam) && setbacks.length > 1)) return undefined;
  if (claim.type === 'passed' && MANY.has(exam)) return undefined;
  if (MANY.has(exam) && (claim.type !== 'passed-at' || claim.count === 1)) return undefined;
  // A first attempt may be that of anything; only with its name it is told of this exam.
  if (claim.count === 1 && claim.type === 'passed-at' && !claim.named) return undefined;
  return known[0];
}

function contradicts(claim: ExamClaim, setback: ProfileSetback): 'attempts' | 'outcome' | undefined {
  const { count } = claim;
  const { attempts, passed } = setback;
  if (claim.type === 'not-passed') return passed === true ? 'outcome' : undefined;
  if (claim.type === 'never-failed') {
    if (attempts !== 1) return 'attempts';
    return passed === false ? 'outcome' : undefined;
  }
  if ((claim.type === 'passed-at' || claim.type === 'passed') && passed === false) return 'outcome';
  if (claim.type === 'passed') return undefined;
  if (attempts === undefined) return claim.type === 'passed-at' && count === 1 ? 'attempts' : undefined;
  const fails = passed === false ? [attempts] : passed ? [attempts - 1] : [attempts - 1, attempts];
  const fits = {
    'passed-at': count === attempts,
    'failed-at': count <= Math.max(...fails),
    fails: fails.includes(count),
    sittings: count === attempts,
    more: count < attempts,
    either: count === attempts || fails.includes(count),
  }[claim.type];
  return fits ? undefined : 'attempts';
}

/** Whether the score of a profile lies where the draft says that it does: "above 240". */
function isWithin(score: number, { bound, score: line }: ScoreClaim): boolean {
  if (bound === undefined) return score === line;
  return bound === 'above' ? score >= line : score <= line;
}

/** The exam of a score: the one it is told of, unless the number is one that exam never gives. */
function examOf(
  claim: ScoreClaim,
  scores: readonly (readonly [SetbackKind, number])[],
  failed: ReadonlySet<SetbackKind>,
): SetbackKind | undefined {
  const fits = (exam: SetbackKind) =>
    isScored(exam) && claim.score >= EXAMS[exam].usual[0] && claim.score <= EXAMS[exam].usual[1];
  if (claim.exam !== undefined) return claim.named || fits(claim.exam) ? claim.exam : undefined;
  const only = scores.filter(([exam]) => fits(exam) && failed.has(exam));
  return only.length === 1 ? only[0]?.[0] : undefined;
}
