import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { plainText, type TopicClause, topicAt, topicsOf } from './exam-topics.ts';
import type { SetbackKind } from './types.ts';

/**
 * Something that the draft says of the writer's sittings of an exam.
 *
 * - `passed-at`: passed at attempt number `count`
 * - `failed-at`: failed at attempt number `count`, or failed that often at least
 * - `fails`: failed `count` times in all
 * - `sittings`: sat `count` times in all
 * - `either`: `count` is the number of sittings or of fails ("passed after two attempts")
 * - `not-passed`: the outcome alone
 * - `never-failed`: no exam was ever failed
 */
export type ExamClaimType =
  | 'passed-at'
  | 'failed-at'
  | 'fails'
  | 'sittings'
  | 'either'
  | 'not-passed'
  | 'never-failed';

export interface ExamClaim extends TextRange {
  readonly type: ExamClaimType;
  readonly exam: SetbackKind | undefined;
  /** Whether the exam is named in the same sentence; otherwise it is the one named last. */
  readonly named: boolean;
  readonly count: number;
}

const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  first: 1,
  initial: 1,
  sole: 1,
  only: 1,
  maiden: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  once: 1,
  twice: 2,
  thrice: 3,
};
const ORDINAL = 'first|initial|sole|only|maiden|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth';
const CARDINAL = 'one|single|two|three|four|five|six|[1-6]';
const TRY =
  'attempts?|try|tries|sittings?|takes?|times?|go|goes|go-?rounds?|rounds?|shots?|administrations?|runs?|swings?|presentations?|asking|pass(?!ed)|outings?|bites?|tr(?:y|ies)-?outs?';

const PASS =
  /\b(?:pass(?:ed|es|ing)?|clear(?:ed|ing)|success|successful(?:ly)?|(?:got|came|made it|get|getting) (?:through|past|over)|made it|(?:favou?red|rewarded|came away) with (?:an? )?pass|prevailed|connect(?:ed)?|(?:got|nailed|did|made) it|satisfactory|succeeded|met the (?:passing )?standard|went (?:well|fine))\b/g;
const FAIL =
  /\b(?:(?:not|never|\w{2,6}n't|without|cannot|no|unable to|inability to|failed to|failing to|failure to) (?:yet |able to |been able to |a |manage to |quite |(?:result|end) in an? |lead to a )?(?:pass(?:ed|ing)?|clear(?:ed)?|successful|success|succeed)|fail(?:ed|s|ing|ure)?|unsuccessful(?:ly)?|bombed|flunk(?:ed|ing)|(?:below|under|short of) (?:the )?(?:passing|pass|line|standard|cutoff|minimum)|came up short|fell short|missed (?:the |it|passing)|didn't (?:pass|clear|make it)|did not make it|no pass|non-pass)\b/g;
/** Not told as done: planned, supposed, or hoped. */
const UNREAL =
  /\b(?:will|would|if|unless|hope|hoping|plan|plans|planning|want(?:ed)? to|should|could have|expect|intend|goal|aim(?:ed)?|whether|going to|need to|have to|until i)\b/;
/** Somebody else's sittings. */
const THEIRS =
  /\b(?:he|she|they|who|whose|his|her|their|him|them|friend|classmate|roommate|brother|sister|mother|father|cousin|wife|husband|tutor|student|students|resident|residents|colleague|people|others|somebody|someone|everyone|anyone)\b/;
/** "My sister passed" is hers; "with my tutor" and "my sister's notes" still tell of the writer. */
const OWN =
  /\b(?:i|me|mine|i'd|i've|(?<=\b(?:with|without|from|to|for|by|of) )my|my(?! (?:[\w-]+ )?(?:friend|classmate|roommate|brother|sister|mother|father|cousin|wife|husband|tutor|student|resident|colleague)\b(?!['\u2019])))\b/;

const ORDINAL_TRY = new RegExp(
  String.raw`\b(?<n>${ORDINAL})(?: and (?:last|final|best|only)| full| real| official| actual)?[ -](?:${TRY})\b(?!-)`,
  'g',
);
/** "Passed on the second." */
const ORDINAL_ALONE = new RegExp(
  String.raw`\b(?:on|at|in) (?:my|the|a) (?<n>${ORDINAL})(?=\s*(?:[.,;:!?)]|$)|\s+and\b)`,
  'g',
);
const NUMBER_TRY =
  /\b(?:attempt|try|sitting|take) (?:number |no\. ?|# ?)?(?<n>one|two|three|four|five|[1-6])\b(?! (?:hours|weeks|months|questions|practice))/g;
const COUNTED_TRY = new RegExp(
  String.raw`\b(?:(?<part>${CARDINAL}) of (?:my|the|those|these) )?(?<n>${CARDINAL})(?: separate| total| full)?(?: (?<kind>failed|unsuccessful|failing|prior|previous|earlier|more|additional|further|extra|different))? (?<noun>attempts?|try|tries|sittings?|takes|times?|goes|go|shots|swings|rounds|administrations?|presentations|failures?|fails)\b`,
  'g',
);
/** "I did not get it until my third go." */
const NOT_UNTIL = new RegExp(
  String.raw`\b(?:not|never|\w{2,6}n't) (?:pass|get|clear|succeed|get through|make it)\b[^.;:]{0,40}?\b(?:until|till|before) (?:my|the|a) (?<n>${ORDINAL})(?: (?:${TRY}))\b`,
  'g',
);
const FAILED_OFTEN =
  /\b(?:fail(?:ed|ing)?|flunked|bombed|not pass(?:ed)?|unsuccessful)\b[^.;:]{0,45}?\b(?<n>once|twice|thrice)\b/g;
const OFTEN_FAILED =
  /\b(?<n>once|twice|thrice) (?:failed|unsuccessful|did not pass|(?:refused|beat|defeated|denied|eluded|escaped|rejected|turned down|got the better of) me)\b/g;
const SAT_OFTEN =
  /\b(?:took|taken|taking|sat|sit|sitting|wrote (?:it|them|that|this|step|level|usmle|comlex|(?:the|my) (?:exams?|boards?|papers?|tests?|steps?|levels?))|attempted|attempting|tried)\b[^.;:]{0,40}?\b(?<n>twice|thrice|once(?=,? and (?:i )?passed)|(?:two|three|four|five) times)\b/g;
const NEVER_FAILED =
  /\bnever (?:once )?(?:failed|dropped|lost|flunked|missed|had to (?:repeat|retake)|repeated|retaken|retook)\b[^.;:]{0,30}\b(?:exams?|examinations?|boards?|steps?|levels?|usmle|comlex|licensing)\b|\bpass(?:ed|ing) (?:all|each|every|both) (?:of )?(?:my |the |three )?(?:usmle|comlex|licensing|board|boards|steps?|levels?|exams?)\b[^.;:]{0,40}\bfirst (?:attempt|try|sitting|time|go|take|shot)\b/g;
const NOT_YET =
  /\b(?:(?:have|am|has) (?:still |yet )?(?:not|n't|yet) (?:yet )?(?:passed|to pass|retaken|cleared)|(?:haven't|still haven't) (?:yet )?(?:passed|cleared)|am (?:now |still |currently )?(?:awaiting|waiting (?:for|on))|(?:have|had) (?:still |as )?(?:not|n't) (?:yet )?been able to (?:pass|repeat|retake|clear) (?:it|the)|pass is (?:still )?not (?:yet )?(?:mine|there|in hand|with me)|(?:am|have) (?:still )?to (?:write|sit|take|repeat|retake|re-?sit) (?:it|the exam|that exam) (?:again|once more)|(?:am |plan |will |going )(?:scheduled |set |registered )?(?:to )?(?:retak(?:e|ing)|repeat(?:ing)? (?:it|the exam|step|level)|re-?sit)|still (?:need|have) to pass)\b/g;

/** Everything that the draft says of how often its writer sat, passed or failed an exam, in text order. */
export function readExamClaims(document: NarrativeDocument, language: LanguageAnalysis): ExamClaim[] {
  const claims: ExamClaim[] = [];
  const topics = topicsOf(document, language);
  topics.forEach((topic, i) => {
    if (!isOwn(topic.text)) return;
    const near = topics[i - 1]?.clause.sentence === topic.clause.sentence ? topics[i - 1] : undefined;
    const found = [...claimsIn(topic, near), ...(near ? [] : notYet(document, topic, topics))];
    // Of two readings of the same words the first one holds.
    for (const claim of found)
      if (!claims.some((other) => other.start < claim.end && claim.start < other.end)) claims.push(claim);
  });
  return claims.sort((a, b) => a.start - b.start);
}

/** "Not yet passed" runs over a clause boundary, so it is looked for in the whole sentence. */
function notYet(
  document: NarrativeDocument,
  first: TopicClause,
  topics: readonly TopicClause[],
): ExamClaim[] {
  const { sentence } = first.clause;
  const text = plainText(document, sentence);
  return [...text.matchAll(NOT_YET)].map((match) => {
    const at = rangeOf(match);
    const range = { start: sentence.start + at.start, end: sentence.start + at.end };
    const topic =
      topics.find(({ clause }) => clause.end >= range.end && clause.sentence === sentence) ?? first;
    const { kind, named } = topicAt(topic, range);
    return { type: 'not-passed', exam: kind, named, count: 0, ...range };
  });
}

function isOwn(text: string): boolean {
  const theirs = THEIRS.exec(text);
  if (!theirs) return true;
  const own = OWN.exec(text);
  return own !== null && own.index < theirs.index;
}

function claimsIn(topic: TopicClause, previous: TopicClause | undefined): ExamClaim[] {
  const { text, clause } = topic;
  const claims: ExamClaim[] = [];
  const add = (type: ExamClaimType, count: number, at: TextRange, about: TextRange = at) => {
    if (!Number.isFinite(count)) return;
    const range = { start: clause.start + at.start, end: clause.start + at.end };
    const place = { start: clause.start + about.start, end: clause.start + about.end };
    const { kind, named } = topicAt(topic, place);
    claims.push({ type, exam: kind, named, count, ...range });
  };
  const each = (pattern: RegExp, visit: (match: RegExpMatchArray, at: TextRange, count: number) => void) => {
    for (const match of text.matchAll(pattern)) {
      const at = { start: match.index, end: match.index + match[0].length };
      visit(match, at, countOf(match.groups?.n));
    }
  };
  each(NEVER_FAILED, (_, at) => add('never-failed', 0, at));
  if (UNREAL.test(text.replace(/\byou (?:will|would|may|can) (?:also )?(?:find|see|notice)\b/, '')))
    return claims;
  each(NOT_UNTIL, (_, at, count) => add('passed-at', count, at));
  each(FAILED_OFTEN, (_, at, count) => add('fails', count, at));
  each(OFTEN_FAILED, (_, at, count) => add('fails', count, at));
  each(SAT_OFTEN, (match, at) => add('sittings', countOf(match.groups?.n?.split(' ')[0]), at));
  each(COUNTED_TRY, (match, at, count) => {
    const type = countedType(text, match, at);
    const fails = match.groups?.part;
    if (fails !== undefined && resultAt(text, at, undefined)?.passed === false)
      add('fails', countOf(fails), at);
    else if (type) add(type, count, at);
  });
  for (const pattern of [ORDINAL_TRY, ORDINAL_ALONE, NUMBER_TRY])
    each(pattern, (match, at, count) => {
      const alone = pattern === ORDINAL_ALONE;
      if (/\btime\b/.test(match[0]) && !PASS.test(text) && !FAIL.test(text)) return;
      PASS.lastIndex = 0;
      FAIL.lastIndex = 0;
      const result = resultAt(text, at, alone ? previous?.text : undefined);
      const needed = /\b(?:needed|took|required|take|requiring|needing) (?:me )?(?:an? |my |the )?$/.test(
        text.slice(Math.max(0, at.start - NEAR), at.start),
      );
      if (needed && count > 1) return add('passed-at', count, at);
      if (!result) return;
      const range = result.at ? spanOf(at, result.at) : at;
      add(result.passed ? 'passed-at' : 'failed-at', count, range, at);
    });
  return claims;
}

function countOf(word = ''): number {
  return COUNTS[word] ?? Number(word || Number.NaN);
}

/** What attempts are called that do not count, that were failed, and that came before. */
const YET_TO_COME = new Set(['more', 'additional', 'further', 'extra', 'different']);
const LOST = new Set(['failed', 'unsuccessful', 'failing']);
const PAST = new Set(['prior', 'previous', 'earlier']);

/** What a number of attempts counts. */
function countedType(text: string, match: RegExpMatchArray, at: TextRange): ExamClaimType | undefined {
  const { kind = '', noun = '', n = '' } = match.groups ?? {};
  const before = text.slice(Math.max(0, at.start - NEAR), at.start);
  const after = text.slice(at.end, at.end + NEAR);
  if (YET_TO_COME.has(kind)) return undefined;
  if (/\b(?:another|practice|mock|these|those|all)\s+$/.test(before) && !kind) return undefined;
  // "Step 1 fails": the number is that of the exam.
  if (/\b(?:step|level)\s+$/.test(before)) return undefined;
  if (LOST.has(kind) || noun.startsWith('fail')) return 'fails';
  if (noun.startsWith('time')) {
    if (/\b(?:fail(?:ed|ing)?|not pass(?:ed)?)\b[^.;:]{0,45}$/.test(before)) return 'fails';
    return /\b(?:took|taken|sat|attempted)\b[^.;:]{0,40}$/.test(before) ? 'sittings' : undefined;
  }
  if (/\b(?:first|last)\s+$/.test(before)) {
    return /^[^.;]{0,60}\b(?:unsuccessful|fail(?:s|ed|ures)?|not (?:pass|successful))\b/.test(after)
      ? 'fails'
      : undefined;
  }
  const many = countOf(n) > 1;
  if (
    /^[^.;,]{0,40}\b(?:were|was) (?:both |all )?(?:unsuccessful|not successful|fails|failures)\b/.test(after)
  )
    return 'fails';
  if (/\bafter (?:only |just )?$/.test(before) || PAST.has(kind)) return many ? 'either' : 'fails';
  if (
    /\b(?:took|take|taking|takes|taken)(?: me| us)?\s+(?:just |only )?$|\b(?:needed|needing|need|required|requiring|with|within|over|across)\s+(?:just |only |all )?$/.test(
      before,
    )
  )
    return 'sittings';
  if (/\b(?:in|on)\s+(?:just |only |a )?$/.test(before)) return many ? 'sittings' : 'passed-at';
  return undefined;
}

const GOES_ON = /[,;]|\b(?:and|but|then)\b/;
const SCORED = /^,? (?:i )?(?:scored|got|earned|received) (?:an? )?(?:2[0-9]\d|[3-8]\d\d)\b/;
const SCORE = /\b(?:2[0-9]\d|[3-8]\d\d)\b(?!,)/;

/** So many UTF-16 code units around an attempt its result is looked for. */
const NEAR = 160;
/** And so many at most between them. */
const FARTHEST = 70;

interface Result {
  readonly passed: boolean;
  readonly at: TextRange | undefined;
}

/** Whether the words around an attempt say that it was passed or failed: those nearest to it decide. */
function resultAt(text: string, at: TextRange, previous: string | undefined): Result | undefined {
  const from = Math.max(0, at.start - NEAR);
  const around = text.slice(from, at.end + NEAR);
  const fails = [...around.matchAll(FAIL)].map((match) => rangeOf(match, from));
  const passes = [...around.matchAll(PASS)].map((match) => rangeOf(match, from));
  // "Did not pass" is a fail: it reaches as near as the passing word in it, and comes first.
  const all = [
    ...fails.map((range) => ({ range, passed: false })),
    ...passes.map((range) => ({ range, passed: true })),
  ].sort((a, b) => gap(a.range, at) - gap(b.range, at));
  const nearest = all[0] && gap(all[0].range, at) <= FARTHEST ? all[0] : undefined;
  const between = nearest && text.slice(nearest.range.end, at.start);
  // "A fail, and then a 231 on the second go": the score is that of the go.
  if (nearest && !nearest.passed && between && SCORE.test(between)) return { passed: true, at: undefined };
  // "Failed, and on my second attempt I scored 231": so is this one.
  if (
    nearest &&
    !nearest.passed &&
    between &&
    GOES_ON.test(between) &&
    SCORED.test(text.slice(at.end, at.end + NEAR))
  )
    return { passed: true, at: undefined };
  if (nearest) return { passed: nearest.passed, at: nearest.range };
  // A score is told of the sitting that passed.
  if (SCORE.test(around)) return { passed: true, at: undefined };
  if (previous === undefined) return undefined;
  return /\bpass(?:ed)?\b|\bcleared\b/.test(previous) ? { passed: true, at: undefined } : undefined;
}

function rangeOf(match: RegExpMatchArray, base = 0): TextRange {
  const start = base + (match.index ?? 0);
  return { start, end: start + match[0].length };
}

function gap(a: TextRange, b: TextRange): number {
  return a.end <= b.start ? b.start - a.end : a.start - b.end + 2;
}

function spanOf(a: TextRange, b: TextRange): TextRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
