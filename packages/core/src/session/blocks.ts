import { type RawSentence, readSentences } from '../document/sentences.ts';
import { movedToken } from '../document/tokens.ts';
import type { Token } from '../document/types.ts';
import { Kept } from './kept.ts';

/** Sentences of a block as they stood where it was seen last. */
interface Placed {
  readonly start: number;
  readonly sentences: readonly KnownSentence[];
}

interface KnownSentence extends RawSentence {
  readonly text: string;
}

/**
 * Reads blocks of prose into sentences, each text once.
 *
 * A block's sentences depend on its own characters alone, so a block that only moved gets its tokens moved. Of a
 * block that changed, the sentences that did not change keep their shape.
 */
export class BlockReader {
  private readonly known = new Kept<string, Placed>();
  private readonly sentences = new Kept<string, KnownSentence>();

  /** As `readSentences`. */
  readonly read = (prose: string, start: number, end: number): readonly RawSentence[] => {
    const text = prose.slice(start, end);
    const before = this.known.get(text);
    const sentences = before
      ? moved(before, start)
      : readSentences(prose, start, end).map((sentence) => this.recognised(sentence, prose));
    for (const sentence of sentences) this.sentences.set(sentence.text, sentence);
    if (before?.start !== start) this.known.set(text, { start, sentences });
    return sentences;
  };

  endRun(): void {
    this.known.endRun();
    this.sentences.endRun();
  }

  private recognised(sentence: RawSentence, prose: string): KnownSentence {
    const { tokens } = sentence;
    const text = prose.slice(tokens[0]?.start, tokens.at(-1)?.end);
    const before = this.sentences.get(text);
    const shape = before && haveSameTokens(before.tokens, tokens) ? before.shape : sentence.shape;
    return { tokens, shape, text };
  }
}

function moved({ start, sentences }: Placed, to: number): readonly KnownSentence[] {
  if (start === to) return sentences;
  const by = to - start;
  return sentences.map(({ tokens, shape, text }) => ({ tokens: movedTokens(tokens, by), shape, text }));
}

function movedTokens(tokens: readonly Token[], by: number): Token[] {
  return tokens.map((token) => movedToken(token, by));
}

/** The same text is cut in the same way nearly always; what stands before it in its paragraph may differ. */
function haveSameTokens(one: readonly Token[], other: readonly Token[]): boolean {
  const by = (other[0]?.start ?? 0) - (one[0]?.start ?? 0);
  return (
    one.length === other.length &&
    one.every((token, at) => {
      const same = other[at] as Token;
      return (
        token.start + by === same.start &&
        token.end + by === same.end &&
        token.norm === same.norm &&
        token.isWord === same.isWord &&
        token.joined === same.joined
      );
    })
  );
}
