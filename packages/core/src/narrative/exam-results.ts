import type { TextRange } from '../document/types.ts';

const PASS =
  /\b(?:pass(?:ed|es|ing)?|clear(?:ed|ing)|success|successful(?:ly)?|(?:got|came|made it|get|getting) (?:through|past|over)|made it|(?:favou?red|rewarded|came away) with (?:an? )?pass|prevailed|connect(?:ed)?|(?:got|nailed|did|made) it|satisfactory|succeeded|met the (?:passing )?standard|went (?:well|fine))\b/g;
const FAIL =
  /\b(?:(?:not|never|\w{2,6}n't|without|cannot|no|unable to|inability to|failed to|failing to|failure to) (?:yet |able to |been able to |a |manage to |quite |(?:result|end) in an? |lead to a )?(?:pass(?:ed|ing)?|clear(?:ed)?|successful|success|succeed)|fail(?:ed|s|ing|ure)?|unsuccessful(?:ly)?|bombed|flunk(?:ed|ing)|(?:below|under|short of) (?:the )?(?:passing|pass|line|standard|cutoff|minimum)|came up short|fell short|missed (?:the |it|passing)|didn't (?:pass|clear|make it)|did not make it|no pass|non-pass|(?:not|never|\w{2,6}n't) (?:get|make it) (?:through|past|over)|(?:not|never|\w{2,6}n't) (?:reach|achieve|meet|attain|earn|get|obtain|receive|make) (?:an? |the )?pass(?:ing)?|(?:not|n't) (?:high |good |quite |nearly )?enough (?:to pass|for a pass)|(?:shy|short) of (?:a )?pass(?:ing)?)\b/g;
const GOES_ON = /[,;]|\b(?:and|but|then)\b/;
const SCORED = /^,? (?:i )?(?:scored|got|earned|received) (?:an? )?(?:2[0-9]\d|[3-8]\d\d)\b/;
const SCORE = /\b(?:2[0-9]\d|[3-8]\d\d)\b(?!,)/;

/** So many UTF-16 code units around an attempt its result is looked for. */
export const NEAR = 160;
/** And so many at most between them. */
const FARTHEST = 70;

/** How a sitting went, as the words around it say. */
export interface Result {
  readonly passed: boolean;
  readonly at: TextRange | undefined;
  /** What the pass is known by where no word tells it. */
  readonly score?: number;
}

/** Whether the words around an attempt say that it was passed or failed: those nearest to it decide. */
export function resultAt(text: string, at: TextRange, previous: string | undefined): Result | undefined {
  const from = Math.max(0, at.start - NEAR);
  const around = text.slice(from, at.end + NEAR);
  const fails = [...around.matchAll(FAIL)].map((match) => rangeOf(match, from));
  const passes = [...around.matchAll(PASS)].map((match) => rangeOf(match, from));
  // "Did not pass" is a fail: it reaches as near as the passing word in it, and comes first.
  const all = [
    ...fails.map((range) => ({ range, passed: false })),
    ...passes.map((range) => ({ range, passed: true })),
  ].sort((a, b) => gap(a.range, at) - gap(b.range, at));
  // "Having passed in October, I look back on my first attempt": of another subject another thing is told.
  const [first] = all;
  const isNear =
    first &&
    gap(first.range, at) <= FARTHEST &&
    !/(?:^|[,;] ?| )(?:i|we|he|she|they) /.test(text.slice(first.range.end, at.start));
  const nearest = isNear ? first : undefined;
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
  const score = SCORE.exec(around)?.[0];
  if (score !== undefined) return { passed: true, at: undefined, score: Number(score) };
  if (previous === undefined) return undefined;
  return /\bpass(?:ed)?\b|\bcleared\b/.test(previous) ? { passed: true, at: undefined } : undefined;
}

/** The words of a match; `base` is where its text begins. */
export function rangeOf(match: RegExpMatchArray, base = 0): TextRange {
  const start = base + (match.index ?? 0);
  return { start, end: start + match[0].length };
}

function gap(a: TextRange, b: TextRange): number {
  return a.end <= b.start ? b.start - a.end : a.start - b.end + 2;
}

/** Whether words tell a pass or a fail anywhere. */
export function resultIn(text: string): boolean | undefined {
  if ([...text.matchAll(FAIL)].length > 0) return false;
  return [...text.matchAll(PASS)].length > 0 ? true : undefined;
}
