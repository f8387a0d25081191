import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { Segment } from './types.ts';

/** A segment's part in one sentence, with its words. */
export interface Stretch extends TextRange {
  readonly segment: Segment;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly words: number;
}

/**
 * Cuts segments at sentence ends. A labeller may give one long segment or one for each sentence; limits and
 * places are counted in these, so that they come out the same.
 */
export function stretchesBySentence(document: NarrativeDocument, segments: readonly Segment[]): Stretch[] {
  return segments.flatMap((segment) =>
    segment.sentences.flatMap((index) => {
      const sentence = document.sentences[index];
      if (!sentence) return [];
      const inside = sentence.tokens.filter(
        (token) => token.start >= segment.start && token.end <= segment.end,
      );
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last) return [];
      const words = inside.filter((token) => token.isWord && !token.joined).length;
      return [{ segment, sentence: index, words, start: first.start, end: last.end }];
    }),
  );
}
