import { describe, expect, it } from 'vitest';
import { type ChainScores, readChain } from '../src/narrative/model/chain.ts';
import { drawPaths } from '../src/narrative/model/draw.ts';

/** Two labels over four positions; neighbours like to be alike. */
const chain: ChainScores = {
  scores: Float64Array.of(1, 0, 0, 0.5, 0.2, 0, 0, 2),
  edges: new Int32Array(4),
  transition: Float64Array.of(0.7, 0, 0, 0.7),
  initial: Float64Array.of(0, 0),
  labels: 2,
};
const seeds = [11, 22, 33, 44];

describe('drawn readings', () => {
  it('have each label as often as it is likely', () => {
    const read = readChain(chain);
    const count = 4000;
    const paths = drawPaths(read, seeds, count);
    for (let at = 0; at < 4; at += 1) {
      const share = paths.filter((path) => path[at] === 1).length / count;
      expect(share).toBeCloseTo(read.node[at * 2 + 1] as number, 1);
    }
  });

  it('have two labels in a row as often as the chain says', () => {
    const sticky = { ...chain, scores: new Float64Array(8), transition: Float64Array.of(3, 0, 0, 3) };
    const paths = drawPaths(readChain(sticky), seeds, 1000);
    const alike = paths.filter((path) => path[1] === path[2]).length / 1000;
    expect(alike).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 1), 1);
  });

  it('are the same each time, and keep their labels behind an edit', () => {
    const read = readChain(chain);
    expect(drawPaths(read, seeds, 8)).toEqual(drawPaths(read, seeds, 8));
    const edited = drawPaths(read, [99, 22, 33, 44], 8);
    drawPaths(read, seeds, 8).forEach((path, one) => {
      expect([...path].slice(1)).toEqual([...(edited[one] as Uint8Array)].slice(1));
    });
  });

  it('are none for an empty draft', () => {
    const empty = { ...chain, scores: new Float64Array(0), edges: new Int32Array(0) };
    expect(drawPaths(readChain(empty), [], 2).map((path) => path.length)).toEqual([0, 0]);
  });
});
