/** What the trainer of the role model needs of the engine; not for anybody else. */
export { parseDocument } from './document/parse.ts';
export { analyse, type Clause } from './language/analysis.ts';
export { parseMarkedDraft } from './narrative/marked.ts';
export type { FeatureGroup } from './narrative/model/bundle.ts';
export { type ChainScores, marginals } from './narrative/model/chain.ts';
export { EDGES } from './narrative/model/edges.ts';
export { extractFeatures } from './narrative/model/features.ts';
export { edgesOf, modelLabeller } from './narrative/model/labeller.ts';
export {
  idsOf,
  loadPass,
  packIds,
  packSteps,
  type StoredModel,
  type StoredPass,
  worthOfSteps,
} from './narrative/model/role-model.ts';
export { secondPassFeatures } from './narrative/model/second-pass.ts';
export { ROLE_ORDER } from './narrative/pattern-weights.ts';
export type { Role, RoleSpan } from './narrative/types.ts';
