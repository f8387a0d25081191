import { describe, expect, it } from 'vitest';
import { type ChainScores, readChain } from '../../src/narrative/model/chain.ts';
import { drawPaths } from '../../src/narrative/model/draw.ts';
import { waysThatKeep } from '../../src/narrative/model/ways.ts';

/** Three labels; at one kind of boundary they stay as they are, at the other they go on to the next. */
const stay = [9, 0, 0, 0, 9, 0, 0, 0, 9];
const next = [0, 9, 0, 0, 0, 9, 9, 0, 0];
const chain: ChainScores = {
  scores: new Float64Array(12),
  edges: Int32Array.of(0, 1, 0, 1),
  transition: Float64Array.from([...stay, ...next]),
  initial: Float64Array.of(0, 0, 0),
  labels: 3,
};
const seeds = [5, 6, 7, 8];

function draw(of: ChainScores, label: number, count: number) {
  const read = readChain(of);
  const keeps = [0, 1, 2].map((one) => one !== label);
  return drawPaths(read, seeds.slice(0, of.edges.length), count, {
    label,
    without: waysThatKeep(read, keeps),
  });
}

describe('drawn readings of a chain with several kinds of boundary', () => {
  it('turn where the boundary turns, and stay where it stays', () => {
    const paths = draw(chain, 1, 60);
    const alike = paths.filter(
      ([a, b, c, d]) => b === c && b === ((a ?? 0) + 1) % 3 && d === ((c ?? 0) + 1) % 3,
    );
    expect(alike.length).toBeGreaterThan(55);
  });

  it('take the label that they have to, and the last one as well as the first', () => {
    for (const label of [0, 1, 2]) {
      const paths = draw(chain, label, 60);
      expect(paths.every((path) => path.includes(label))).toBe(true);
      // Of three ways that go round, two pass each label.
      expect(new Set(paths.map((path) => path.join(''))).size).toBeGreaterThanOrEqual(2);
    }
  });

  it('are spread evenly over what is possible', () => {
    const one: ChainScores = {
      ...chain,
      scores: Float64Array.of(Math.log(2), Math.log(5), Math.log(3)),
      edges: new Int32Array(1),
    };
    const count = (label: number) => {
      const paths = draw({ ...one, scores: Float64Array.of(...one.scores) }, label, 10);
      return [0, 1, 2].map((drawn) => paths.filter(([first]) => first === drawn).length);
    };
    expect(count(0)).toEqual([10, 0, 0]);
    const two: ChainScores = {
      ...one,
      scores: Float64Array.of(Math.log(2), Math.log(5), Math.log(3), 0, -50, -50),
      edges: new Int32Array(2),
      transition: new Float64Array(18),
    };
    const paths = draw(two, 0, 10);
    expect([0, 1, 2].map((drawn) => paths.filter(([first]) => first === drawn).length)).toEqual([2, 5, 3]);
  });

  it('never take a label that cannot come, be it the last', () => {
    const never: ChainScores = { ...chain, scores: chain.scores.map((_, at) => (at % 3 === 2 ? -800 : 0)) };
    for (const path of draw(never, 0, 20)) expect(path.includes(2)).toBe(false);
  });
});
