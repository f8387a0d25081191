import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import type { FormattingMark, Paragraph, TextRange } from './types.ts';

/** A block of prose found in a source, before its sentences are known. */
export interface Block extends TextRange {
  readonly kind: Paragraph['kind'];
}

/** What the Markdown layer knows of a source. */
export interface MarkdownStructure {
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly formatting: readonly FormattingMark[];
  readonly comments: readonly TextRange[];
}

/** Writers indent paragraphs with tabs and spaces; nobody writes program code that way in a draft. */
const indentIsNoCode: Plugin<[], Root> = function () {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
};
const newParser = () => unified().use(remarkParse).use(indentIsNoCode).use(remarkGfm).freeze();
/** Made when a draft first needs it: most are plain paragraphs. */
let parser: ReturnType<typeof newParser> | undefined;

/**
 * Characters that can begin Markdown structure, where they stand. A source with none of them is plain
 * paragraphs; a bracket alone is a placeholder, and means a link only before an address or a definition.
 */
const MARKDOWN_SIGN =
  /[*_`|<~\\@]|&#?\w+;|\]\(|\]:|^[^\S\n\r\u2028\u2029]*(?:[-+=>#]|:-|\d+[.)])|https?:|www\./m;

const FORMATTING: Partial<Record<Nodes['type'], FormattingMark['kind']>> = {
  heading: 'heading',
  list: 'list',
  emphasis: 'emphasis',
  strong: 'emphasis',
  delete: 'emphasis',
  link: 'link',
  linkReference: 'link',
  definition: 'link',
  table: 'table',
  image: 'image',
  imageReference: 'image',
  code: 'code',
  inlineCode: 'code',
  blockquote: 'quote',
  thematicBreak: 'rule',
  html: 'html',
};

function rangeOf(node: Nodes): TextRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** A link whose label is its own address (`<https://…>` or a bare URL) is an address, not prose. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const label = node.children[0];
  return (
    node.children.length === 1 &&
    label?.type === 'text' &&
    /^(?:https?:\/\/|www\.|[^\s@]+@)/.test(label.value)
  );
}

/**
 * Reads the structure of a Markdown source.
 *
 * @param source - The whole source; `bodyStart` is where the front matter ends (0 without any).
 * @returns The prose mask, the blocks of prose in order, and the formatting, all in offsets of `source`.
 */
export function readMarkdown(
  source: string,
  bodyStart: number,
  readMarks: MarksReader = readMarksOf,
): MarkdownStructure {
  const { text, comments } = hideComments(source, bodyStart);
  return { ...readMarks(text, bodyStart), comments };
}

/** What Markdown marks make of a text without comments and front matter; the text has the length of the source. */
export type Marks = Omit<MarkdownStructure, 'comments'>;
export type MarksReader = (text: string, bodyStart: number) => Marks;

/** Whether a stretch of Markdown may hold marks; where it says no, the stretch is plain paragraphs. */
export function mayHaveMarks(text: string): boolean {
  return MARKDOWN_SIGN.test(text);
}

/** Seven times what the longest form takes (UTF-16 code units). */
const LONGEST_MARKDOWN = 200_000;
/** A draft has some dozens. */
const MOST_BLOCK_MARKS = 1000;
/** What can begin a block, behind the mark of another one or at the head of a line; and the end of a label. */
const BLOCK_MARK = /^[ \t]*(?:[-+*>#=|`~]|\d{1,9}[.)])|[-+*>.)][ \t]*(?=[-+*>]|\d{1,9}[.)])|\][(:]/gm;

/**
 * Whether a text is no draft with marks but a heap of them. The Markdown parser takes time that grows faster
 * than the number of blocks, and minutes for some thousands; as plain text their words can be read.
 */
export function isBeyondMarkdown(source: string): boolean {
  if (source.length > LONGEST_MARKDOWN) return true;
  let left = MOST_BLOCK_MARKS;
  for (const _ of source.matchAll(BLOCK_MARK)) {
    left -= 1;
    if (left < 0) return true;
  }
  return false;
}

/**
 * Reads the marks of a text in which comments and front matter are blanks.
 *
 * @param mayHave - What `mayHaveMarks` says of the body, for a caller that has asked it.
 */
export function readMarksOf(
  text: string,
  bodyStart: number,
  mayHave = mayHaveMarks(text.slice(bodyStart)),
): Marks {
  if (!mayHave) return { prose: text, blocks: readParagraphs(text, bodyStart, false), formatting: [] };
  parser ??= newParser();
  const tree: Root = parser.parse(text);
  const keep: TextRange[] = [];
  const blocks: Block[] = [];
  const formatting: FormattingMark[] = [];
  const pending: { node: Nodes; inItem: boolean }[] = [{ node: tree, inItem: false }];

  // An explicit stack: quotes nested thousands deep must not exhaust the call stack.
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const { node } = entry;
    const range = rangeOf(node);
    const mark = FORMATTING[node.type];
    if (mark) formatting.push({ ...range, kind: mark });
    if (node.type === 'text') keep.push(range);
    if (node.type === 'heading') blocks.push({ ...range, kind: 'heading' });
    else if (node.type === 'tableCell') blocks.push({ ...range, kind: 'cell' });
    else if (node.type === 'paragraph')
      blocks.push({ ...range, kind: entry.inItem ? 'list-item' : 'paragraph' });
    if ('children' in node && !isBareAddress(node)) {
      const inItem = entry.inItem || node.type === 'listItem';
      for (const child of node.children) pending.push({ node: child, inItem });
    }
  }

  keep.sort((a, b) => a.start - b.start);
  blocks.sort((a, b) => a.start - b.start);
  formatting.sort((a, b) => a.start - b.start || b.end - a.end);
  return { prose: maskOutside(text, keep), blocks, formatting };
}

/**
 * Turns comments into blanks. A Markdown parser would take the rest of their line for HTML; and a comment
 * that is never closed must not hide the draft, so there only its opening goes.
 */
function hideComments(
  source: string,
  from: number,
): { readonly text: string; readonly comments: TextRange[] } {
  const comments: TextRange[] = [];
  // Front matter and a byte order mark become blanks, too: the parser would count or skip them its own way.
  let text = blank(source.slice(0, from));
  let at = from;
  for (let open = source.indexOf('<!--', at); open >= 0; open = source.indexOf('<!--', at)) {
    const close = source.indexOf('-->', open + 4);
    text += source.slice(at, open);
    if (close < 0) {
      return { text: text + source.slice(open).replaceAll('<!--', '    '), comments };
    }
    at = close + 3;
    text += blank(source.slice(open, at));
    comments.push({ start: open, end: at });
  }
  return { text: text + source.slice(at), comments };
}

/** Turns everything outside the ranges into spaces, keeping white space and the length. */
function maskOutside(text: string, keep: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const range of keep) {
    parts.push(blank(text.slice(at, range.start)), text.slice(range.start, range.end));
    at = range.end;
  }
  parts.push(blank(text.slice(at)));
  return parts.join('');
}

function blank(text: string): string {
  return text.replace(/[\S\uFEFF]/g, ' ');
}

/**
 * Cuts plain text into paragraphs at blank lines; where `singleBreaks` is set, at every line break.
 *
 * @param from - Offset at which the text begins (after front matter).
 */
export function readParagraphs(source: string, from: number, singleBreaks: boolean): Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = from;
  const close = () => {
    if (start >= 0) blocks.push({ start, end, kind: 'paragraph' });
    start = -1;
  };
  let lineStart = from;
  while (lineStart < source.length) {
    let lineEnd = source.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = source.length;
    const line = source.slice(lineStart, lineEnd);
    const text = line.trim();
    if (text === '') close();
    else {
      const textStart = lineStart + line.indexOf(text);
      if (start >= 0 && singleBreaks) close();
      if (start < 0) start = textStart;
      end = textStart + text.length;
    }
    lineStart = lineEnd + 1;
  }
  close();
  return blocks;
}
