import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { isScored } from '../eras/exams.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { otherTests, plainText, type TopicClause, topicAt, topicsOf } from './exam-topics.ts';
import { mayNumberInWords, numbersInWords } from './number-words.ts';
import type { SetbackKind } from './types.ts';
import { isTheirs as isTheirSitting } from './whose-exam.ts';

/** A score of three digits, or of four by a slip, that the draft gives for an exam of the writer's. */
export interface ScoreClaim extends TextRange {
  readonly score: number;
  /** On which side of the number the score is said to lie; nothing where it is the number itself. */
  readonly bound?: 'above' | 'below';
  /** Where the number alone stands. */
  readonly number: TextRange;
  readonly exam: SetbackKind | undefined;
  /** Whether the exam is named in the same sentence; otherwise it is the one named last. */
  readonly named: boolean;
  /** Whether the words around it say that it was passed or failed. */
  readonly passed: boolean | undefined;
}

const NUMBER = /(?<![\w.,/$#:-])[1-9]\d\d\d?(?![\d%]|[.,:]\d|-\w|\/(?!300\b)|\+|st\b|nd\b|rd\b|th\b)/g;
/** Four digits are a slip of the keys where nothing else can be meant: no year, and a score by its own verb. */
const YEAR = /^(?:19|20)\d\d$/;
const SURELY_SCORED =
  /\b(?:scor(?:ed?|ing)(?: of| was| is)?|(?:(?:step|level)[ -]?\d|c[ke])(?: score)?(?: is| was| came back|:)?)(?: an?)?\s*$/;
/** What such a number counts when it is no score. */
const COUNTED =
  /^\s+(?:\w+ )?(?:hours?|questions?|cases?|patients?|people|days?|items?|programs?|pages?|cards?|blocks?|calls?|charts?|beds?|miles?|students?|points?|participants?|mg|ml|cc|units|pounds|percent|percentile|times|words|slides|women|men|children|residents|applicants|applications|visits?|families|encounters|volunteers|dollars|bed|bpm|residents|stems|others)\b|^\s+(?:\w+\.? ){1,3}(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd)\b/;
/** A group of so many, or a measure of anything but an exam. */
const SIZE =
  /\b(?:class(?:es)?|cohort|group|batch|team|crowd|audience|school|panel|village|population|ward|list|census|total|census of) of(?: over| about| some)?\s*$/;
const MEASURED =
  /\b(?:my|our|the|its|whose) (?:[a-z]+ )?(?<noun>[a-z]+) (?:was|is|were|stood at)(?: an?)?\s*$/;
const SCORED =
  /^(?:scores?|results?|numbers?|ck|ce|steps?|levels?|usmle|comlex|exams?|tests?|reports?|attempts?|tr(?:y|ies)|ones?|retakes?|repeats?|re-?sits?|go|goes|grades?|first|second|third|last|next|final|outcome|sitting|performance|marks?|time|one|two|three|day|it|that|which)$/;
/** A score that was aimed at, practised, or set as a line, and not received. */
const NOT_RECEIVED =
  /\b(?:goal|target|aim(?:ed|ing)?|wanted|hoped|hoping|need(?:s|ed)?|demands?|expects?|floor|above|over|below|under|short of|average|mean|practice|nbmes?(?: \d+)?|uwsa ?\d?|self-assessments?|mock|predicted|baseline|form|forms|simulated|simulation|diagnostic|free 120|required|requires|minimum|cut-?off|line|standard|threshold|mark|would be|until|at least|more than|less than|about|some|nearly|almost|room|bed|highway|route|from an?|from|between|cbssa|comsae|passing score|range)\b/;
const RECEIVED =
  /(?:\b(?:scor(?:ed?|ing)|got|get|received|earned|reached|came(?: back)?|made|hit|achieved|obtained|posted|pulled|landed|is|was|were|of|with|an?|my|to|at|by|result|pass(?:ed|ing)?|cleared)|'s|[,:;(-]|^)\s*$/;
/** A score of which only a line is told that it passed, or missed. */
const BOUNDED =
  /\b(?:(?:scor(?:ed|ing)|score (?:of|was|is)|got|received|earned|reached|came (?:back|in|out)|(?:step|level)[ -]?\d|c[ke]|with an?(?: score)?(?: of)?)(?: at| is| was)?(?: well| just| far| slightly| a little)? (?:(?<above>above|over|more than|at least|north of)|(?<below>below|under|less than))|(?<broke>broke|topped|exceeded|surpassed))(?: an?)?\s*$/;
/** Blocks and practice tests are scored, too. */
const NOT_THE_EXAM =
  /^[^.;,]{0,30}\b(?:practice|blocks?|nbmes?|self-assessments?|mocks?|forms?|uwsa ?\d?|q-?banks?|each|every|percent\w*|first|tests|exams)\b/;
/** A number in words is a score where the words beside it say so. */
const SCORED_IN_WORDS =
  /\b(?:scor(?:ed?|ing)(?: of| was| is)?|came (?:back|in|out)|got|earned|received|reached|(?:with|was|is) an?|(?:step|level)[ -]?\d(?: ck| ce)?(?: score)?(?: is| was)?)(?: at| as| an?)*\s*$/;
const ENDS_NUMBER = /^\s*(?:$|[.,;:)!?]|(?:on|in|for|and|but|which|as|when|after|at|this|that|the)\b)/;
const THEIRS =
  /\b(?:he|she|they|who|who'd|whose|his|her|their|friend|classmate|tutor|upperclassman|brother|sister|wife|husband|partner|roommate|student|resident)\b/g;
/** One of some people who were told of before. */
const ONE_OF_THEM =
  /\b(?:the|this|that|another|each|every) (?:\w+ )?one(?: of them)? (?:had |has )?(?:scored|got|made|earned|averaged)(?: an?)?\s*$/;
/** What links a number to whoever has it. */
const LINK = /(?:\b(?:with|of|by|at|on|to|and|is|was|an?|the) ){1,4}$/i;
const OWN = /\b(?:i|my|me|mine|i'd|i've|we)\b/g;
const PASSED = /\b(?:pass(?:ed|ing)?|cleared|success(?:ful(?:ly)?)?)\b/;
const FAILED =
  /\b(?:fail(?:ed|ing|s|ure)?|(?:not|never|without|\w{2,6}n't) (?:yet )?pass(?:ed|ing)?|unsuccessful|first (?:attempt|try|time|sitting|score|result|report)|initial|below|short|missed|bombed|low(?:er)?|no pass|points? (?:away|off|shy|under))\b|n't pass\b/;
/** So many UTF-16 code units before a number its words are looked for. */
const REACH = 70;
/** And so many around it for how the sitting went. */
const NEAR = 160;
/** And so many before it for whose it is. */
const FAR = 400;

/** Every score that the draft gives as the writer's own, in text order. */
export function readScoreClaims(document: NarrativeDocument, language: LanguageAnalysis): ScoreClaim[] {
  if (!/[1-9]\d\d/.test(document.prose) && !mayNumberInWords(document.prose.toLowerCase())) return [];
  return topicsOf(document, language, 'numbered').flatMap((topic) =>
    numbersIn(topic.text).flatMap((given) => claimOf(document, topic, given) ?? []),
  );
}

/** A number of a clause as it is written there. */
interface Given {
  readonly index: number;
  readonly written: string;
  readonly score: number;
  readonly isInWords: boolean;
}

function numbersIn(text: string): Given[] {
  const inDigits = [...text.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    index,
    written,
    score: Number(written),
    isInWords: false,
  }));
  const inWords = numbersInWords(text).map(({ index, words, value }) => ({
    index,
    written: words,
    score: value,
    isInWords: true,
  }));
  return inWords.length === 0 ? inDigits : [...inDigits, ...inWords].sort((a, b) => a.index - b.index);
}

/** The claim that a number of a clause makes; nothing where it is no score of the writer's. */
function claimOf(document: NarrativeDocument, topic: TopicClause, given: Given): ScoreClaim | undefined {
  const { clause, text } = topic;
  const { index, written, score, isInWords } = given;
  const number = { start: clause.start + index, end: clause.start + index + written.length };
  const whole = text.slice(Math.max(0, index - REACH), index);
  const after = text.slice(index + written.length);
  const line = BOUNDED.exec(whole);
  const bound = line?.groups && (line.groups.below === undefined ? 'above' : 'below');
  if (line && NOT_THE_EXAM.test(after)) return undefined;
  // What only draws a line is told by its verb, and what stands before that says whether it was a wish.
  const before = line ? whole.slice(0, line.index) : whole;
  if (written.length > 3 && !isInWords && (YEAR.test(written) || !SURELY_SCORED.test(whole)))
    return undefined;
  const topicHere = topicAt(topic, number);
  // A number of three digits is no grade of a course that was named in between.
  const isExam = topicHere.kind !== undefined && isScored(topicHere.kind);
  const { kind, named } =
    isExam || topic.named.length > 0 ? topicHere : { kind: topic.scoredBefore, named: false };
  if ((isInWords || line) && !(named && ENDS_NUMBER.test(after))) return undefined;
  if (isInWords && !line && !SCORED_IN_WORDS.test(whole)) return undefined;
  if (COUNTED.test(after) || /\b\d{1,2}(?:,| |$)$/.test(before) || isTheirs(whole)) return undefined;
  if (NOT_RECEIVED.test(recent(before)) || isOfAnything(before)) return undefined;
  if (isOfAnotherTest(document, topic, number)) return undefined;
  if (!line && !RECEIVED.test(before) && !/^\s*(?:on|in) /.test(after) && !isBesideName(topic, number))
    return undefined;
  const told = { start: Math.max(clause.sentence.start, number.start - NEAR), end: number.start };
  if (/\bif\b|\bevery practice\b/.test(plainText(document, told))) return undefined;
  const passed =
    outcome(text.slice(Math.max(0, index - NEAR), index + NEAR)) ??
    outcome(
      plainText(document, { start: told.start, end: Math.min(clause.sentence.end, number.end + NEAR) }),
    );
  const cue = /\b(?:scor\w+|averaged|passed|got|reached|came|earned|received)\b[^.;]{0,40}$/.exec(whole);
  const from = cue ?? line;
  const start = from ? number.start - (whole.length - from.index) : number.start;
  if (
    isTheirSitting(document.prose.slice(Math.max(clause.start, start - FAR), start).replace(LINK, '')) ||
    ONE_OF_THEM.test(whole)
  )
    return undefined;
  return { score, ...(bound ? { bound } : {}), number, start, end: number.end, exam: kind, named, passed };
}

/** Whether a number is said to be the size of a group, or of something that is no exam. */
function isOfAnything(before: string): boolean {
  if (SIZE.test(before)) return true;
  const noun = MEASURED.exec(before)?.groups?.noun;
  return noun !== undefined && !SCORED.test(noun);
}

/** Whether a number is that of a test beside the licensing exams: "310 on the GRE", "my MCAT was 508". */
function isOfAnotherTest(document: NarrativeDocument, topic: TopicClause, number: TextRange): boolean {
  const { named, clause } = topic;
  const others = otherTests(document, {
    start: Math.max(clause.start, number.start - NEAR),
    end: Math.min(clause.end, number.end + NEAR),
  });
  if (others.length === 0) return false;
  const isRightAfter = ({ start }: TextRange) =>
    start >= number.end &&
    /^\s*(?:(?:on|in|for|at|of)\s+)?(?:(?:my|the|an?|usmle|comlex)\s+)*$/.test(
      plainText(document, { start: number.end, end: start }),
    );
  if (others.some(isRightAfter)) return true;
  if (named.some(isRightAfter)) return false;
  const last = (ranges: readonly TextRange[]) =>
    Math.max(-1, ...ranges.map(({ start }) => start).filter((start) => start < number.start));
  return last(others) > last(named);
}

/** The words before a number, from the last mark on. */
function recent(before: string): string {
  const cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':'));
  return before.slice(cut + 1);
}

/** Whether an exam is named right before or after a number. */
function isBesideName(topic: TopicClause, number: TextRange): boolean {
  return topic.named.some(
    (name) =>
      (name.end <= number.start && number.start - name.end <= 3) ||
      (name.start >= number.end && name.start - number.end <= 3),
  );
}

function isTheirs(before: string): boolean {
  const theirs = [...before.matchAll(THEIRS)].at(-1)?.index ?? -1;
  return theirs >= 0 && ([...before.matchAll(OWN)].at(-1)?.index ?? -1) < theirs;
}

function outcome(text: string): boolean | undefined {
  const failed = FAILED.test(text);
  const passed = PASSED.test(
    text.replace(
      /(?:not|never|n't|without) (?:yet )?pass(?:ed|ing)?|passing (?:score|standard|mark|line)/g,
      '',
    ),
  );
  return failed === passed ? undefined : passed;
}
