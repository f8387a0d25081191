import {
  loadPass,
  marginals,
  ROLE_ORDER,
  type Role,
  type StoredModel,
  secondPassFeatures,
} from '@narrative-lint/core/model';
import type { TrainingDraft } from '@narrative-lint/trainer';

/** What a model makes of the clauses of a draft: the probability of a role of a clause. */
export type ClauseReader = (draft: TrainingDraft) => (clause: number, role: Role) => number;

const LABELS = ROLE_ORDER.length;

/** Reads clauses by both passes of a model, before the best path is chosen. */
export function clauseReader(model: StoredModel): ClauseReader {
  const first = loadPass(model.first);
  const second = loadPass(model.second, first);
  return ({ clauses, features, edges }) => {
    const read = ({ score, transition, initial }: typeof first, seen: readonly (readonly Int32Array[])[]) => {
      const scores = new Float64Array(clauses.length * LABELS);
      for (const list of seen) for (const [at, ids] of list.entries()) score(ids, scores, at * LABELS);
      return marginals({ scores, edges, transition, initial, labels: LABELS }).node;
    };
    const node = read(second, [features, secondPassFeatures(clauses, read(first, [features]))]);
    return (clause, role) => node[clause * LABELS + ROLE_ORDER.indexOf(role)] ?? 0;
  };
}
