import { marginals } from '@narrative-lint/core/model';
import type { Chain, CrfWeights } from './crf.ts';

/** The probability of each role of each clause by trained weights, `clause * roles + role`. */
export function probabilities(chain: Chain, weights: CrfWeights): Float64Array {
  const { labels: L, unary, transition, initial } = weights;
  const scores = new Float64Array(chain.features.length * L);
  chain.features.forEach((ids, at) => {
    for (const id of ids)
      for (let y = 0; y < L; y += 1)
        scores[at * L + y] = (scores[at * L + y] as number) + (unary[id * L + y] as number);
  });
  return marginals({ scores, edges: chain.edges, transition, initial, labels: L }).node;
}
