import { countCharacters } from './characters.ts';
import { readFrontMatter } from './front-matter.ts';
import {
  isBeyondMarkdown,
  type MarkdownStructure,
  type MarksReader,
  readMarkdown,
  readParagraphs,
} from './markdown.ts';
import { type RawSentence, readSentences } from './sentences.ts';
import { newNumber } from './shape.ts';
import type { NarrativeDocument, Paragraph, Sentence, SourceFormat, TextRange } from './types.ts';

/** Options of `parseDocument`. */
export interface ParseOptions {
  /** `markdown` (default) knows front matter and marks; `text` takes every character as it stands. */
  readonly format?: SourceFormat;
}

/** Readers that give what the built-in ones give, for a caller that remembers what they gave before. */
export interface DocumentReaders {
  readonly marks?: MarksReader;
  readonly sentences?: (prose: string, start: number, end: number) => readonly RawSentence[];
}

/** A line this long was not wrapped by hand: in such a text each line break ends a paragraph. */
const UNWRAPPED_LINE = 160;

/**
 * Reads a draft into paragraphs, sentences and words with exact offsets.
 *
 * Broken input gives a document, never an exception: front matter that is not YAML is carried as an error.
 */
export function parseDocument(
  source: string,
  options: ParseOptions = {},
  readers: DocumentReaders = {},
): NarrativeDocument {
  const readBlock = readers.sentences ?? readSentences;
  const format = options.format ?? 'markdown';
  const frontMatter = readFrontMatter(source);
  const bodyStart = frontMatter?.end ?? (source.startsWith('\uFEFF') ? 1 : 0);
  const structure =
    format === 'markdown'
      ? readMarkdownOrText(source, bodyStart, readers.marks)
      : readText(source, bodyStart);

  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let words = 0;
  for (const block of structure.blocks) {
    const own: Sentence[] = [];
    for (const raw of readBlock(structure.prose, block.start, block.end)) {
      const first = raw.tokens[0];
      const last = raw.tokens.at(-1);
      if (!first || !last) continue;
      const count = wordsOf(raw);
      const index = sentences.length;
      const sentence = {
        index,
        paragraph: paragraphs.length,
        start: first.start,
        end: last.end,
        tokens: raw.tokens,
        words: count,
        shape: raw.shape,
      };
      own.push(sentence);
      sentences.push(sentence);
      words += count;
    }
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) continue;
    paragraphs.push({
      index: paragraphs.length,
      kind: block.kind,
      start: first.start,
      end: last.end,
      sentences: own,
    });
  }

  const body = trimmed(source, bodyStart);
  const { comments } = structure;
  return {
    source,
    format,
    prose: structure.prose,
    body,
    comments,
    paragraphs,
    sentences,
    formatting: structure.formatting,
    ...(frontMatter ? { frontMatter } : {}),
    words,
    characters: countCharacters(source, body, comments),
  };
}

const WORDS = newNumber();

/** How many words a sentence has; contractions count once. */
function wordsOf({ tokens, shape }: RawSentence): number {
  const before = shape.get<number>(WORDS);
  if (before !== undefined) return before;
  let count = 0;
  for (const token of tokens) if (token.isWord && !token.joined) count += 1;
  shape.set(WORDS, count);
  return count;
}

/** Marks nested thousands deep exhaust the stack of the Markdown parser; as plain text their words can be read. */
function readMarkdownOrText(source: string, bodyStart: number, marks?: MarksReader): MarkdownStructure {
  if (isBeyondMarkdown(source)) return readText(source, bodyStart);
  try {
    return readMarkdown(source, bodyStart, marks);
  } catch (error) {
    if (error instanceof RangeError) return readText(source, bodyStart);
    throw error;
  }
}

function readText(source: string, bodyStart: number): MarkdownStructure {
  const body = source.slice(bodyStart);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const unwrapped = lines.length > 1 && lines.some((line) => line.length > UNWRAPPED_LINE);
  const prose = ' '.repeat(bodyStart) + body;
  return { prose, blocks: readParagraphs(source, bodyStart, unwrapped), formatting: [], comments: [] };
}

function trimmed(source: string, from: number): TextRange {
  let start = from;
  let end = source.length;
  while (start < end && source.charAt(start).trim() === '') start += 1;
  while (end > start && source.charAt(end - 1).trim() === '') end -= 1;
  return { start, end };
}
