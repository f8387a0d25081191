import { ROLE_ORDER, type StoredPass } from '@narrative-lint/core/model';
import type { CrfWeights } from './crf.ts';

/** The hashes of the features that tell roles apart most, heaviest first. */
export function heaviest(
  indexes: ReadonlyMap<number, number>,
  { unary, labels }: CrfWeights,
  most: number,
): number[] {
  const spread = (index: number) => {
    const own = unary.subarray(index * labels, (index + 1) * labels);
    return Math.max(...own) - Math.min(...own);
  };
  return [...indexes]
    .map(([hash, index]) => ({ hash, spread: spread(index) }))
    .sort((a, b) => b.spread - a.spread || a.hash - b.hash)
    .slice(0, most)
    .map(({ hash }) => hash);
}

/**
 * Rounds weights to one byte each; features whose weights all round to zero are left out. A byte stands for
 * its square, with its sign: most weights are small, and there are many more of them than large ones.
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
  let largest = 0;
  for (const weight of unary) largest = Math.max(largest, Math.abs(weight));
  const unit = largest / 127 ** 2;
  const rowOf = (hash: number) => {
    const index = indexes.get(hash) ?? Number.NaN;
    return Int8Array.from(unary.subarray(index * labels, (index + 1) * labels), (weight) =>
      Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / unit)),
    );
  };
  const first = new Set(known);
  const own = [...indexes.keys()]
    .filter((hash) => !first.has(hash) && rowOf(hash).some((weight) => weight !== 0))
    .sort((a, b) => a - b);
  const stored = Buffer.concat([...known, ...own].map((hash) => Buffer.from(rowOf(hash).buffer)));
  const ids = Int32Array.from(own);
  const rounded = (values: Float64Array) => [...values].map((value) => Math.round(value * 1000) / 1000);
  return {
    ids: Buffer.from(ids.buffer).toString('base64'),
    weights: stored.toString('base64'),
    unit: Number(unit.toPrecision(6)),
    transition: rounded(weights.transition),
    initial: rounded(weights.initial),
  };
}
