import type { Root, Sentence as SentenceNode } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import { markToken, wordTokens } from './tokens.ts';
import type { Token } from './types.ts';

/** A sentence of a block, before it is numbered. */
export interface RawSentence {
  readonly tokens: readonly Token[];
}

const parser = new ParseEnglish();
const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['\u201C', '\u201D'],
]);
/** After these a full stop ends no sentence when a number or a name follows; parse-english does not know them all. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:no|nos|approx|hrs?|min|wks?|mos?|yrs?|dept|univ|assoc|assn|vol|pp?|fig|ext|rm|dr|drs|prof|mr|mrs|ms|st)\.$/i;

/**
 * Cuts a block of prose into sentences and tokens, using the retext-english parser and mending what it
 * splits wrongly in such prose: quotations and brackets with several sentences in them, `No. 5`, and
 * sentences that begin in lower case, as hurried drafts do.
 *
 * @param prose - The whole prose mask; `start` and `end` bound the block in it.
 */
export function readSentences(prose: string, start: number, end: number): RawSentence[] {
  const tree: Root = parser.parse(prose.slice(start, end));
  const sentences: Token[][] = [];
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const node of paragraph.children) {
      if (node.type !== 'SentenceNode') continue;
      const tokens = tokensOf(node, prose, start);
      const previous = sentences.at(-1);
      if (previous && belongsTogether(previous, tokens, prose)) previous.push(...tokens);
      else if (tokens.some((token) => token.isWord) || !previous) sentences.push(tokens);
      else previous.push(...tokens);
    }
  }
  return sentences
    .flatMap(splitAtMissedStops)
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => ({ tokens }));
}

function tokensOf(sentence: SentenceNode, prose: string, base: number): Token[] {
  const tokens: Token[] = [];
  for (const node of sentence.children) {
    const from = base + (node.position?.start.offset ?? 0);
    const to = base + (node.position?.end.offset ?? 0);
    if (node.type === 'WordNode') pushWord(tokens, prose.slice(from, to), from);
    else if (node.type === 'PunctuationNode' || node.type === 'SymbolNode')
      tokens.push(markToken(prose.slice(from, to), from));
  }
  return tokens;
}

/** A quotation mark that clings to a word (`'thorough`) is a mark of its own; so is a dash between two words. */
function pushWord(tokens: Token[], text: string, start: number): void {
  const dash = /\u2013|\u2014|--/.exec(text);
  if (dash && dash.index > 0 && /\p{L}/u.test(text)) {
    pushWord(tokens, text.slice(0, dash.index), start);
    tokens.push(markToken(dash[0], start + dash.index));
    const rest = dash.index + dash[0].length;
    if (rest < text.length) pushWord(tokens, text.slice(rest), start + rest);
    return;
  }
  // parse-english keeps the full stop after a number, as in a list; here it ends a sentence.
  if (/^\d[^.]*\.$/.test(text)) {
    tokens.push(...wordTokens(text.slice(0, -1), start), markToken('.', start + text.length - 1));
    return;
  }
  if (/^['\u2018]\p{L}{2}/u.test(text) && !/^['\u2019](?:tis|twas|em|til|cause)$/i.test(text)) {
    tokens.push(markToken(text.slice(0, 1), start));
    tokens.push(...wordTokens(text.slice(1), start + 1));
    return;
  }
  tokens.push(...wordTokens(text, start));
}

/** Whether the next "sentence" is still inside a quotation or bracket of the last, or follows an abbreviation. */
function belongsTogether(previous: readonly Token[], next: readonly Token[], prose: string): boolean {
  const first = previous[0];
  const last = previous.at(-1);
  const head = next[0];
  if (!first || !last || !head) return false;
  if (/\n\s*\n/.test(prose.slice(last.end, head.start))) return false;
  const text = prose.slice(first.start, last.end);
  if (
    ABBREVIATION.test(text) &&
    /^[\p{L}\d]/u.test(head.text) &&
    (/^\d/.test(head.text) || /^\p{Ll}/u.test(head.text) || /(?:dr|mrs?|ms|prof|st)\.$/i.test(text))
  ) {
    return true;
  }
  // A bracket or quotation left open for a whole page is a slip, not a sentence.
  return last.end - first.start < 600 && isOpen(previous) && closesSoon(previous, next);
}

function isOpen(tokens: readonly Token[]): boolean {
  let straight = 0;
  const stack: string[] = [];
  for (const token of tokens) {
    const closing = OPENING.get(token.text);
    if (closing) stack.push(closing);
    else if (stack.at(-1) === token.text) stack.pop();
    else if (token.text === '"') straight += 1;
  }
  return stack.length > 0 || straight % 2 === 1;
}

function closesSoon(previous: readonly Token[], next: readonly Token[]): boolean {
  return !isOpen([...previous, ...next]);
}

/**
 * Cuts at a full stop that parse-english passes over: after a number ("scored a 238. I kept the log"), and
 * before a sentence that begins in lower case ("i failed. then i passed").
 */
function splitAtMissedStops(tokens: Token[]): Token[][] {
  const parts: Token[][] = [];
  let from = 0;
  for (let i = 1; i < tokens.length - 1; i += 1) {
    const stop = tokens[i];
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (!stop || !before || !after || stop.text !== '.' || !after.isWord || !before.isWord) continue;
    if (after.start === stop.end) continue;
    const afterNumber = /^\d/.test(before.text) && /^\p{L}/u.test(after.text);
    const lowerCase = /^\p{Ll}/u.test(after.text) && before.norm.length > 1 && !before.text.includes('.');
    if (!(afterNumber || lowerCase) || isOpen(tokens.slice(from, i))) continue;
    parts.push(tokens.slice(from, i + 1));
    from = i + 1;
  }
  parts.push(tokens.slice(from));
  return parts;
}
