import type { Clause } from '../language/analysis.ts';
import { heaviest, withCues } from './cues.ts';
import type { Cue, RoleSpan } from './types.ts';

/** What a labeller decided for one clause. */
export type ClauseDecision = Required<Pick<RoleSpan, 'role' | 'confidence'>>;

/**
 * Joins the clauses of one sentence that have one role, and leaves `other` out.
 *
 * @param decide - The decision for the clause of an index.
 * @param cuesAt - What spoke for it, given the first and last clause of its span; asked only when somebody
 *   wants to know.
 * @returns Spans in text order.
 */
export function spansFromClauses(
  clauses: readonly Clause[],
  decide: (index: number) => ClauseDecision,
  cuesAt: (index: number, first: number, last: number) => readonly Cue[],
): RoleSpan[] {
  const spans: RoleSpan[] = [];
  let joined: { clause: Clause; decision: ClauseDecision }[] = [];
  const close = () => {
    const parts = joined;
    const [first, last] = [parts[0], parts.at(-1)];
    joined = [];
    if (!first || !last || first.decision.role === 'other') return;
    const span = {
      role: first.decision.role,
      start: first.clause.start,
      end: last.clause.end,
      confidence: Math.max(...parts.map(({ decision }) => decision.confidence)),
    };
    const whole = [first.clause.index, last.clause.index] as const;
    const cues = () => heaviest(parts.flatMap(({ clause }) => cuesAt(clause.index, ...whole)));
    spans.push(withCues(span, cues));
  };
  for (const clause of clauses) {
    const decision = decide(clause.index);
    const last = joined.at(-1);
    const goesOn =
      last?.clause.sentence.index === clause.sentence.index && last.decision.role === decision.role;
    if (!goesOn) close();
    joined.push({ clause, decision });
  }
  close();
  return spans;
}
