import type { NarrativeDocument } from '../document/types.ts';
import type { Clause } from '../language/analysis.ts';
import type { RoleSpan } from './types.ts';

/** What a labeller decided for one clause. */
export type ClauseDecision = Omit<RoleSpan, 'start' | 'end'>;

/**
 * Joins the clauses of one sentence that have one role, and leaves `other` out.
 *
 * @param decide - The decision for the clause of an index.
 * @returns Spans in text order.
 */
export function spansFromClauses(
  _document: NarrativeDocument,
  clauses: readonly Clause[],
  decide: (index: number) => ClauseDecision,
): RoleSpan[] {
  const spans: RoleSpan[] = [];
  let sentence = -1;
  for (const clause of clauses) {
    const decision = decide(clause.index);
    const last = spans.at(-1);
    if (
      last &&
      sentence === clause.sentence.index &&
      last.role === decision.role &&
      decision.role !== 'other'
    ) {
      spans[spans.length - 1] = {
        ...last,
        end: clause.end,
        cues: [...(last.cues ?? []), ...(decision.cues ?? [])]
          .sort((a, b) => b.weight - a.weight)
          .slice(0, 4),
        confidence: Math.max(last.confidence ?? 1, decision.confidence ?? 1),
      };
    } else spans.push({ ...decision, start: clause.start, end: clause.end });
    sentence = clause.sentence.index;
  }
  return spans.filter((span) => span.role !== 'other');
}
