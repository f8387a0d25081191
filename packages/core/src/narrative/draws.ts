import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { Labelling } from './labeller.ts';
import { narrate } from './narrate.ts';
import type { Narrative } from './types.ts';

/** A likely way to read the draft, and how many of the ways that were drawn are like it. */
export interface DrawnNarrative {
  readonly narrative: Narrative;
  readonly times: number;
}

/** Likely readings that are drawn of a draft. */
const DRAWN = 8;
/** A longer text (in words) is read in its likeliest way alone: no form asks for half of it. */
const MOST_WORDS = 1500;

/**
 * Draws likely ways to read a draft.
 *
 * @param likeliest - The narrative of its likeliest reading.
 * @returns None where there is nothing to doubt: the roles are given, nothing went wrong for the writer, or the
 *   text is longer than any form asks for.
 */
export function drawNarratives(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  labelling: Labelling,
  likeliest: Narrative,
  profile: Profile,
): readonly DrawnNarrative[] {
  const isTold = likeliest.segments.some(({ role }) => role !== 'other');
  if (!isTold || document.words > MOST_WORDS) return [];
  const drawn = labelling.draws?.(DRAWN) ?? [];
  return drawn.map(({ spans, times }) => ({
    narrative: narrate(document, language, { spans }, profile),
    times,
  }));
}
