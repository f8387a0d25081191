import retextContractions from 'retext-contractions';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRedundantAcronyms from 'retext-redundant-acronyms';
import retextRepeatedWords from 'retext-repeated-words';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { piecesOf } from '../document/pieces.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';

/*
 * Checks of other libraries, for rules that are off by default. The CLI loads this file and what it imports
 * when the first of these rules runs.
 */

/** A place that a check objects to. */
export interface NeighbourFinding extends TextRange {
  /** What the library would expect there; none where it names nothing. */
  readonly expected: string | undefined;
}

const PLUGINS = {
  'repeated-words': () => unified().use(retextEnglish).use(retextRepeatedWords),
  'indefinite-article': () => unified().use(retextEnglish).use(retextIndefiniteArticle),
  'redundant-acronyms': () => unified().use(retextEnglish).use(retextRedundantAcronyms),
  contractions: () => unified().use(retextEnglish).use(retextContractions, { straight: true }),
} as const;
export type NeighbourCheck = keyof typeof PLUGINS;

/**
 * Runs a retext plugin over the prose of a draft, a paragraph at a time.
 *
 * @returns What it objects to, in text order, in UTF-16 code units of the source. What spans words that are no
 *   prose (code, a comment, an address) is left out, as the plugin did not see them.
 */
export function neighbourFindings(document: NarrativeDocument, check: NeighbourCheck): NeighbourFinding[] {
  const processor = PLUGINS[check]() as unknown as Processor;
  const { prose, source } = document;
  const pieces = document.paragraphs.flatMap(({ start, end }) => [...piecesOf(prose, start, end)]);
  return pieces.flatMap((piece) => {
    const file = new VFile(prose.slice(piece.start, piece.end));
    processor.runSync(processor.parse(file), file);
    return file.messages.flatMap(({ place, expected }) => {
      if (!place || !('start' in place)) return [];
      const start = piece.start + (place.start.offset ?? 0);
      const end = piece.start + (place.end.offset ?? 0);
      if (lettersIn(source.slice(start, end)) !== lettersIn(prose.slice(start, end))) return [];
      return [{ start, end, expected: expected?.[0] }];
    });
  });
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
