/** What must hold whatever is read. Each throws an error that says what does not. */
import { isDeepStrictEqual } from 'node:util';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WORDS_OF_A_FAULT =
  /TypeError|RangeError|ReferenceError|is not a function|Cannot read|undefined|\[object |\bat .*\.[cm]?js:\d/;

export function must(holds, what) {
  if (!holds) throw new Error(typeof what === 'function' ? what() : what);
}

/** A message for a person: one line, without the inside of the program. */
export function mustBePlain(message, given = '') {
  must(typeof message === 'string' && message.trim() !== '', 'an empty message');
  must(message.isWellFormed() || !given.isWellFormed(), () => `half a character in ${message}`);
  must(!/[\n\r]/.test(message), () => `a message of several lines: ${JSON.stringify(message)}`);
  const fault = WORDS_OF_A_FAULT.exec(message);
  must(!fault || given.includes(fault[0]), () => `the inside of the program in ${JSON.stringify(message)}`);
}

/** Anything but an error of the project's own is a fault. */
export function mustBeOwn(error, name, given = '') {
  must(error instanceof Error && error.name === name, () => `not a ${name} but ${error?.stack ?? error}`);
  for (const line of error.message.split('\n')) mustBePlain(line, given);
}

/** White space and marks of Markdown count by themselves, whatever is put on them. */
function mayCut(source, offset) {
  return (
    !isInside(source, offset) &&
    /[\s!-/:-@[-`{-~]/.test(source[offset - 1]) &&
    !source.startsWith('\r\n', offset - 1)
  );
}

function isInside(source, offset) {
  return /[\uD800-\uDBFF]/.test(source[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(source[offset] ?? '');
}

/** UTF-16 code units. With more marks than this a character is none of any language, and may be cut. */
const LONGEST_CHARACTER = 64;

/** Ranges lie in the text, in order, and cut no character. */
export function placesOf(source) {
  const starts = new Set([source.length]);
  for (const { index, segment } of graphemes.segment(source)) {
    const places = segment.length > LONGEST_CHARACTER ? segment.length : 1;
    for (let at = 0; at < places; at += 1) starts.add(index + at);
  }
  const wellFormed = source.isWellFormed();
  return {
    range({ start, end }, what) {
      must(
        Number.isInteger(start) &&
          Number.isInteger(end) &&
          0 <= start &&
          start <= end &&
          end <= source.length,
        () => `${what} ${start}-${end} is no range of a text of ${source.length}`,
      );
      if (!wellFormed) return;
      for (const offset of [start, end])
        must(
          starts.has(offset) || mayCut(source, offset),
          () =>
            `${what} ${start}-${end} cuts a character in two: ${JSON.stringify(source.slice(Math.max(0, offset - 6), offset))} and ${JSON.stringify(source.slice(offset, offset + 6))}`,
        );
    },
    /** Words and marks may be parts of what shows as one character; half a code point they never are. */
    word({ start, end }, what) {
      for (const offset of [start, end])
        must(
          !wellFormed || !isInside(source, offset),
          () => `${what} ${start}-${end} cuts a code point in two`,
        );
    },
    ascending(ranges, what) {
      let last = 0;
      for (const { start, end } of ranges) {
        must(start >= last, () => `${what} at ${start} begins before ${last}, where the one before it ends`);
        last = end;
      }
    },
  };
}

/** What holds of every result of the engine. */
export function mustBeResult(source, result) {
  const { range, word, ascending } = placesOf(source);
  const { document, messages, silenced, narrative, counts, problems } = result;
  must(document.prose.length === source.length, 'the prose has another length than its source');
  range(document.body, 'the body');
  for (const [what, ranges] of [
    ['paragraph', document.paragraphs],
    ['sentence', document.sentences],
    ['comment', document.comments],
    ['segment', narrative.segments],
  ]) {
    for (const one of ranges) range(one, what);
    ascending(ranges, what);
  }
  for (const one of document.formatting) range(one, `formatting ${one.kind}`);
  for (const sentence of document.sentences) {
    ascending(sentence.tokens, 'token');
    for (const token of sentence.tokens) {
      word(token, `token ${JSON.stringify(token.text)}`);
      must(
        source.slice(token.start, token.end) === token.text,
        () => `the token ${token.text} stands elsewhere`,
      );
    }
  }
  for (const message of [...messages, ...silenced]) {
    const name = `${message.ruleId}/${message.messageId}`;
    must(message.messageId !== 'not-checked', () => message.reason);
    mustBePlain(message.reason, source);
    if (source.isWellFormed())
      must(message.reason.isWellFormed(), () => `half a character in ${message.reason}`);
    if (message.range) range(message.range, name);
    if (message.fix) word(message.fix, `the fix of ${name}`);
    if (message.related) range(message.related.at, `what ${name} points back to`);
  }
  for (const { message } of problems) mustBePlain(message, source);
  must(counts.words >= 0 && counts.characters >= 0, 'a negative count');
}

/** A result in plain values, with its messages as text. */
export function seen({ messages, silenced, narrative, counts, kind, profile, document, problems }) {
  const shown = (list) => list.map((message) => ({ ...message, text: String(message) }));
  return {
    messages: shown(messages),
    silenced: shown(silenced),
    narrative,
    counts,
    kind,
    profile,
    document,
    problems,
  };
}

export function mustBeSame(one, other, what) {
  must(isDeepStrictEqual(one, other), () => {
    const key = Object.keys(one).find((name) => !isDeepStrictEqual(one[name], other[name]));
    return `${what}: ${key} differs`;
  });
}
