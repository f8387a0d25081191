import type { Token } from '../document/types.ts';
import { OPENING_PREPOSITIONS } from './clause-words.ts';

/** They bring the reason for what was just told, mostly without a verb. */
const REASONS = new Set([
  'due to',
  'owing to',
  'because of',
  'on account of',
  'thanks to',
  'as a result of',
  'attributable to',
  'in the wake of',
  'through no fault',
  'courtesy of',
  'bc',
]);
const REASON_STARTS = new Set(['for', ...[...REASONS].map((words) => words.split(' ')[0])]);
const TIME_AWAY = new Set(
  'leave loa sabbatical interrupted interruption withdrew stepped deferred'.split(' '),
);
const REASONS_TO = new Set(
  'care take be help look go receive get recover have treat attend undergo support stay work raise obtain deal give serve bury nurse'.split(
    ' ',
  ),
);
/** After "for" they say how long and not why. */
const SPANS_OF_TIME = new Set(
  'one two three four five six seven eight nine ten eleven twelve year years month months week weeks semester term rest first second remainder spring summer fall autumn winter which that what'.split(
    ' ',
  ),
);
const NOMINATIVES = new Set(
  'i we he she they everybody everyone nobody somebody people folks things'.split(' '),
);
const TAIL_OPENERS = new Set(
  'a an the one each both years in on at with within by during following upon having being after amid for through'.split(
    ' ',
  ),
);
/** Words that a remark has at least. */
const SHORTEST_TAIL = 4;
const TROUBLES = new Set(
  'fail failed failing failure failures flunked unmatched leave probation dismissed dismissal cited citation remediate remediated remediation repeated unsuccessful gap match attempt'.split(
    ' ',
  ),
);
const MATTERS = new Set(
  'step level comlex usmle ck shelf exam exams test board boards course clerkship score work clinical school year'.split(
    ' ',
  ),
);
const OUTCOMES = new Set(
  'pass passing off away out low lower below short first time once twice repeat without no'.split(' '),
);

/** Whether words that bring a reason and no verb stand here: "due to the pandemic", "for the plain reason that". */
export function opensReason(tokens: readonly Token[], i: number): boolean {
  const norm = (at: number) => tokens[at]?.norm ?? '';
  const first = norm(i);
  if (!REASON_STARTS.has(first)) return false;
  const [second, third] = [norm(i + 1), norm(i + 2)];
  if (REASONS.has(first)) return true;
  if (REASONS.has(`${first} ${second}`) || REASONS.has(`${first} ${second} ${third}`)) return true;
  if (first !== 'for') return false;
  for (let at = i + 1; at <= i + 4; at += 1) if (/^reasons?$/.test(norm(at))) return true;
  return false;
}

/** Whether what time away was taken for may stand here: "a leave | to care for my mother", "on leave | for surgery". */
export function opensReasonOfLeave(tokens: readonly Token[], i: number): boolean {
  const norm = (at: number) => tokens[at]?.norm ?? '';
  const next = norm(i + 1);
  if (norm(i) === 'to') return REASONS_TO.has(next);
  return (
    norm(i) === 'for' && !/^\d/.test(next) && !SPANS_OF_TIME.has(next) && !SPANS_OF_TIME.has(norm(i + 2))
  );
}

/** Whether words with a subject of their own begin here, perhaps after a phrase: "in July I", "this year I". */
export function hasSubjectSoon(tokens: readonly Token[], from: number, afterComma: boolean): boolean {
  const opening = OPENING_PREPOSITIONS.has(tokens[from]?.norm ?? '');
  if (!opening && !afterComma) return false;
  const last = from + (opening ? 7 : 4);
  for (let at = from; at < last; at += 1) {
    const token = tokens[at];
    if (!token || /^[,.;:!?]$/.test(token.norm)) return false;
    if (NOMINATIVES.has(token.norm) && tokens[at + 1]?.isWord) return true;
  }
  return false;
}

/**
 * Whether a remark on what was just said may begin here: "an exam that", "in a year when", "with a new baby at
 * home". A short one is an item of a list.
 */
export function opensTail(tokens: readonly Token[], i: number): boolean {
  if (!TAIL_OPENERS.has(tokens[i]?.norm ?? '')) return false;
  let words = 0;
  for (let at = i; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || /^[,.;:!?]$/.test(token.norm)) break;
    if (token.isWord && !token.joined) words += 1;
  }
  return words >= SHORTEST_TAIL;
}

/**
 * Where a sentence, read word by word, last spoke of an exam, a course, a match or time away, and of how it went.
 * Places are indexes of tokens.
 */
export class TroubleTold {
  #trouble = -1;
  #matter = -1;
  #outcome = -1;
  #away = -1;

  read(token: Token, at: number): void {
    const { norm } = token;
    if (TROUBLES.has(norm)) this.#trouble = at;
    else if (MATTERS.has(norm)) this.#matter = at;
    else if (OUTCOMES.has(norm)) this.#outcome = at;
    if (TIME_AWAY.has(norm)) this.#away = at;
  }

  /** Whether what was read from a token on names a trouble. */
  isSince(from: number): boolean {
    return this.#trouble >= from || (this.#matter >= from && this.#outcome >= from);
  }

  /** Whether what was read from a token on speaks of time away. */
  isAwaySince(from: number): boolean {
    return this.#away >= from;
  }
}
