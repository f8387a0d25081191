import { addWordTokens, markToken, movedToken, plainToken } from './tokens.ts';
import type { Token } from './types.ts';

/** Written short with a full stop that belongs to the word. */
const ABBREVIATIONS = new Set(
  (
    'etc vs cf al approx est incl hr hrs min mins sec wk wks mos yr yrs dept univ assoc assn vol ext rm ' +
    'dr drs prof mr mrs ms messrs st ste jr sr rev hon gov gen sgt capt lt col maj ave blvd rd mt ft inc ltd co corp ' +
    'lb lbs oz pt pts dx tx rx hx jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs fri'
  ).split(' '),
);
const DASH = /\u2013|\u2014|--+/;
const ELIDED = /^['\u2019](?:tis|twas|em|til|cause|n)$/i;

/** The tokens of words read before, as if each stood at the beginning. */
const known = new Map<string, readonly Token[]>();
/** Beyond this many distinct words the memory is dropped, so that a huge text cannot fill it. */
const MOST_KNOWN = 20_000;

/**
 * Adds the tokens of one word as parse-english sees it, mending what it leaves stuck together: dashes between
 * two words, a quotation mark before the first, a full stop after the last, a missing space between sentences.
 *
 * @param text - The word as written.
 * @param start - Its offset in the source.
 */
export function addWord(tokens: Token[], text: string, start: number): void {
  // Remembered, so that equal words are one string: all that is looked up by a word later is found sooner.
  let read = known.get(text);
  if (!read) {
    if (known.size > MOST_KNOWN) known.clear();
    read = readWord(text);
    known.set(text, read);
  }
  for (let one = 0; one < read.length; one += 1) tokens.push(movedToken(read[one] as Token, start));
}

function readWord(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  // What is put on the character before it, such as the sign that makes a heart an emoji, is no word.
  const first = text.charCodeAt(0);
  const put = first >= 0x300 ? /^\p{M}+/u.exec(text) : null;
  if (put) {
    at = put[0].length;
    tokens.push(markToken(put[0], 0));
  }
  const dashed = DASH.test(text) && /\p{L}/u.test(text);
  while (dashed) {
    const dash = DASH.exec(text.slice(at));
    if (!dash || (dash.index === 0 && at === 0)) break;
    if (dash.index > 0) addPart(tokens, text.slice(at, at + dash.index), at);
    at += dash.index;
    tokens.push(markToken(dash[0], at));
    at += dash[0].length;
  }
  if (at < text.length) addPart(tokens, text.slice(at), at);
  return tokens;
}

function addPart(tokens: Token[], text: string, start: number): void {
  const stop = text.indexOf('.');
  const glued = stop > 1 && stop < text.length - 1 ? /^(\p{L}*\p{Ll}{2})\.(\p{Lu}\S*)$/u.exec(text) : null;
  if (glued?.[1] !== undefined && glued[2] !== undefined) {
    addWordTokens(tokens, glued[1], start);
    tokens.push(markToken('.', start + stop));
    addPart(tokens, glued[2], start + stop + 1);
    return;
  }
  const clinging = /^['\u2018]/.test(text) && /^['\u2018](?=\p{L}{2})/u.test(text) && !ELIDED.test(text);
  if (clinging) tokens.push(markToken(text.slice(0, 1), start));
  const from = clinging ? 1 : 0;
  const end = endsSentence(text.slice(from)) ? text.length - 1 : text.length;
  addWordTokens(tokens, text.slice(from, end), start + from);
  if (end < text.length) tokens.push(markToken('.', start + end));
}

/** Whether the full stop at the end of a word is a stop, not a part of an abbreviation or an initial. */
function endsSentence(text: string): boolean {
  if (!text.endsWith('.')) return false;
  if (/^[\d.,:/%-]*\d\.$/.test(text) || /^\d[^.]*\.$/.test(text)) return true;
  return /^[^.]{2,}\.$/.test(text) && !ABBREVIATIONS.has(text.slice(0, -1).toLowerCase());
}

/** Makes one token of a number written in groups of three digits (`3,640`), which parse-english cuts at the comma. */
export function joinNumbers(tokens: Token[]): Token[] {
  if (!tokens.some(({ text }) => text === ',')) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const comma = joined.at(-1);
    const head = joined.at(-2);
    const touching = comma?.text === ',' && head?.end === comma.start && comma.end === token.start;
    if (touching && /^\d{1,3}(?:,\d{3})*$/.test(head.text) && /^\d{3}$/.test(token.text)) {
      joined.splice(-2, 2, plainToken(`${head.text},${token.text}`, head.start));
    } else joined.push(token);
  }
  return joined;
}
