import type { NarrativeDocument } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { LabellerContext, RoleLabeller } from '../labeller.ts';
import { ROLE_ORDER } from '../pattern-weights.ts';
import { spansFromClauses } from '../spans.ts';
import type { Cue, RoleSpan } from '../types.ts';
import { bestPath } from '../viterbi.ts';
import { type ChainScores, marginals } from './chain.ts';
import { edgeBetween } from './edges.ts';
import { extractFeatures } from './features.ts';
import { loadPass, type RolePass, type StoredModel } from './role-model.ts';
import { secondPassFeatures } from './second-pass.ts';

const ROLES = ROLE_ORDER.length;
/** Cues kept for one clause. */
const MOST_CUES = 4;

/** A labeller that decides by a trained model; the model is unpacked at first use. */
export function modelLabeller(stored: StoredModel): RoleLabeller {
  let passes: { first: RolePass; second: RolePass } | undefined;
  return {
    label(document, language, context) {
      passes ??= { first: loadPass(stored.first), second: loadPass(stored.second) };
      return labelWith(passes.first, passes.second, stored.bias, document, language, context);
    },
  };
}

function labelWith(
  first: RolePass,
  second: RolePass,
  bias: readonly number[],
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
): RoleSpan[] {
  const { clauses } = language;
  const cues: Map<number, string>[] = clauses.map(() => new Map());
  const features = extractFeatures(document, language, context, (clause, id, group, text) => {
    if (text !== '') cues[clause]?.set(id, `${group}: ${text}`);
  });
  const edges = edgesOf(clauses);
  const reading = chainScores(first, edges, [features]);
  const around = secondPassFeatures(clauses, marginals(reading).node, (clause, id, text) => {
    cues[clause]?.set(id, `around: ${text}`);
  });
  const chain = chainScores(second, edges, [features, around]);
  const { node } = marginals(chain);
  const { scores, transition, initial } = chain;
  const path = bestPath(
    clauses.length,
    ROLES,
    (at, role) => (scores[at * ROLES + role] as number) + (bias[role] ?? 0),
    (at, from, to) =>
      (from < 0 ? initial[to] : transition[((edges[at] as number) * ROLES + from) * ROLES + to]) as number,
  );
  return spansFromClauses(document, clauses, (at) => {
    const role = path[at] as number;
    return {
      role: ROLE_ORDER[role] ?? 'other',
      cues: cuesFor(second, cues[at] ?? new Map(), role),
      confidence: node[at * ROLES + role] as number,
    };
  });
}

/** The kinds of boundary before each clause; the first entry is not used. */
export function edgesOf(clauses: readonly Clause[]): Int32Array {
  const edges = new Int32Array(clauses.length);
  for (let at = 1; at < clauses.length; at += 1)
    edges[at] = edgeBetween(clauses[at - 1] as Clause, clauses[at] as Clause);
  return edges;
}

/** Scores every clause by a pass over its features. */
export function chainScores(
  pass: RolePass,
  edges: Int32Array,
  features: readonly (readonly Int32Array[])[],
): ChainScores {
  const scores = new Float64Array(edges.length * ROLES);
  for (const list of features) for (const [at, ids] of list.entries()) pass.score(ids, scores, at * ROLES);
  return { scores, edges, transition: pass.transition, initial: pass.initial, labels: ROLES };
}

function cuesFor(pass: RolePass, named: ReadonlyMap<number, string>, role: number): Cue[] {
  const cues: Cue[] = [];
  for (const [id, reason] of named) {
    const weight = pass.weight(id, role);
    if (weight > 0.05) cues.push({ reason, weight });
  }
  return cues.sort((a, b) => b.weight - a.weight).slice(0, MOST_CUES);
}
