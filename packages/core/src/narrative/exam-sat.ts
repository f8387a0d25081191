import type { TextRange } from '../document/types.ts';
import { isScored } from '../eras/exams.ts';
import { type TopicClause, topicAt } from './exam-topics.ts';
import type { SetbackKind } from './types.ts';

/** What an attempt is one at: the exam that its verb has for an object, else what it speaks of; two where they are listed. */
export function examsAt(
  topic: TopicClause,
  at: TextRange,
  verb: number,
): readonly { readonly kind: SetbackKind | undefined; readonly named: boolean }[] {
  const { named, text, clause } = topic;
  const object = named.find(({ start }) => {
    const place = start - clause.start;
    return (
      place > verb &&
      at.start < verb &&
      /^(?:(?:not|n't) )?(?:able to )?(?:pass|fail|clear|flunk|bomb)(?:ed|ing)? (?:(?:the|my|usmle|comlex(?:-usa)?|both|out of|on) ?)*$/.test(
        text.slice(verb, place).replace(/^(?:did|could|had|was) ?(?:not|n't) /, ''),
      )
    );
  });
  const found = object ? { kind: object.kind, named: true } : topicAt(topic, moved(at, clause.start));
  const last = named.findIndex(
    ({ kind, start }) => kind === found.kind && (!object || start === object.start),
  );
  const beside = [named[last - 1], named[last + 1]].find((other) => {
    const one = named[last];
    if (!one || !other || other.kind === found.kind || !isScored(other.kind)) return false;
    const [first, second] = one.start < other.start ? [one, other] : [other, one];
    return /^,? ?(?:and|&|as well as) (?:(?:usmle|comlex|the|my) )*$/.test(
      text.slice(first.end - clause.start, second.start - clause.start),
    );
  });
  return beside && found.named ? [found, { kind: beside.kind, named: true }] : [found];
}

/** What stands after a verb of passing, up to how or when. */
const OBJECT =
  /^(?:pass|fail|clear)(?:ed|ing)? (?<object>(?!(?:the|my|an?|that) (?:very )?(?:first|second|third|fourth|fifth|next|last|final) (?:attempt|try|time|sitting|go|take)\b)(?:the|my|our|an?|each|every|all|both|any|most)\b[^,.;:]*?)(?= (?:on|at|in|with|after|by|for|twice|once|and|but|before|since|(?:the|my) (?:very )?(?:first|second|third|fourth|fifth|next|last))\b|[,.;:]|$)/;
/** Words for the exam that is spoken of. */
const THE_EXAM =
  /^(?:the|my|our|an?|both|exams?|examinations?|tests?|boards?|steps?|levels?|usmle|comlex|ck|papers?|retake|retest|re-?sit|repeat|same|whole|entire|licens\w+|board|second|third|first|final|big|real|dreaded|actual|very|of|two|three|one|thing|standardized|national|\d)$/;

/** Whether a verb has an object that is no exam which is spoken of: "passed the road test", "passed each exam since". */
export function hasOtherObject({ text, named, clause }: TopicClause, verb: number): boolean {
  const found = OBJECT.exec(text.slice(verb));
  const object = found?.groups?.object;
  if (found === null || object === undefined) return false;
  const start = clause.start + verb + found[0].length - object.length;
  if (/\b(?:practice|mock|questions?|blocks?|quiz(?:zes)?|nbmes?)\b/.test(object)) return true;
  if (named.some((name) => name.start < start + object.length && start < name.end)) return false;
  return !object.split(/[ -]/).every((word) => THE_EXAM.test(word));
}

/** "Two tries to say it to my mother", "my first attempt at a schedule" are none at an exam. */
export function isAtExam(after: string, { named, clause }: TopicClause, from: number): boolean {
  const to = /^ to (?!(?:the|that|this|my|it|step|level)\b)(?<verb>\w+(?: \w+)?)/.exec(after)?.groups?.verb;
  if (to !== undefined)
    return /^(?:pass|clear|succeed|prevail|connect|do it|get (?:through|past|there|a)|make it)\b/.test(to);
  const at = /^ at (?<what>(?:\w+ ?){1,5})/.exec(after)?.groups?.what;
  if (at === undefined) return true;
  const start = clause.start + from;
  if (named.some((name) => name.start >= start && name.start < start + at.length + 4)) return true;
  return /^(?:(?:the|my|this|that|each|these|those) )*(?:\w+ )?(?:exams?|tests?|boards?|it|them|both|passing|usmle|comlex|ck|may|june|the age|age|home)\b/.test(
    at,
  );
}

/** What is taken, sat or tried so often is an exam and no bus. */
export function isSitting(words: string, after: string): boolean {
  if (/^,? ?(?:an?|each|every|per) (?:day|week|month|year|night)\b|^,? ?(?:daily|weekly)\b/.test(after))
    return false;
  if (/^ as\b/.test(after)) return false;
  if (
    /\b(?:practice|mock|nbme|self-assessment|free 120|bus|train|notes?|course|block|class|mcat|toefl)\b/.test(
      words,
    )
  )
    return false;
  if (
    /\b(?:it|that|this|them|exams?|boards?|steps?|levels?|usmle|comlex|ck|tests?|papers?|shelf)\b/.test(words)
  )
    return true;
  return /^(?:took|taken|sat|sit) \w+(?: times)?$/.test(words) && !/^ (?:to|with|by|in) /.test(after);
}

/** A place counted from an earlier start. */
export function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}
