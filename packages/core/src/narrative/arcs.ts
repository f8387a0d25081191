import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { Arc, Segment } from './types.ts';

/** Finds the setbacks of a draft, each with its change and its evidence. */
export function findArcs(
  _document: NarrativeDocument,
  _language: LanguageAnalysis,
  segments: readonly Segment[],
): Arc[] {
  const mentions = segments.filter((segment) => segment.role === 'setback');
  const first = mentions[0];
  if (!first) return [];
  return [
    {
      label: first.text,
      named: true,
      mentions,
      changes: segments.filter((segment) => segment.role === 'change'),
      evidence: segments.filter((segment) => segment.role === 'evidence'),
    },
  ];
}
