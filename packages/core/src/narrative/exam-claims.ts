import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { EXAMS, isScored } from '../eras/exams.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { NEAR, rangeOf, resultAt, resultIn } from './exam-results.ts';
import { examsAt, hasOtherObject, isAtExam, isSitting, moved } from './exam-sat.ts';
import { otherTests, plainText, type TopicClause, topicAt, topicsOf } from './exam-topics.ts';
import type { SetbackKind } from './types.ts';
import { isTheirs } from './whose-exam.ts';

/**
 * Something that the draft says of the writer's sittings of an exam.
 *
 * - `passed-at`: passed at attempt number `count`
 * - `failed-at`: failed at attempt number `count`, or failed that often at least
 * - `fails`: failed `count` times in all
 * - `sittings`: sat `count` times in all
 * - `more`: sat `count` times more after a fail
 * - `either`: `count` is the number of sittings or of fails ("passed after two attempts")
 * - `passed`, `not-passed`: the outcome alone
 * - `never-failed`: no exam was ever failed
 */
export type ExamClaimType =
  | 'passed-at'
  | 'failed-at'
  | 'fails'
  | 'sittings'
  | 'more'
  | 'either'
  | 'passed'
  | 'not-passed'
  | 'never-failed';

export interface ExamClaim extends TextRange {
  readonly type: ExamClaimType;
  readonly exam: SetbackKind | undefined;
  /**
   * Whether the exam is named in the same sentence; otherwise it is the one named last. Who never failed a
   * licensing exam names them all.
   */
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

/** Not told as done: planned, supposed, or hoped. */
const UNREAL =
  /\b(?:will|would|if|unless|hope|hoping|plan|plans|planning|want(?:ed)? to|should|could have|expect|intend|goal|aim(?:ed)?|whether|going to|need to|have to|until i|requires?|allows?|allowed|permits?|permitted|limits?|at most|up to|maximum)\b/;
const ORDINAL_TRY = new RegExp(
  String.raw`\b(?<n>${ORDINAL})(?: and (?:last|final|best|only)| full| real| official| actual)?[ -](?:${TRY})\b(?!-| (?:test-?|exam-?)?takers?\b)`,
  'g',
);
/** "Passed on the second." */
const ORDINAL_ALONE = new RegExp(
  String.raw`\b(?:(?:on|at|in) (?:my|the|a)|(?<=\b(?:pass|clear)ed (?:it|that|this|step \d(?: ?ck)?|level \d) (?:on )?)(?:my|the)) (?<n>${ORDINAL})(?=\s*(?:[.,;:!?)]|$)|\s+and\b)`,
  'g',
);
const NUMBER_TRY =
  /\b(?:attempt|try|sitting|take) (?:number |no\. ?|# ?)?(?<n>one|two|three|four|five|[1-6])\b(?! (?:hours|weeks|months|questions|practice))/g;
const COUNTED_TRY = new RegExp(
  String.raw`\b(?:(?<part>${CARDINAL}) of (?:my|the|those|these) )?(?<n>${CARDINAL})(?: separate| total| full)?(?: (?<kind>failed|unsuccessful|failing|prior|previous|earlier|more|additional|further|extra|different))?(?: (?:(?:usmle|comlex) )?(?:step|level) \d(?:[ -]?c[ke])?)? (?<noun>attempts?|try|tries|sittings?|takes|times?|goes|go|shots|swings|rounds|administrations?|presentations|failures?|fails)\b`,
  'g',
);
/** "I did not get it until my third go." */
const NOT_UNTIL = new RegExp(
  String.raw`\b(?:not|never|\w{2,6}n't|unable to) (?:(?:able|manage|been able) to )?(?:pass(?:ed)?|get (?:it|through|past|a pass|(?:my |the )?(?:step|level|exam|usmle|comlex))|clear(?:ed)?|succeed|make it)\b[^.;:]{0,40}?\b(?:until|till|before) (?:[^.;:]{0,24}?\b)?(?:my|the|a) (?<n>${ORDINAL})(?: (?:${TRY}))\b`,
  'g',
);
const FAILED_OFTEN =
  /\b(?:fail(?:ed|ing)?|flunked|bombed|not pass(?:ed)?|unsuccessful)\b[^.;:]{0,45}?\b(?<!\b(?:not|than|least|at) )(?<n>once|twice|thrice)\b/g;
const OFTEN_FAILED =
  /\b(?<n>once|twice|thrice)(?: before)? (?:(?<=twice |thrice )i (?:had |have )?failed|failed|unsuccessful|did not pass|(?:refused|beat|defeated|denied|eluded|escaped|rejected|turned down|got the better of) me)\b/g;
const SAT_OFTEN =
  /\b(?:took|taken|taking|sat|sit|sitting|wrote (?:it|them|that|this|step|level|usmle|comlex|(?:the|my) (?:exams?|boards?|papers?|tests?|steps?|levels?))|attempted|attempting|tried)\b[^.;:]{0,40}?\b(?<n>twice|thrice|once(?=,? and (?:i )?(?:passed|cleared))|(?:two|three|four|five) times)\b/g;
/** "Failed it again", "failed in 2019 and again in 2020". */
const FAILED_AGAIN =
  /\bfailed (?:it|that|(?:usmle |comlex )?(?:step|level)[ -]?\d(?:[ -]?c[ke])?|the (?:exam|test|retake)|my (?:boards?|retake))(?:,? (?:yet )?again\b(?! and)| (?:in|on) [^.;,:]{3,20},? and (?:then )?again (?:in|on|that|this|the)\b)|\bfailed (?:my|the) (?:retake|re-?sit)\b(?! (?:date|fee|deadline))|\bfailed (?:(?:usmle |comlex )?(?:step|level)[ -]?\d(?:[ -]?c[ke])?|it|the exam) and (?:then )?(?:my|the) (?:retake|re-?sit)\b/g;
/** "Retook it, failed again": the first of three is told before. */
const AFTER_RETAKE = /(?<=(?:^|[,;]) ?|\b(?:and|but|then|i) )failed (?:it )?(?:yet )?again\b/g;
const RETAKE = /\b(?:retook|retaken|re-?sat|repeated|second (?:attempt|try|time|sitting))\b/;
const NEVER_FAILED =
  /\bnever (?:once )?(?:failed|dropped|lost|flunked|missed|had to (?:repeat|retake)|repeated|retaken|retook)\b[^.;:]{0,30}\b(?:exams?|examinations?|boards?|steps?|levels?|usmle|comlex|licensing)\b|\b(?:pass|clear)(?:ed|ing) (?:all|each|every|both) (?:of )?(?:my |the |three )?(?:usmle|comlex|licensing|board|boards|steps?|levels?|exams?)\b[^.;:]{0,40}\bfirst (?:attempt|try|sitting|time|go|take|shot)\b|\b(?:all|each|every one|both) (?:of )?(?:my |the )?(?:(?:usmle|comlex|licensing|board) )*(?:exams?|steps?|levels?|boards) (?:was|were|(?:has|have) been) (?:passed|cleared) (?:on|at|in) (?:my |the |their )?(?:very )?first (?:attempt|try|sitting|time|go|take|shot)\b|\bnever had an? (?:failed|unsuccessful) (?:attempt|sitting|exam)\b|\bhave (?:had )?no (?:failed|unsuccessful) (?:attempts?|sittings?)\b(?: (?:on|at|in) (?:any |my |the )?(?:\w+ )?(?:exams?|steps?|levels?|boards?)\b)?|\bhave (?:had )?no (?:failures?|fails) (?:on|at|in) (?:any |my |the )*(?:(?:usmle|comlex|licensing|board) )*(?:exams?|steps?|levels?|boards?)\b/g;
const NOT_YET =
  /\b(?:(?:have|am|has) (?:still |yet )?(?:not|n't|yet) (?:yet )?(?:passed|to pass|retaken|cleared)|(?:haven't|still haven't) (?:yet )?(?:passed|cleared)|am (?:now |still |currently )?(?:awaiting|waiting (?:for|on))|(?:have|had) (?:still |as )?(?:not|n't) (?:yet )?been able to (?:pass|repeat|retake|clear) (?:it|the)|pass is (?:still )?not (?:yet )?(?:mine|there|in hand|with me)|(?:am|have) (?:still )?to (?:write|sit|take|repeat|retake|re-?sit) (?:it|the exam|that exam) (?:again|once more)|(?:am |plan |will |going )(?:scheduled |set |registered )?(?:to )?(?:retak(?:e|ing)|repeat(?:ing)? (?:it|the exam|step|level)|re-?sit)|still (?:need|have) to pass|(?:my|the) (?:retake|re-?sit|repeat) (?:(?:of|for) [^.;,]{3,20} )?is (?:now )?(?:scheduled|set|booked|planned|ahead)|i (?:sit|take|write) it again (?:in|on|next|this))\b/g;

/** What makes a claim that no exam was failed one of another time: "until then", "since", "in college". */
const ANOTHER_TIME =
  /\b(?:before|until|till|since|prior|another|other|again|afterwards?|thereafter|after|subsequent(?:ly)?|college|high school|undergraduate|nursing|pharmacy|university|growing up|as a (?:child|kid|boy|girl)|had (?:\w+ )?never|i'd never|having never|never having|who never|except(?:ion|ing)?|apart from|aside from|other than|besides|beyond|save for|unlike|but (?:that|this|one|for)|outside of)\b/;

/** So many UTF-16 code units after a claim such a word is looked for. */
const AFTER = 40;

/** A claim with the place of the word that tells it: its subject stands before. */
interface Told extends ExamClaim {
  readonly verb: number;
}

/** Everything that the draft says of how often its writer sat, passed or failed an exam, in text order. */
export function readExamClaims(document: NarrativeDocument, language: LanguageAnalysis): ExamClaim[] {
  const claims: ExamClaim[] = [];
  const topics = topicsOf(document, language);
  const units = joined(topics);
  units.forEach((topic, i) => {
    const { sentence } = topic.clause;
    const near = units[i - 1]?.clause.sentence === sentence ? units[i - 1] : undefined;
    const found = [...claimsIn(topic, near, document), ...(near ? [] : notYet(document, topic, topics))];
    // Of two readings of the same words the first one holds; one may hold of two exams.
    const before = [...claims];
    for (const { verb, ...claim } of found) {
      const others = claims.filter((other) => other.start < claim.end && claim.start < other.end);
      if (
        others.some(
          (other) => before.includes(other) || other.start !== claim.start || other.exam === claim.exam,
        )
      )
        continue;
      if (!claim.named && claim.type !== 'never-failed' && NO_EXAM.test(plainText(document, sentence)))
        continue;
      if (isTheirs(document.prose.slice(sentence.start, verb))) continue;
      if (
        claim.type === 'never-failed' &&
        ANOTHER_TIME.test(
          plainText(document, { start: sentence.start, end: Math.min(sentence.end, claim.end + AFTER) }),
        )
      )
        continue;
      claims.push(claim);
    }
  });
  return claims.sort((a, b) => a.start - b.start);
}

/** A clause that only says at which attempt, and leaves to the next one how it went. */
const AT_ATTEMPT = new RegExp(
  String.raw`(?:^|, )(?:(?:and|but|then|so),? )*(?:(?:on|at|in) )?(?:my|the|a|that) (?:very )?(?:${ORDINAL})[ -](?:${TRY})\b[^;:]*,\s*$|^(?:and |but )?(?:when|once) i [^;:]*\b(?:${ORDINAL}) time,\s*$`,
);
const SAT = /\b(?:sat|took|wrote|retook)\b/;
const AT_WHICH_TIME = new RegExp(String.raw`\b(?:a|the|my) (?:${ORDINAL}) time,?\s*$`);
/** What goes on with the clause before it: until which attempt, or what it was. */
const GOES_BACK =
  /^(?:(?:until|till|before) (?:my|the|a|i) |,? ?which (?:was|is|were|meant|turned out|proved)\b|\(?(?:a|another) (?:fail|pass)\b|but (?:twice|thrice)\b)/;

/**
 * Clauses as they tell of sittings. A cut that does well for roles may part an attempt from its outcome: "did not
 * pass | until the second attempt", "on my first attempt, | I failed".
 */
function joined(topics: readonly TopicClause[]): TopicClause[] {
  const units: TopicClause[] = [];
  for (const topic of topics) {
    const last = units.at(-1);
    if (
      last &&
      last.clause.sentence === topic.clause.sentence &&
      (topic.clause.opener === 'tail' || goesOn(last.text, topic.text))
    ) {
      const between = ' '.repeat(Math.max(0, topic.clause.start - last.clause.end));
      units[units.length - 1] = {
        ...last,
        clause: { ...last.clause, ...spanOf(last.clause, topic.clause) },
        text: last.text + between + topic.text,
        named: [...last.named, ...topic.named],
      };
    } else units.push(topic);
  }
  return units;
}

function goesOn(text: string, next: string): boolean {
  if (GOES_BACK.test(next)) return true;
  if (AT_ATTEMPT.test(text)) return resultIn(text) === undefined;
  if (!/^,? ?and (?:i )?(?:passed|cleared)\b/.test(next) || resultIn(text) !== undefined) return false;
  return /\bonce,?\s*$/.test(text) || (SAT.test(text) && AT_WHICH_TIME.test(text));
}

/** "Not yet passed" runs over a clause boundary, so it is looked for in the whole sentence. */
function notYet(document: NarrativeDocument, first: TopicClause, topics: readonly TopicClause[]): Told[] {
  const { sentence } = first.clause;
  const text = plainText(document, sentence);
  return [...text.matchAll(NOT_YET)].map((match) => {
    const at = rangeOf(match);
    const range = { start: sentence.start + at.start, end: sentence.start + at.end };
    const topic =
      topics.find(({ clause }) => clause.end >= range.end && clause.sentence === sentence) ?? first;
    const { kind, named } = topicAt(topic, range);
    return { type: 'not-passed', exam: kind, named, count: 0, verb: range.start, ...range };
  });
}

function claimsIn(
  topic: TopicClause,
  previous: TopicClause | undefined,
  document: NarrativeDocument,
): Told[] {
  const { text, clause } = topic;
  const claims: Told[] = [];
  const sentenceTo = (end: number) =>
    plainText(document, {
      start: Math.max(clause.sentence.start, clause.start + end - 2 * NEAR),
      end: clause.start + end,
    });
  const after = (end: number) =>
    plainText(document, { start: clause.start + end, end: clause.start + end + NEAR });
  const add = (type: ExamClaimType, count: number, at: TextRange, about: TextRange = at, verb = at.start) => {
    if (!Number.isFinite(count) || hasOtherObject(topic, verb)) return;
    const range = { start: clause.start + at.start, end: clause.start + at.end };
    for (const { kind, named } of examsAt(topic, about, verb))
      claims.push({ type, exam: kind, named, count, verb: clause.start + verb, ...range });
  };
  const each = (pattern: RegExp, visit: (match: RegExpMatchArray, at: TextRange, count: number) => void) => {
    for (const match of text.matchAll(pattern)) {
      const at = { start: match.index, end: match.index + match[0].length };
      visit(match, at, countOf(match.groups?.n));
    }
  };
  each(NEVER_FAILED, (match, at) => {
    const range = moved(at, clause.start);
    const { kind, named } = topicAt(topic, range);
    const [one] = topic.named.filter(({ start }) => start >= range.start && start <= range.end + 20);
    // Of one exam by name nothing is said of the others.
    if (one && !/\b(?:all|each|every|both)\b/.test(match[0])) {
      claims.push({
        type: 'passed-at',
        exam: one.kind,
        named: true,
        count: 1,
        verb: range.start,
        start: range.start,
        end: Math.max(range.end, one.end),
      });
      return;
    }
    const licensing =
      /\b(?:steps?|levels?|usmle|comlex|licensing|boards?|(?:failed|unsuccessful) (?:attempt|sitting)s?)\b/.test(
        match[0],
      );
    claims.push({
      type: 'never-failed',
      exam: kind,
      named: named || licensing,
      count: 0,
      verb: range.start,
      ...range,
    });
  });
  // "Until I sat it a second time" is told as done.
  each(NOT_UNTIL, (_, at, count) => {
    if (!/\b(?:if|unless|whether)\b/.test(text)) add('passed-at', count, at);
  });
  if (
    UNREAL.test(text.replace(/\byou (?:will|would|may|can) (?:also )?(?:find|see|notice)\b|\bhad to\b/g, ''))
  )
    return claims;
  each(FAILED_OFTEN, (match, at, count) => {
    if (!FAILED_TO_DO.test(match[0])) add('fails', count, at);
  });
  each(OFTEN_FAILED, (_, at, count) => add('fails', count, at));
  each(FAILED_AGAIN, (_, at) => add('failed-at', 2, at));
  each(AFTER_RETAKE, (_, at) => {
    const told = sentenceTo(at.start);
    if (RETAKE.test(told) && !NOT_TOLD.test(told)) add('failed-at', 2, at);
  });
  each(SAT_OFTEN, (match, at) => {
    if (!isSitting(match[0], text.slice(at.end))) return;
    const count = countOf(match.groups?.n?.split(' ')[0]);
    add(goesOnAfter(count, after(at.end)) ? 'either' : 'sittings', count, at);
  });
  each(RETAKES, (_, at, count) => add('sittings', count + 1, at));
  each(COUNTED_TRY, (match, at, count) => {
    if (!isAtExam(text.slice(at.end), topic, at.end)) return;
    const type = countedType(text, match, at, after(at.end));
    const fails = match.groups?.part;
    if (fails !== undefined && resultAt(text, at, undefined)?.passed === false)
      add('fails', countOf(fails), at);
    else if (type) add(type, count, at);
  });
  for (const pattern of [ORDINAL_TRY, ORDINAL_ALONE, NUMBER_TRY])
    each(pattern, (match, at, count) => {
      const alone = pattern === ORDINAL_ALONE;
      if (/\btime\b/.test(match[0]) && resultIn(text) === undefined) return;
      const before = text.slice(Math.max(0, at.start - NEAR), at.start);
      if (/\b(?:his|her|their) $/.test(before)) return;
      // "For the first time" is that of anything.
      if (count === 1 && /\bfor (?:the|my) $/.test(before) && /\btime\b/.test(match[0])) return;
      if (!isAtExam(text.slice(at.end), topic, at.end)) return;
      const result = resultAt(text, at, alone ? previous?.text : undefined);
      const needed = /\b(?:needed|took|required|take|requiring|needing) (?:me )?(?:an? |my |the )?$/.test(
        before,
      );
      if (needed && count > 1) return add('passed-at', count, at);
      if (!result) return;
      if (result.at && result.passed && NOT_TOLD.test(text.slice(0, result.at.start))) return;
      if (!result.at && isFail(topicAt(topic, moved(at, clause.start)).kind, result.score)) return;
      const range = result.at ? spanOf(at, result.at) : at;
      add(result.passed ? 'passed-at' : 'failed-at', count, range, at, result.at?.start ?? at.start);
    });
  // Whoever speaks of a third attempt of theirs has failed two.
  each(MY_ATTEMPT, (_, at, count) => {
    if (topic.named.length > 0) add('failed-at', count - 1, at);
  });
  each(PASSED, (match, at) => {
    const told = sentenceTo(at.start);
    if (NOT_TOLD.test(`${told}${match[0].slice(0, match[0].lastIndexOf('pass'))}`)) return;
    if (
      UNREAL.test(told) ||
      IN_MIND.test(told) ||
      NOT_YET_DONE.test(sentenceTo(at.end).split(/[,;]/).at(-1) ?? '')
    )
      return;
    const isIt = match[0].endsWith(' it');
    // "It" may be anything that was passed, unless the exam is named with it or nothing else comes between.
    if (isIt && otherTests(document, { start: clause.sentence.start, end: clause.start + at.end }).length > 0)
      return;
    const { named } = topicAt(topic, moved(at, clause.start));
    if (isIt && !named && !(told.trim() === '' && /\b(?:since|finally|eventually|now)\b/.test(match[0])))
      return;
    add('passed', 0, at);
  });
  return claims;
}

const MY_ATTEMPT =
  /\bmy (?<n>third|3rd|fourth|4th|fifth|5th|sixth)[ -](?:attempt|try|sitting) (?:at|of|for|on) (?:the )?(?:(?:usmle|comlex) )?(?:step|level)\b/g;
const RETAKES =
  /\b(?:needed|took|required)(?: me)? (?:only |just )?(?:a )?(?<n>one|single|two|three) (?:retakes?|re-?sits?)\b(?= (?:to (?:pass|clear)|before|of|for)\b)/g;
/** The outcome alone, told of an exam by name, as "it", or with nothing but a time. */
const PASSED =
  /\b(?:i|and|but|then) (?:(?:have|had|since|then|finally|later|now|eventually|ultimately|i) )*(?:passed|cleared) (?:it\b|(?:the )?(?:(?:usmle|comlex) )?(?:step|level)[ -]?\d)/g;
/** A pass that is only waited for: "when I have passed it". */
const NOT_YET_DONE = /\b(?:when|once|until|till|before|after|if|unless|whether|as soon as)\b/;
const IN_MIND = /\b(?:the day|dream\w*|wish\w*|imagin\w*|practice|mock|told|said|thought)\b/;
/** What was left undone is no exam. */
const FAILED_TO_DO = /\bfail(?:ed|ing)? to (?!(?:pass|clear|succeed|get|make)\b)/;
const NEXT: Readonly<Record<number, RegExp>> = {
  1: /\b(?:second|2nd)\b/,
  2: /\b(?:third|3rd)\b/,
  3: /\b(?:fourth|4th)\b/,
  4: /\b(?:fifth|5th)\b/,
};
const IN_VAIN =
  /^,? (?:in vain|unsuccessfully|to no avail|without (?:any )?(?:success|luck|passing|a pass)|before (?:i )?(?:finally )?pass(?:ed|ing)|and (?:i )?(?:failed|(?:did|could) not pass|was unsuccessful))\b/;

/** Whether the sittings that are counted are those before another one. */
function goesOnAfter(count: number, after: string): boolean {
  return IN_VAIN.test(after) || NEXT[count]?.test(after) === true;
}

/** Whether a score is too low to say that its sitting was passed. */
function isFail(exam: SetbackKind | undefined, score: number | undefined): boolean {
  if (score === undefined || exam === undefined || !isScored(exam)) return false;
  const standards = EXAMS[exam].passing.map((standard) => standard.score);
  return score < Math.max(exam.startsWith('comlex') ? 400 : 196, ...standards);
}

/** What was hoped, believed or asked for and is not told as done, right before the verb of it. */
const NOT_TOLD =
  /(?:\b(?:wish(?:ed)?|thought|believed?|assumed?|supposed|sure|certain|convinced|imagined?|dream(?:ed|t)?|pretend(?:ed)?|told \w+(?: \w+)?|said|say)(?: that)? (?:i|one|we|you) (?:had |have |could |might |would )?|\bhad i |(?<!\b(?:able|managed?|got|went on|came back|returned|delighted|relieved|pleased|happy|glad|proud|enough|lucky) )\bto |\b(?:could|might|may|must) (?:have )?)$/;
/** What else is tried, failed and managed; where no exam is named, "it" may be that. */
const NO_EXAM =
  /\b(?:veins?|lines?|ivs?|catheters?|patients?|tubes?|airway|intubat\w+|extubat\w+|sutures?|knots?|artery|needles?|ultrasound|experiments?|assays?|manuscripts?|rejected|grafts?|match(?:ed|ing)?|team|medical school|admission|marriage|schedule|engine)\b/;

function countOf(word = ''): number {
  return COUNTS[word] ?? Number(word || Number.NaN);
}

/** What attempts are called that do not count, that were failed, and that came before. */
const YET_TO_COME = new Set(['more', 'additional', 'further', 'extra', 'different']);
const LOST = new Set(['failed', 'unsuccessful', 'failing']);
const PAST = new Set(['prior', 'previous', 'earlier']);

/** What a number of attempts counts. */
function countedType(
  text: string,
  match: RegExpMatchArray,
  at: TextRange,
  later: string,
): ExamClaimType | undefined {
  const { kind = '', noun = '', n = '' } = match.groups ?? {};
  const before = text.slice(Math.max(0, at.start - NEAR), at.start);
  const after = text.slice(at.end, at.end + NEAR);
  if (YET_TO_COME.has(kind) || (!kind && /\banother\s+$/.test(before)))
    return /\b(?:took|needed|required|cost)(?: me)? (?:another )?$/.test(before) && PASS_AFTER.test(after)
      ? 'more'
      : undefined;
  if (/\b(?:practice|mock|these|those|all)\s+$/.test(before) && !kind) return undefined;
  // "Step 1 fails": the number is that of the exam.
  if (/\b(?:step|level)\s+$/.test(before)) return undefined;
  if (LOST.has(kind) || noun.startsWith('fail')) return 'fails';
  if (noun.startsWith('time')) {
    const failed = /\b(?:fail(?:ed|ing)?|not pass(?:ed)?)\b[^.;:]{0,45}$/.exec(before)?.[0];
    if (failed !== undefined) return FAILED_TO_DO.test(failed) ? undefined : 'fails';
    if (/\b(?:\d|ck|ce|boards|exam) took (?:me )?$/.test(before)) return 'sittings';
    const sat = /\b(?:took|taken|sat|attempted)\b[^.;:]{0,40}$/.exec(before)?.[0];
    return sat !== undefined && isSitting(`${sat}${match[0]}`, after)
      ? goesOnAfter(countOf(n), later)
        ? 'either'
        : 'sittings'
      : undefined;
  }
  if (/\b(?:not|n't) pass\b[^.;]{0,40}\b(?:either|any|both) of my (?:first )?$/.test(before)) return 'fails';
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
  if (
    many &&
    ON_RECORD.test(before) &&
    /^ (?:at|on|for|of) (?:the |my |usmle |comlex )*(?:step|level|exam|boards?)\b(?![^.;]{0,30}\b(?:left|remaining|ahead)\b)/.test(
      after,
    )
  )
    return 'sittings';
  if (/\b(?:in|on)\s+(?:just |only |a )?$/.test(before)) return many ? 'sittings' : 'passed-at';
  return undefined;
}

const PASS_AFTER =
  /^[^.;:]{0,40}\b(?:to|before|until) (?:i (?:had )?)?(?:pass|passed|clear|cleared|get through|got through|succeed)\b/;

/** A record that lists how often an exam was sat. */
const ON_RECORD =
  /\b(?:(?:transcript|record|file|report|history|application)(?: of mine)?(?: now| still| also)? (?:shows?|has|lists?|holds?|carries|bears|gives|will show|reads)|i (?:now )?have|you (?:will|would|may|can) (?:also )?(?:find|see|notice)|there are)\s+$/;

function spanOf(a: TextRange, b: TextRange): TextRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
