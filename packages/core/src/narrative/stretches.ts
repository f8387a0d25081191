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
  const stretches: Stretch[] = [];
  for (const segment of segments)
    for (const index of segment.sentences) {
      let words = 0;
      let start = -1;
      let end = -1;
      for (const token of document.sentences[index]?.tokens ?? []) {
        if (token.start < segment.start || token.end > segment.end) continue;
        if (start < 0) start = token.start;
        end = token.end;
        if (token.isWord && !token.joined) words += 1;
      }
      if (start >= 0) stretches.push({ segment, sentence: index, words, start, end });
    }
  return stretches;
}
