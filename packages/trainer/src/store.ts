import { packIds, packSteps, ROLE_ORDER, type StoredPass, worthOfSteps } from '@narrative-lint/core/model';
import type { CrfWeights } from './crf.ts';

/**
 * The hashes of the features that tell roles apart most, heaviest first.
 *
 * A large weight of a rare feature was learned from few clauses and helps few: how often a feature comes counts, too.
 *
 * @param clauses - In how many clauses a feature is, by its hash.
 */
export function heaviest(
  indexes: ReadonlyMap<number, number>,
  { unary, labels }: CrfWeights,
  clauses: ReadonlyMap<number, number>,
  most: number,
): number[] {
  const worth = (hash: number, index: number) => {
    const own = unary.subarray(index * labels, (index + 1) * labels);
    return (Math.max(...own) - Math.min(...own)) * Math.sqrt(clauses.get(hash) ?? 0);
  };
  return [...indexes]
    .map(([hash, index]) => ({ hash, worth: worth(hash, index) }))
    .sort((a, b) => b.worth - a.worth || a.hash - b.hash)
    .slice(0, most)
    .map(({ hash }) => hash);
}

/** The share of weights that the steps reach; the largest are cut to the last step, which makes all steps finer. */
const REACHED = 0.995;

/**
 * Rounds weights to the nearest step; features whose weights all round to zero are left out.
 *
 * @param known - Hashes of another pass that come first, are all kept, and are not stored again.
 */
export function store(
  indexes: ReadonlyMap<number, number>,
  weights: CrfWeights,
  known: readonly number[] = [],
): StoredPass {
  const { unary } = weights;
  const labels = ROLE_ORDER.length;
  const sizes = unary
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const last = sizes[Math.floor(REACHED * (sizes.length - 1))] ?? 1;
  const unit = Number((last / Math.max(...worthOfSteps(1))).toPrecision(6));
  const steps = worthOfSteps(unit);
  const nearest = (weight: number) => {
    let best = 0;
    steps.forEach((worth, bits) => {
      if (Math.abs(worth - weight) < Math.abs((steps[best] as number) - weight)) best = bits;
    });
    return best;
  };
  const rowOf = (hash: number) => {
    const index = indexes.get(hash) ?? Number.NaN;
    return [...unary.subarray(index * labels, (index + 1) * labels)].map(nearest);
  };
  const first = new Set(known);
  const own = [...indexes.keys()]
    .filter((hash) => !first.has(hash) && rowOf(hash).some((bits) => bits !== 0))
    .sort((a, b) => a - b);
  const rounded = (values: Float64Array) => [...values].map((value) => Math.round(value * 1000) / 1000);
  return {
    ids: Buffer.from(packIds(own)).toString('base64'),
    weights: Buffer.from(packSteps([...known, ...own].flatMap(rowOf))).toString('base64'),
    unit,
    transition: rounded(weights.transition),
    initial: rounded(weights.initial),
  };
}
