import type { Root, Sentence as SentenceNode } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { beginsWithCapital } from './capitals.ts';
import { piecesOf } from './pieces.ts';
import { Shape } from './shape.ts';
import { markToken } from './tokens.ts';
import type { Token } from './types.ts';
import { addWord, joinNumbers } from './words.ts';

/** A sentence of a block, before it is numbered. */
export interface RawSentence {
  readonly tokens: readonly Token[];
  readonly shape: Shape;
}

const parser = new ParseEnglish();
const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['\u201C', '\u201D'],
]);
/** After these a full stop ends no sentence when a number or lower case follows; parse-english does not know them all. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:no|nos|approx|hrs?|min|wks?|mos?|yrs?|dept|univ|assoc|assn|vol|vs|pp?|fig|ext|rm|dr|drs|prof|mr|mrs|ms|st|regn?)\.$/i;
/** After other words a small letter may begin the next sentence of a hurried draft; here "no." follows. */
const BEFORE_NUMBER = /^regn?$/i;
/** After these not even a capital begins a sentence. */
const TITLE = /(?:dr|mrs?|ms|prof|st|vs)\.$/i;
const LONGEST_ABBREVIATION = 10;
/** No sentence ends with one of these, so a line that does goes on in the next. */
const NEVER_LAST = new Set(
  'a an the my our your his their its this these and or but nor because although of to in on at for with by from as into than is was were am are be i if that which who'.split(
    ' ',
  ),
);
/** Nobody wraps lines of prose at fewer characters than this (UTF-16 code units). */
const LEAST_WIDTH = 60;
/** A bracket or quotation left open for longer (UTF-16 code units) is a slip, not a sentence. */
const LONGEST_QUOTATION = 600;
/** Abbreviations and single letters that a sentence can end with. */
const FINAL_ABBREVIATION = /^(?:(?!e\.g|i\.e)(?:\p{L}\.){2,}|Ph\.D\.|etc\.|Jr\.|Sr\.|Inc\.|\p{Lu}\.)$/iu;
/** Words that, with a capital after an abbreviation, can only begin a sentence. */
const STARTERS = new Set(
  (
    'i my we our he she his her they their it its this that these those the an in on at after when while although though but and so ' +
    'then there since as for with during through now today what who how why if because yet instead despite by from to no not each ' +
    'every some most all once later before even only both'
  ).split(' '),
);

/**
 * Cuts a block of prose into sentences and tokens, using the retext-english parser and mending what it
 * splits wrongly in such prose: quotations and brackets with several sentences in them, `No. 5`, and
 * sentences that begin in lower case, as hurried drafts do.
 *
 * @param prose - The whole prose mask; `start` and `end` bound the block in it.
 */
export function readSentences(prose: string, start: number, end: number): RawSentence[] {
  const sentences: RawSentence[] = [];
  for (const piece of piecesOf(prose, start, end))
    for (const sentence of sentencesOf(prose, piece.start, piece.end)) sentences.push(sentence);
  return sentences;
}

function sentencesOf(prose: string, start: number, end: number): RawSentence[] {
  const block = prose.slice(start, end);
  const tree: Root = parser.parse(block);
  const lineEnds = meantLineEnds(block, start);
  const sentences: Token[][] = [];
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const node of paragraph.children) {
      if (node.type !== 'SentenceNode') continue;
      const tokens = tokensOf(node, prose, start);
      const previous = sentences.at(-1);
      const hasWords = tokens.some((token) => token.isWord);
      if (previous && (!hasWords || belongsTogether(previous, tokens, prose))) {
        for (const token of tokens) previous.push(token);
      } else sentences.push(tokens);
    }
  }
  return sentences
    .flatMap(splitAtMissedStops)
    .flatMap((tokens) => splitAtLineEnds(tokens, lineEnds))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => ({ tokens, shape: new Shape() }));
}

function tokensOf(sentence: SentenceNode, prose: string, base: number): Token[] {
  const tokens: Token[] = [];
  for (const node of sentence.children) {
    const from = base + (node.position?.start.offset ?? 0);
    const to = base + (node.position?.end.offset ?? 0);
    if (node.type === 'WordNode') addWord(tokens, prose.slice(from, to), from);
    else if (node.type === 'PunctuationNode' || node.type === 'SymbolNode')
      tokens.push(markToken(prose.slice(from, to), from));
  }
  return joinNumbers(tokens);
}

/** Whether the next "sentence" is still inside a quotation or bracket of the last, or follows an abbreviation. */
function belongsTogether(previous: readonly Token[], next: readonly Token[], prose: string): boolean {
  const first = previous[0];
  const last = previous.at(-1);
  const head = next[0];
  if (!first || !last || !head) return false;
  if (/\n\s*\n/.test(prose.slice(last.end, head.start))) return false;
  const tail = prose.slice(Math.max(first.start, last.end - LONGEST_ABBREVIATION), last.end);
  const numbers = head.text === 'No' && next[1]?.text === '.';
  const joins = numbers || /^[\d\p{Ll}]/u.test(head.text) || (TITLE.test(tail) && head.isWord);
  if (ABBREVIATION.test(tail) && joins) return true;
  if (last.end - first.start > LONGEST_QUOTATION) return false;
  const marks = new OpenMarks();
  for (const token of previous) marks.read(token);
  if (!marks.open) return false;
  for (const token of next) marks.read(token);
  return !marks.open;
}

/** Keeps count of quotations and brackets that are open. */
class OpenMarks {
  private readonly closing: string[] = [];
  private straight = 0;

  get open(): boolean {
    return this.closing.length > 0 || this.straight % 2 === 1;
  }

  read(token: Token): void {
    const closing = OPENING.get(token.text);
    if (closing) this.closing.push(closing);
    else if (this.closing.at(-1) === token.text) this.closing.pop();
    else if (token.text === '"') this.straight += 1;
  }
}

/**
 * Cuts where parse-english passes over the end of a sentence: after a number ("scored a 238. I kept the log"),
 * before a lower-case beginning ("i failed. then i passed"), at a missing space ("I failed.I passed"), and
 * after an abbreviation that can end a sentence when the next word can only begin one ("in the U.S. My father").
 */
function splitAtMissedStops(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  let marks = new OpenMarks();
  for (let i = 0; i < tokens.length - 1; i += 1) {
    const stop = tokens[i];
    const after = tokens[i + 1];
    if (!stop || !after) break;
    marks.read(stop);
    if (marks.open || !after.isWord || !endsHere(tokens[i - 1], stop, after)) continue;
    parts.push(tokens.slice(from, i + 1));
    from = i + 1;
    marks = new OpenMarks();
  }
  parts.push(from === 0 ? tokens : tokens.slice(from));
  return parts;
}

/**
 * The ends of lines that a writer made rather than an editor that wraps: the next word would have fitted.
 * Posts and hurried drafts end sentences so, without a full stop.
 *
 * @returns Offsets, ascending.
 */
function meantLineEnds(block: string, start: number): readonly number[] {
  if (!block.includes('\n')) return [];
  const lines = block.split('\n');
  const width = Math.max(LEAST_WIDTH, ...lines.map((line) => line.trimEnd().length));
  const ends: number[] = [];
  let offset = start;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    const word = next === undefined ? undefined : /^\s*(\S+)/.exec(next)?.[1];
    const text = line.trimEnd();
    const last = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
    if (word !== undefined && !NEVER_LAST.has(last) && text.length + 1 + word.length <= width)
      ends.push(offset + line.length);
    offset += line.length + 1;
  });
  return ends;
}

function splitAtLineEnds(tokens: readonly Token[], lineEnds: readonly number[]): (readonly Token[])[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (lineEnds.length === 0 || !first || !last) return [tokens];
  const parts: (readonly Token[])[] = [];
  let from = 0;
  let hasWord = false;
  let next = lineEnds.findIndex((end) => end >= first.start);
  for (let i = 0; i < tokens.length && next >= 0 && next < lineEnds.length; i += 1) {
    if (i > 0 && (tokens[i - 1] as Token).isWord) hasWord = true;
    if ((tokens[i] as Token).start < (lineEnds[next] as number)) continue;
    if (hasWord) {
      parts.push(tokens.slice(from, i));
      from = i;
      hasWord = false;
    }
    while (next < lineEnds.length && (lineEnds[next] as number) <= (tokens[i] as Token).start) next += 1;
  }
  parts.push(tokens.slice(from));
  return parts;
}

function endsHere(before: Token | undefined, stop: Token, after: Token): boolean {
  const stopped = stop.isWord ? stop.text : `${before?.text ?? ''}${stop.text}`;
  // Capitals that parse-english takes for abbreviations: "asked for my ID. I missed", "in Fresno, CA. Rotations".
  if (/^\p{Lu}{2,}\.$/u.test(stopped) && after.start > stop.end && beginsWithCapital(after.text))
    return STARTERS.has(after.norm) || !TITLE.test(stopped);
  if (stop.isWord)
    return (
      stop.text.endsWith('.') &&
      STARTERS.has(after.norm) &&
      FINAL_ABBREVIATION.test(stop.text) &&
      beginsWithCapital(after.text)
    );
  if (stop.text !== '.' || !before?.isWord) return false;
  if (after.start === stop.end) return beginsWithCapital(after.text) && /\p{Ll}$/u.test(before.text);
  if (/^\d/.test(before.text) && /^\p{L}/u.test(after.text)) return true;
  // Words that parse-english takes for abbreviations: "before it went in. The list", "in the sun. I had".
  if (/^\p{Ll}+$/u.test(before.text) && beginsWithCapital(after.text))
    return STARTERS.has(after.norm) && !ABBREVIATION.test(`${before.text}.`);
  if (BEFORE_NUMBER.test(before.text)) return false;
  return /^\p{Ll}/u.test(after.text) && before.norm.length > 1 && !before.text.includes('.');
}
