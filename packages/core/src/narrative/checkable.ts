import type { TextRange, Token } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import { SURE } from './story.ts';
import type { Segment } from './types.ts';

const YEAR = /^(?:19|20)\d\d$/;
const COUNT =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|none|zero)$/;
/** After these a number is the name of a thing. */
const NAMED = /^(?:round|part|step|level|number|year|block|phase|chapter|page|take|try|attempt)$/;
/** After these a number says which sitting it was, and no result. */
const ORDER = /^(?:attempt|attempts|try|tries|time|times|sitting|sittings|years?|months?|weeks?|days?)$/;

const NONE = /^(?:zero|0)$/;
/** After a count of days these say that none of them was missed. */
const IN_A_ROW = /^(?:running|straight|consecutive|without)$/;

/** Why a reader could check a stretch of evidence; nothing when it only says that things got better. */
export function checkableBy(language: LanguageAnalysis, range: TextRange): string | undefined {
  const tokens = tokensIn(language, range);
  if (language.has(range, 'grade-or-honor') || hasLetterGrade(tokens)) return 'a grade or an honor';
  if (language.has(range, 'named-pass')) return 'a named pass';
  if (
    !language.has(range, 'crowd-voice') &&
    language.has(range, 'evaluator-voice') &&
    language.has(range, 'evaluator-person')
  )
    return 'an evaluator and their words';
  if (language.has(range, 'set-down')) return 'an evaluator and their words';
  if (hasNumber(tokens)) return 'a number';
  return undefined;
}

/** Whether a stretch of evidence is one: surely labelled, checkable, or at least in words of getting better. */
export function isOutcome(language: LanguageAnalysis, segment: Segment): boolean {
  return (
    segment.confidence >= SURE ||
    checkableBy(language, segment) !== undefined ||
    language.has(segment, 'vague-outcome', 'vague-result')
  );
}

/** Whether a stretch whose role is unsure may be the outcome that seems to be missing. */
export function mayBeOutcome(language: LanguageAnalysis, segment: Segment): boolean {
  return (
    segment.role !== 'other' &&
    segment.role !== 'setback' &&
    segment.confidence < SURE &&
    (language.has(segment, 'exam-passed', 'grade-or-honor') ||
      (language.has(segment, 'evaluator-voice') && language.has(segment, 'evaluator-person')))
  );
}

function tokensIn(language: LanguageAnalysis, range: TextRange): Token[] {
  return language
    .clausesIn(range)
    .flatMap((clause) =>
      clause.tokens.filter((token) => token.start >= range.start && token.end <= range.end),
    );
}

/** Before a letter they make it a grade, unless a word after it says what it is the letter of. */
const BEFORE_GRADE = /^(?:a|an|the|my|as|or|of|with|from|to|grade|received|earned|got)$/;
const AFTER_GRADE = /^(?:i|when|in|on|or|and|that|which|after|at|the|this|from|last|for|upon|by|as)$/;

/** A grade that stands by itself: "A-", "B plus", "Repeat: B", "the B I earned". */
function hasLetterGrade(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    const before = tokens[i - 1]?.norm ?? '';
    const isEnd = next?.isWord !== true;
    if (/^[ABC]-$/.test(token.text))
      return isEnd || (BEFORE_GRADE.test(before) && AFTER_GRADE.test(next.norm));
    if (!/^[ABC]$/.test(token.text)) return false;
    if (next?.norm === 'plus' || next?.norm === 'minus') return true;
    if (next && /^[+-]$/.test(next.text)) return next.start === token.end && tokens[i + 2]?.isWord !== true;
    if (isEnd && /^[:=]$/.test(tokens[i - 1]?.text ?? '')) return true;
    return BEFORE_GRADE.test(before) && (isEnd || AFTER_GRADE.test(next.norm));
  });
}

/** A number that is neither a year, nor a date, nor a placeholder, nor the count of an attempt. */
function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const next = tokens[i + 1]?.norm ?? '';
    // "Late zero times" and "sixty days running" are a record, whatever is counted.
    if (ORDER.test(next) && (NONE.test(token.norm) || IN_A_ROW.test(tokens[i + 2]?.norm ?? '')))
      return NONE.test(token.norm) || COUNT.test(token.norm) || /^\d+$/.test(token.norm);
    if (/^\d+(?:[.,]\d+)*(?:%|st|nd|rd|th)?$/.test(token.norm))
      return !YEAR.test(token.norm) && !ORDER.test(next);
    return COUNT.test(token.norm) && !ORDER.test(next) && !NAMED.test(tokens[i - 1]?.norm ?? '');
  });
}

/** Whether a clause of change names an act: what was used, with whom, when or where, beyond words of effort. */
export function namesAct(language: LanguageAnalysis, clause: Clause | TextRange): boolean {
  // A feeling that was taken for a change names nothing.
  if (language.has(clause, 'melodrama', 'melodrama-word', 'self-doubt', 'self-verdict')) return false;
  const efforts = language.within(clause, 'bare-effort', 'effort');
  const isEffort = (range: TextRange) =>
    efforts.some((effort) => range.start < effort.end && effort.start < range.end);
  return language.within(clause, 'concrete').some((hit) => !isEffort(hit));
}
