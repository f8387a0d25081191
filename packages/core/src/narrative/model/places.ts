import type { NarrativeDocument, Sentence } from '../../document/types.ts';
import type { LanguageAnalysis } from '../../language/analysis.ts';
import { factsOf } from './sentence-facts.ts';

/** Where a sentence stands beside the sentences that tell a setback. */
const SIDES = [
  'no setback told',
  'in the telling',
  'between',
  'after the telling',
  'before the telling',
] as const;

/**
 * Where a sentence stands in its draft, as coarsely as features see it: all that the features of a clause know
 * of the draft beyond its sentence and the one before it. What kept scores hold for is told by this too.
 */
export interface Place {
  /** From the beginning, from the end, and in its paragraph; 4 or 3 for all further ones. */
  readonly sentence: number;
  readonly toGo: number;
  readonly inParagraph: number;
  readonly tenth: number;
  /** -1 for the only one of the draft; 5 for all further ones. */
  readonly paragraph: number;
  readonly isLastParagraph: boolean;
  /** Length of the draft in steps. */
  readonly length: number;
  /** Sentences from the nearest telling of a setback, bounded; `undefined` without any. */
  readonly nearest: number | undefined;
  /** Number of tellings; 3 for more. */
  readonly tellings: number;
  readonly isParagraphOfTelling: boolean;
  readonly side: (typeof SIDES)[number];
  /** Whether the draft tells a failure of somebody else's, and one that is denied or supposed. */
  readonly failsElse: boolean;
  readonly failsUnreal: boolean;
}

/** Places found before, by the draft: features ask for them, and so does whoever keeps scores. */
const known = new WeakMap<NarrativeDocument, readonly Place[]>();

/** The places of all sentences of a draft, in order. */
export function placesOf(document: NarrativeDocument, language: LanguageAnalysis): readonly Place[] {
  const found = known.get(document) ?? findPlaces(document, language);
  known.set(document, found);
  return found;
}

function findPlaces(
  { sentences, paragraphs }: NarrativeDocument,
  language: LanguageAnalysis,
): readonly Place[] {
  const count = sentences.length;
  const anchors: Sentence[] = [];
  let failsElse = false;
  let failsUnreal = false;
  for (const sentence of sentences) {
    const { told, owners } = factsOf(sentence, language);
    if (told) anchors.push(sentence);
    for (const owner of owners) {
      if (owner === 'somebody else') failsElse = true;
      if (owner === 'unreal') failsUnreal = true;
    }
  }
  const tellingParagraphs = new Set(anchors.map(({ paragraph }) => paragraph));
  const tellings = Math.min(3, anchors.length);
  const length = Math.min(5, Math.floor(count / 6));
  /** Index of the first telling that does not stand before the sentence. */
  let next = 0;
  return sentences.map(({ index, paragraph }) => {
    while (next < anchors.length && (anchors[next] as Sentence).index < index) next += 1;
    const first = paragraphs[paragraph]?.sentences[0]?.index ?? 0;
    return {
      sentence: Math.min(index, 4),
      toGo: Math.min(count - 1 - index, 4),
      inParagraph: Math.min(index - first, 3),
      tenth: Math.floor((10 * index) / count),
      paragraph: paragraphs.length === 1 ? -1 : Math.min(paragraph, 5),
      isLastParagraph: paragraph === paragraphs.length - 1,
      length,
      nearest: nearest(index, anchors[next - 1]?.index, anchors[next]?.index),
      tellings,
      isParagraphOfTelling: tellingParagraphs.has(paragraph),
      side: sideOf(index, next, anchors),
      failsElse,
      failsUnreal,
    };
  });
}

/** Of two tellings as near the one before counts. */
function nearest(index: number, before: number | undefined, after: number | undefined): number | undefined {
  const back = before === undefined ? Number.POSITIVE_INFINITY : index - before;
  const ahead = after === undefined ? Number.POSITIVE_INFINITY : after - index;
  const distance = ahead < back ? -ahead : back;
  return Number.isFinite(distance) ? Math.max(-4, Math.min(8, distance)) : undefined;
}

function sideOf(index: number, next: number, anchors: readonly Sentence[]): Place['side'] {
  if (anchors.length === 0) return 'no setback told';
  if (anchors[next]?.index === index) return 'in the telling';
  if (next > 0 && next < anchors.length) return 'between';
  return next > 0 ? 'after the telling' : 'before the telling';
}

/** A number that is the same for equal places and no others. */
export function numberOf(place: Place): number {
  let number = place.sentence;
  number = number * 5 + place.toGo;
  number = number * 4 + place.inParagraph;
  number = number * 10 + place.tenth;
  number = number * 7 + place.paragraph + 1;
  number = number * 6 + place.length;
  number = number * 14 + (place.nearest === undefined ? 13 : place.nearest + 4);
  number = number * 4 + place.tellings;
  number = number * SIDES.length + SIDES.indexOf(place.side);
  number = number * 2 + (place.isLastParagraph ? 1 : 0);
  number = number * 2 + (place.isParagraphOfTelling ? 1 : 0);
  number = number * 2 + (place.failsElse ? 1 : 0);
  return number * 2 + (place.failsUnreal ? 1 : 0);
}
