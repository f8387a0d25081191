import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { stretchesOf } from './story.ts';

/** So many characters may join two halves of one image: ", and ". */
const JOINT = 8;

/**
 * The stretches that hold plain phrases, and those that hold images and neither touch nor continue another: a
 * writer who draws one picture over two clauses is told of it once.
 */
export function stretchesWithImages(
  document: NarrativeDocument,
  phrases: readonly TextRange[],
  images: readonly TextRange[],
): TextRange[] {
  const { source } = document;
  const found = stretchesOf(document, phrases);
  const goesWith = (a: TextRange, b: TextRange) =>
    a.start < b.end &&
    b.start - a.end <= JOINT &&
    /^[\s,]*(?:(?:and|but|or|like|as)[\s,]+)?$/i.test(source.slice(a.end, b.start));
  for (const image of stretchesOf(document, images)) {
    const told = found.some(
      (other) =>
        (image.start < other.end && other.start < image.end) ||
        (other.end <= image.start ? goesWith(other, image) : goesWith(image, other)),
    );
    if (!told) found.push(image);
  }
  return found.sort((a, b) => a.start - b.start);
}
