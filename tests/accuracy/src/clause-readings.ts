import {
  chainScores,
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

/** Reads clauses by both passes of a model, before the best path is chosen. */
export function clauseReader(model: StoredModel): ClauseReader {
  const [first, second] = [loadPass(model.first), loadPass(model.second)];
  return ({ clauses, features, edges }) => {
    const around = secondPassFeatures(clauses, marginals(chainScores(first, edges, [features])).node);
    const { node } = marginals(chainScores(second, edges, [features, around]));
    return (clause, role) => node[clause * ROLE_ORDER.length + ROLE_ORDER.indexOf(role)] ?? 0;
  };
}
