import type { NarrativeDocument } from '../../document/types.ts';
import type { LanguageAnalysis } from '../../language/analysis.ts';
import type { LabellerContext, RoleLabeller } from '../labeller.ts';
import { ROLE_ORDER } from '../pattern-weights.ts';
import { spansFromClauses } from '../spans.ts';
import type { Cue, RoleSpan } from '../types.ts';
import { bestPath } from '../viterbi.ts';
import { marginals } from './chain.ts';
import { edgeBetween } from './edges.ts';
import { extractFeatures } from './features.ts';
import { loadModel, type RoleModel, type StoredModel } from './role-model.ts';

/** Cues kept for one clause. */
const MOST_CUES = 4;

/** A labeller that decides by a trained model; the model is unpacked at first use. */
export function modelLabeller(stored: StoredModel): RoleLabeller {
  let model: RoleModel | undefined;
  return {
    label(document, language, context) {
      model ??= loadModel(stored);
      return labelWith(model, document, language, context);
    },
  };
}

function labelWith(
  model: RoleModel,
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
): RoleSpan[] {
  const { clauses } = language;
  const roles = ROLE_ORDER.length;
  const cues: Map<number, string>[] = clauses.map(() => new Map());
  const features = extractFeatures(document, language, context, (clause, id, group, text) => {
    if (text !== '') cues[clause]?.set(id, `${group}: ${text}`);
  });
  const scores = new Float64Array(clauses.length * roles);
  for (const [at, ids] of features.entries()) model.score(ids, scores, at * roles);
  const edges = new Int32Array(clauses.length);
  for (let at = 1; at < clauses.length; at += 1) {
    const before = clauses[at - 1];
    const clause = clauses[at];
    if (before && clause) edges[at] = edgeBetween(before, clause);
  }
  const { transition, initial } = model;
  const { node } = marginals({ scores, edges, transition, initial, labels: roles });
  const path = bestPath(
    clauses.length,
    roles,
    (at, role) => (scores[at * roles + role] as number) + (model.bias[role] ?? 0),
    (at, from, to) =>
      (from < 0 ? initial[to] : transition[((edges[at] as number) * roles + from) * roles + to]) as number,
  );
  return spansFromClauses(document, clauses, (at) => {
    const role = path[at] as number;
    return {
      role: ROLE_ORDER[role] ?? 'other',
      cues: cuesFor(model, cues[at] ?? new Map(), role),
      confidence: node[at * roles + role] as number,
    };
  });
}

function cuesFor(model: RoleModel, named: ReadonlyMap<number, string>, role: number): Cue[] {
  const cues: Cue[] = [];
  for (const [id, reason] of named) {
    const weight = model.weight(id, role);
    if (weight > 0.05) cues.push({ reason, weight });
  }
  return cues.sort((a, b) => b.weight - a.weight).slice(0, MOST_CUES);
}
