import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../src/document/markdown.ts';

/** A harmless mark at the end has the whole text parsed as Markdown. */
const PARSED = '\n\n`x`';

describe('a draft that is plain paragraphs', () => {
  it.each([
    ['a placeholder', 'I would bring to [Program] and [ Hospital ] my [best] [self].'],
    ['a footnote sign without its note', 'I failed once[^1] and learned.'],
    ['signs within a line', 'R&D and AT&T, I was #1, 5 of 7, and I stayed.'],
    ['indented paragraphs', '\tI failed Step 1.\n\n     Then I passed.\n    It held.'],
    ['wrapped lines', 'I failed\n  Step 1.  \nI passed.\r\n\r\nSince then it held.'],
  ])('is read alike with and without the Markdown parser: %s', (_, text) => {
    const plain = readMarkdown(text, 0);
    const parsed = readMarkdown(text + PARSED, 0);
    expect(plain.blocks).toEqual(parsed.blocks.slice(0, plain.blocks.length));
    expect(plain.prose.trimEnd()).toBe(parsed.prose.slice(0, text.length).trimEnd());
    expect(plain.formatting).toEqual([]);
    expect(parsed.formatting.map(({ kind }) => kind)).toEqual(['code']);
  });
});
