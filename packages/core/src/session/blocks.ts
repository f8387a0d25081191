import { type RawSentence, readSentences } from '../document/sentences.ts';
import type { Token } from '../document/types.ts';
import { Kept } from './kept.ts';

/** Sentences of a block as they stood where it was seen last. */
interface Placed {
  readonly start: number;
  readonly sentences: readonly RawSentence[];
}

/**
 * Reads blocks of prose into sentences, each text once.
 *
 * A block's sentences depend on its own characters alone, so a block that only moved gets its tokens moved.
 */
export class BlockReader {
  private readonly known = new Kept<string, Placed>();

  /** As `readSentences`. */
  readonly read = (prose: string, start: number, end: number): readonly RawSentence[] => {
    const text = prose.slice(start, end);
    const before = this.known.get(text);
    if (before?.start === start) return before.sentences;
    const sentences = before
      ? before.sentences.map(({ tokens }) => ({ tokens: moved(tokens, start - before.start) }))
      : readSentences(prose, start, end);
    this.known.set(text, { start, sentences });
    return sentences;
  };

  endRun(): void {
    this.known.endRun();
  }
}

function moved(tokens: readonly Token[], by: number): Token[] {
  return tokens.map(({ text, norm, start, end, isWord, joined }) => ({
    text,
    norm,
    start: start + by,
    end: end + by,
    isWord,
    joined,
  }));
}
