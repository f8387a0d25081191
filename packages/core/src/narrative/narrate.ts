import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { findArcs } from './arcs.ts';
import type { Labelling } from './labeller.ts';
import { readingOfSegments, TOLD } from './reading.ts';
import { measureSpace, segmentsFromSpans } from './segments.ts';
import { CHANGE_SIDE, FAILURE_SIDE, type Narrative, ROLES } from './types.ts';

/** Builds the narrative of a draft (segments, arcs, space) from what a labeller found. */
export function narrate(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  { spans, reading, told = 1 }: Labelling,
  profile: Profile,
): Narrative {
  const segments = segmentsFromSpans(document, told >= TOLD ? spans : []);
  const space = measureSpace(segments);
  let failureWords = 0;
  let changeWords = 0;
  for (const role of ROLES) {
    if (FAILURE_SIDE.has(role)) failureWords += space[role];
    if (CHANGE_SIDE.has(role)) changeWords += space[role];
  }
  return {
    segments,
    arcs: findArcs(document, language, segments, profile),
    space,
    failureWords,
    changeWords,
    reading: reading ?? readingOfSegments(document, segments),
  };
}
