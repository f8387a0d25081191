import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { findArcs } from './arcs.ts';
import type { Labelling } from './labeller.ts';
import { readingOfSegments, tellsSetback } from './reading.ts';
import { measureSpace, segmentsFromSpans } from './segments.ts';
import { steady } from './steady.ts';
import { CHANGE_SIDE, FAILURE_SIDE, type Narrative, ROLES } from './types.ts';

/** Builds the narrative of a draft (segments, arcs, space) from what a labeller found. */
export function narrate(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  { spans, reading }: Labelling,
): Narrative {
  const told = reading === undefined || tellsSetback(reading) ? spans : [];
  const segments = steady(document, language, segmentsFromSpans(document, told));
  const space = measureSpace(segments);
  let failureWords = 0;
  let changeWords = 0;
  for (const role of ROLES) {
    if (FAILURE_SIDE.has(role)) failureWords += space[role];
    if (CHANGE_SIDE.has(role)) changeWords += space[role];
  }
  return {
    segments,
    arcs: findArcs(document, language, segments),
    space,
    failureWords,
    changeWords,
    reading: reading ?? readingOfSegments(document, segments),
  };
}
