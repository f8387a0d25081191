import { bySentence } from '../document/shape.ts';
import type { Sentence } from '../document/types.ts';
import { EXAMS, type ExamFacts, isScored } from '../eras/exams.ts';
import type { Clause } from '../language/analysis.ts';
import { type DateSpan, findDates } from '../language/dates.ts';
import { examMentions } from '../narrative/naming.ts';
import { readScoreClaims, type ScoreClaim } from '../narrative/score-claims.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule, type RuleContext } from './types.ts';

/** So many UTF-16 code units around a score its exam and its date are looked for. */
const NEAR = 200;
/** And so many for a number that only its exam makes wrong. */
const BESIDE = 30;

/** A stretch of days in which a sitting lies. */
type Days = Pick<DateSpan, 'from' | 'to'>;

export default defineRule({
  meta: {
    id: 'plausible-scores',
    group: 'facts',
    severity: 'error',
    summary: 'Every score is one that the exam could give on that date.',
    why: 'Directors know the scales by heart. A number that cannot be makes them doubt the numbers beside it, and most often it is only a slip of the keys.',
    ask: 'What does the score report say: which exam, which date, which number?',
    source:
      'USMLE and NBOME on pass/fail reporting (Step 1 from 2022-01-26, Level 1 from 2022-05-10), score ranges, and passing standards by date.',
    options: {},
    messages: {
      range: {
        text: 'You write "{{words}}", and {{exam}} gives scores from {{least}} to {{most}}.',
      },
      passFail: {
        text: 'You write "{{words}}", and since {{from}} {{exam}} has been pass or fail and gives no number.',
      },
      failed: {
        text: 'You write "{{words}}" of a fail, and the passing score of {{exam}} {{when}} was {{standard}}, so this would have been a pass.',
      },
      passed: {
        text: 'You write "{{words}}" of a pass, and the passing score of {{exam}} {{when}} was {{standard}}, so this would have been a fail.',
      },
      unusual: {
        text: 'You write "{{words}}", and a score like that is rare for {{exam}}.',
        ask: 'Is every digit of it as the score report gives it?',
      },
    },
  },
  check(context) {
    for (const claim of readScoreClaims(context.document, context.language)) {
      const { exam } = claim;
      if (exam === undefined || !isScored(exam)) continue;
      const facts = EXAMS[exam];
      const problem = problemOf(claim, facts, daysOf(claim, context), outcomeOf(claim, context));
      // Without a name beside it, the number may be that of another exam.
      const [clause] = context.language.clausesIn(claim.number);
      const near = clause && {
        start: Math.max(clause.start, claim.number.start - BESIDE),
        end: Math.min(clause.end, claim.number.end + BESIDE),
      };
      const named = near !== undefined && examMentions(context.language, near).length > 0;
      if (!problem || (!named && (problem.messageId === 'unusual' || problem.messageId === 'range')))
        continue;
      context.report({
        messageId: problem.messageId,
        at: claim,
        data: { words: inWords(context.document.source, claim), exam: facts.name, ...problem.data },
        ...(problem.messageId === 'unusual' ? { severity: 'suggestion' as const } : {}),
      });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[evidence|I cleared Step 1 in January 2024 with a score of 231.]]',
        messageId: 'passFail',
        at: 'score of 231',
      },
      {
        text: '[[evidence|I scored 312 on Step 2 CK.]]',
        messageId: 'range',
        at: 'scored 312',
      },
      {
        text: '[[setback|In June 2023 I failed Step 2 CK with a 216.]]',
        messageId: 'failed',
        at: '216',
      },
      {
        text: '[[evidence|In October 2022 I passed Step 2 CK with a 205.]]',
        messageId: 'passed',
        at: 'passed Step 2 CK with a 205',
      },
      {
        text: '[[evidence|My Step 3 score was 292.]]',
        messageId: 'unusual',
        at: 'score was 292',
      },
      {
        text: '[[evidence|My Step 2 CK is 2380.]]',
        messageId: 'range',
        at: '2380',
      },
      {
        text: '[[evidence|I scored 1045 on Level 2CE.]]',
        messageId: 'range',
        at: 'scored 1045',
      },
      {
        text: '[[evidence|I scored above 310 on Step 2 CK.]]',
        messageId: 'range',
        at: 'scored above 310',
      },
      {
        text: '[[evidence|I cleared Step 1 in January 2024 with a score of two thirty-one.]]',
        messageId: 'passFail',
        at: 'score of two thirty-one',
      },
    ],
    valid: [
      {
        text: '[[evidence|I passed Step 2 CK with a score above 140.]]',
        nearMiss: 'where a score lies above a line, it may be usual',
      },
      {
        text: '[[evidence|My MCAT was 511 and my Step 2 CK a 239.]]',
        nearMiss: 'the number of another test',
      },
      {
        text: '[[other|I scored 325 on the GRE before Step 2 CK.]]',
        nearMiss: 'a test named after its number',
      },
      { text: '[[other|Nobody scores 305 on Step 2 CK.]]', nearMiss: 'a score that nobody is said to have' },
      { text: '[[evidence|I passed Step 2 CK in 2023.]]', nearMiss: 'a year' },
      {
        text: '[[evidence|I passed Step 1 in March 2021 with a 224.]]',
        nearMiss: 'Step 1 still gave a number',
      },
      {
        text: '[[setback|In August 2025 I failed Step 2 CK with a 216.]]',
        nearMiss: 'the passing score had gone up a month before',
      },
      { text: '[[evidence|Level 2-CE came back a 512, and Step 2 CK a 243.]]' },
      { text: '[[setback|In July of 2023 I failed Level 2-CE, 372.]]' },
      {
        text: '[[evidence|I passed Step 1 in 2023, and then scored 241 on Step 2 CK.]]',
        nearMiss: 'the number is that of another exam',
      },
      { text: '[[change|I did 310 questions for Step 2 CK in a week.]]', nearMiss: 'a count of questions' },
    ],
  },
});

interface Problem {
  readonly messageId: 'range' | 'passFail' | 'failed' | 'passed' | 'unusual';
  readonly data?: Readonly<Record<string, string | number>>;
}

function problemOf(
  { score, bound }: ScoreClaim,
  facts: ExamFacts,
  days: Days | undefined,
  passed: boolean | undefined,
): Problem | undefined {
  const [least, most] = facts.range;
  // A claim has three digits at least, and none is too few for an exam.
  if (score > most && bound !== 'below') return { messageId: 'range', data: { least, most } };
  const { passFailFrom: from } = facts;
  if (from && days && days.from >= from) return { messageId: 'passFail', data: { from } };
  // A line that was passed or missed does not say where the score itself lies.
  if (bound !== undefined) return undefined;
  const standards = standardsIn(facts, days);
  const when = days ? 'at that time' : 'in any year';
  const highest = Math.max(...standards);
  const lowest = Math.min(...standards);
  if (standards.length > 0 && passed === false && score >= highest)
    return { messageId: 'failed', data: { standard: highest, when } };
  if (standards.length > 0 && passed === true && score < lowest)
    return { messageId: 'passed', data: { standard: lowest, when } };
  return score < facts.usual[0] || score > facts.usual[1] ? { messageId: 'unusual' } : undefined;
}

/** The passing scores that may have held on these days; all known ones where the days are not known. */
function standardsIn({ passing }: ExamFacts, days: Days | undefined): number[] {
  if (!days) return passing.map(({ score }) => score);
  return passing
    .filter(({ from }, i) => from <= days.to && (passing[i + 1]?.from ?? '9999') > days.from)
    .map(({ score }) => score);
}

/** So many UTF-16 code units may lie between an outcome and its score. */
const REACH = 60;
const OUTCOME = /\b(?:fail(?:ed|ing)?|not pass|\w{2,6}n['\u2019]t pass|unsuccessful|pass(?:ed)?|cleared)\b/i;
const JOINED = /\b(?:and|but|then|after|before|when|while|later|retook|second|first)\b/i;

/** What the words right before a score, or right after it, say of it: "failed Step 2 CK with a 216", "a 216, a fail". */
function outcomeOf({ number }: ScoreClaim, { document: { prose } }: RuleContext): boolean | undefined {
  const before = prose.slice(Math.max(0, number.start - REACH), number.start);
  const after = prose.slice(number.end, number.end + REACH);
  if (/^,? (?:which was |that was )?(?:a fail\b|failing\b|not a pass\b|below passing\b)/i.test(after))
    return false;
  const clause = before.split(/[.;:!?]/).at(-1) ?? '';
  const told = OUTCOME.exec(clause);
  if (!told) return undefined;
  const between = clause.slice(told.index + told[0].length);
  if (JOINED.test(between)) return undefined;
  if (/\b(?:above|below|under|over|from|not|no|never)\b/i.test(between)) return undefined;
  if (/\b(?:never|not|without)\s+$/i.test(clause.slice(0, told.index))) return undefined;
  return /^(?:pass|clear)/i.test(told[0]);
}

/** The dates in stretches of a sentence that were asked for, by where they begin and end in it. */
const datesKnown = bySentence(() => new Map<string, readonly Days[]>());

function datesIn(sentence: Sentence, prose: string, start: number, end: number): readonly Days[] {
  const known = datesKnown(sentence);
  const place = `${start - sentence.start} ${end - sentence.start}`;
  const dates = known.get(place) ?? findDates(prose.slice(start, end));
  known.set(place, dates);
  return dates;
}

/** When the sitting of a score was, as far as its sentence or, for a fail, the profile says. */
function daysOf(claim: ScoreClaim, { document, language, profile }: RuleContext): Days | undefined {
  const [clause] = language.clausesIn(claim);
  for (const range of clause ? [clause, clause.sentence] : []) {
    const start = Math.max(range.start, claim.start - NEAR);
    const end = Math.min(range.end, claim.end + NEAR);
    const dates = datesIn((clause as Clause).sentence, document.prose, start, end);
    if (dates.length > 0) return dates.length === 1 ? dates[0] : undefined;
  }
  const date = claim.passed === false && profile.setbacks?.find(({ what }) => what === claim.exam)?.date;
  // In the order of their letters a year and a month come before the days in them, and -99 after all of them.
  return date ? { from: date, to: `${date}-99` } : undefined;
}
