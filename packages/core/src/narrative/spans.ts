import type { Clause } from '../language/analysis.ts';
import { heaviest, withCues } from './cues.ts';
import type { Cue, Role, RoleSpan } from './types.ts';

/**
 * Joins the clauses of one sentence that have one role, and leaves `other` out.
 *
 * @param roleAt - The role of the clause of an index.
 * @param confidenceAt - How sure that is, 0 to 1.
 * @param cuesAt - What spoke for it, given the first and last clause of its span; asked only when somebody
 *   wants to know. Left out, the spans have no cues.
 * @returns Spans in text order.
 */
export function spansFromClauses(
  clauses: readonly Clause[],
  roleAt: (index: number) => Role,
  confidenceAt: (index: number) => number,
  cuesAt?: (index: number, first: number, last: number) => readonly Cue[],
): RoleSpan[] {
  const spans: RoleSpan[] = [];
  for (let first = 0; first < clauses.length; ) {
    const role = roleAt(first);
    const { sentence, start } = clauses[first] as Clause;
    let last = first;
    while (clauses[last + 1]?.sentence.index === sentence.index && roleAt(last + 1) === role) last += 1;
    if (role !== 'other') spans.push(spanOf(role, start, first, last));
    first = last + 1;
  }
  return spans;

  function spanOf(role: Role, start: number, first: number, last: number): RoleSpan {
    let confidence = confidenceAt(first);
    for (let at = first + 1; at <= last; at += 1) confidence = Math.max(confidence, confidenceAt(at));
    const span = { role, start, end: (clauses[last] as Clause).end, confidence };
    if (!cuesAt) return span;
    return withCues(span, () => {
      const cues: Cue[] = [];
      for (let at = first; at <= last; at += 1) cues.push(...cuesAt(at, first, last));
      return heaviest(cues);
    });
  }
}
