import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { isScored } from '../eras/exams.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { plainText, type TopicClause, topicAt, topicsOf } from './exam-topics.ts';
import type { SetbackKind } from './types.ts';

/** A three-digit score that the draft gives for an exam of the writer's. */
export interface ScoreClaim extends TextRange {
  readonly score: number;
  /** Where the number alone stands. */
  readonly number: TextRange;
  readonly exam: SetbackKind | undefined;
  /** Whether the exam is named in the same sentence; otherwise it is the one named last. */
  readonly named: boolean;
  /** Whether the words around it say that it was passed or failed. */
  readonly passed: boolean | undefined;
}

const NUMBER = /(?<![\w.,/$#:-])[1-9]\d\d(?![\d%]|[.,:/]\d|-\w|\/|\+|st\b|nd\b|rd\b|th\b)/g;
/** What such a number counts when it is no score. */
const COUNTED =
  /^\s+(?:\w+ )?(?:hours?|questions?|cases?|patients?|people|days?|items?|programs?|pages?|cards?|blocks?|calls?|charts?|beds?|miles?|students?|points?|participants?|mg|ml|cc|units|pounds|percent|percentile|times|words|slides|women|men|children|residents|applicants|applications|visits?|families|encounters|volunteers|dollars|bed|bpm|residents|stems|others)\b/;
/** A score that was aimed at, practised, or set as a line, and not received. */
const NOT_RECEIVED =
  /\b(?:goal|target|aim(?:ed|ing)?|wanted|hoped|hoping|needed|floor|above|over|below|under|short of|average|mean|practice|nbmes?|uwsa|self-assessments?|mock|predicted|baseline|form|forms|simulated|simulation|diagnostic|free 120|required|requires|minimum|cutoff|line|standard|threshold|mark|would be|until|at least|more than|less than|about|some|nearly|almost|room|bed|highway|route|from an?|from|between|cbssa|comsae|passing score|range)\b/;
const RECEIVED =
  /(?:\b(?:scor(?:ed?|ing)|got|get|received|earned|reached|came|made|hit|achieved|obtained|posted|pulled|landed|is|was|were|of|with|an?|my|to|at|by|result|pass(?:ed|ing)?|cleared)|'s|[,:;(-]|^)\s*$/;
const THEIRS =
  /\b(?:he|she|they|who|who'd|whose|his|her|their|friend|classmate|tutor|upperclassman|brother|sister|wife|husband|partner|roommate|student|resident)\b/g;
const OWN = /\b(?:i|my|me|mine|i'd|i've|we)\b/g;
const PASSED = /\b(?:pass(?:ed|ing)?|cleared|success(?:ful(?:ly)?)?)\b/;
const FAILED =
  /\b(?:fail(?:ed|ing|s|ure)?|(?:not|never|without|\w{2,6}n't) (?:yet )?pass(?:ed|ing)?|unsuccessful|first (?:attempt|try|time|sitting|score|result|report)|initial|below|short|missed|bombed|low(?:er)?|no pass|points? (?:away|off|shy|under))\b|n't pass\b/;
/** So many UTF-16 code units before a number its words are looked for. */
const REACH = 70;
/** And so many around it for how the sitting went. */
const NEAR = 160;

/** Every score that the draft gives as the writer's own, in text order. */
export function readScoreClaims(document: NarrativeDocument, language: LanguageAnalysis): ScoreClaim[] {
  if (!/[1-9]\d\d/.test(document.prose)) return [];
  const claims: ScoreClaim[] = [];
  const topics = topicsOf(document, language, 'numbered');
  for (const topic of topics) {
    const { clause, text } = topic;
    for (const match of text.matchAll(NUMBER)) {
      const number = { start: clause.start + match.index, end: clause.start + match.index + 3 };
      const before = text.slice(Math.max(0, match.index - REACH), match.index);
      const after = text.slice(match.index + 3);
      const topicHere = topicAt(topic, number);
      // A number of three digits is no grade of a course that was named in between.
      const isExam = topicHere.kind !== undefined && isScored(topicHere.kind);
      const { kind, named } =
        isExam || topic.named.length > 0 ? topicHere : { kind: topic.scoredBefore, named: false };
      if (COUNTED.test(after) || /\b\d{1,2}(?:,| |$)$/.test(before) || isTheirs(before)) continue;
      if (NOT_RECEIVED.test(recent(before))) continue;
      if (!RECEIVED.test(before) && !/^\s*(?:on|in) /.test(after) && !isBesideName(topic, number)) continue;
      const told = { start: Math.max(clause.sentence.start, number.start - NEAR), end: number.start };
      if (/\bif\b|\bevery practice\b/.test(plainText(document, told))) continue;
      const passed =
        outcome(text.slice(Math.max(0, match.index - NEAR), match.index + NEAR)) ??
        outcome(
          plainText(document, { start: told.start, end: Math.min(clause.sentence.end, number.end + NEAR) }),
        );
      const cue = /\b(?:scor\w+|passed|got|reached|came|earned|received)\b[^.;]{0,40}$/.exec(before);
      const start = cue ? number.start - cue[0].length : number.start;
      claims.push({ score: Number(match[0]), number, start, end: number.end, exam: kind, named, passed });
    }
  }
  return claims;
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
