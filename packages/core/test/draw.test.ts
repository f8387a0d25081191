import { describe, expect, it } from 'vitest';
import { type ChainScores, type ReadChain, readChain } from '../src/narrative/model/chain.ts';
import { drawPaths } from '../src/narrative/model/draw.ts';
import { chanceOfStory } from '../src/narrative/model/story-odds.ts';
import { waysThatKeep } from '../src/narrative/model/ways.ts';

/** Two labels over four positions; neighbours like to be alike. */
const chain: ChainScores = {
  scores: Float64Array.of(1, 0, 0, 0.5, 0.2, 0, 0, 2),
  edges: new Int32Array(4),
  transition: Float64Array.of(0.7, 0, 0, 0.7),
  initial: Float64Array.of(0, 0),
  labels: 2,
};
const seeds = [11, 22, 33, 44];
const without = (read: ReadChain) => ({ label: 1, without: waysThatKeep(read, [true, false]) });

/** Every way through a chain of two labels, and how likely it is. */
function allWays({ scores, transition }: ChainScores): { path: number[]; chance: number }[] {
  const n = scores.length / 2;
  const ways = Array.from({ length: 2 ** n }, (_, code) => {
    const path = Array.from({ length: n }, (_, at) => (code >> at) & 1);
    const score = path.reduce(
      (sum, label, at) =>
        sum +
        (scores[at * 2 + label] as number) +
        (at > 0 ? (transition[(path[at - 1] as number) * 2 + label] as number) : 0),
      0,
    );
    return { path, chance: Math.exp(score) };
  });
  const all = ways.reduce((sum, { chance }) => sum + chance, 0);
  return ways.map(({ path, chance }) => ({ path, chance: chance / all }));
}

describe('drawn readings', () => {
  it('have each label as often as it is likely where one of them has to come', () => {
    // A chain on which the label seldom comes by itself.
    for (const scores of [chain.scores, Float64Array.of(3, 0, 2, 0, 3, 0, 2, 0)]) {
      const rare = { ...chain, scores };
      const read = readChain(rare);
      const count = 4000;
      const paths = drawPaths(read, seeds, count, without(read));
      expect(paths.every((path) => path.includes(1))).toBe(true);
      const ways = allWays(rare).filter(({ path }) => path.includes(1));
      const all = ways.reduce((sum, { chance }) => sum + chance, 0);
      for (let at = 0; at < 4; at += 1) {
        const share = paths.filter((path) => path[at] === 1).length / count;
        const own = ways.filter(({ path }) => path[at] === 1).reduce((sum, { chance }) => sum + chance, 0);
        expect(share).toBeCloseTo(own / all, 1);
      }
    }
  });

  it('have two labels in a row as often as the chain says', () => {
    const sticky = { ...chain, scores: new Float64Array(8), transition: Float64Array.of(3, 0, 0, 3) };
    const read = readChain(sticky);
    const ways = allWays(sticky).filter(({ path }) => path.includes(1));
    const all = ways.reduce((sum, { chance }) => sum + chance, 0);
    const paths = drawPaths(read, seeds, 1000, without(read));
    const alike = paths.filter((path) => path[1] === path[2]).length / 1000;
    const own = ways.filter(({ path }) => path[1] === path[2]).reduce((sum, { chance }) => sum + chance, 0);
    expect(alike).toBeCloseTo(own / all, 1);
  });

  it('are the same each time, and keep their labels behind an edit', () => {
    const read = readChain(chain);
    const must = without(read);
    expect(drawPaths(read, seeds, 8, must)).toEqual(drawPaths(read, seeds, 8, must));
    const edited = drawPaths(read, [99, 22, 33, 44], 8, must);
    drawPaths(read, seeds, 8, must).forEach((path, one) => {
      expect([...path].slice(1)).toEqual([...(edited[one] as Uint8Array)].slice(1));
    });
  });

  it('are none for an empty draft', () => {
    const empty = { ...chain, scores: new Float64Array(0), edges: new Int32Array(0) };
    const read = readChain(empty);
    expect(drawPaths(read, [], 2, without(read)).map((path) => path.length)).toEqual([0, 0]);
  });
});

describe('ways that keep to some labels', () => {
  it('are as likely as all of them together', () => {
    const [never] = allWays(chain).filter(({ path }) => !path.includes(1));
    const { oddsAgainst } = waysThatKeep(readChain(chain), [true, false]);
    expect(oddsAgainst).toBeCloseTo(Math.log((1 - (never?.chance ?? 0)) / (never?.chance ?? 0)), 10);
  });

  it('have long odds where no number is small enough for their chance', () => {
    const long = {
      ...chain,
      scores: new Float64Array(4000).map((_, at) => (at % 2) * 9),
      edges: new Int32Array(2000),
    };
    expect(waysThatKeep(readChain(long), [true, false]).oddsAgainst).toBe(300);
    expect(waysThatKeep(readChain(long), [true, true]).oddsAgainst).toBeLessThan(-30);
  });
});

describe('the chance of a story', () => {
  const none = {
    ofStory: -4,
    isListed: false,
    clauses: 40,
    setbacks: 0.1,
    own: 0,
    others: 0,
    surest: 0.1,
    alluded: 0,
    plain: 0,
  };

  it('is high where the transcript shows a setback, unless the whole draft speaks against it', () => {
    expect(chanceOfStory(none)).toBeLessThan(0.1);
    expect(chanceOfStory({ ...none, ofStory: 0.5, isListed: true })).toBeGreaterThan(0.5);
    expect(chanceOfStory({ ...none, isListed: true })).toBeLessThan(0.5);
  });

  it('is that of a setback told in plain words where there is hardly more', () => {
    expect(chanceOfStory({ ...none, ofStory: 3, plain: 0.6 })).toBe(0.5);
    expect(chanceOfStory({ ...none, ofStory: 3, plain: 0.59 })).toBeLessThan(0.5);
  });

  it('is high where much has a part in one, though no clause alone says what went wrong', () => {
    expect(chanceOfStory({ ...none, ofStory: 40 })).toBeGreaterThan(0.6);
    expect(chanceOfStory({ ...none, ofStory: 3 })).toBeLessThan(0.5);
  });

  it("is high where what went wrong is the writer's, and low where it is somebody else's", () => {
    const sure = { ...none, ofStory: 9, setbacks: 2, surest: 0.95 };
    expect(chanceOfStory({ ...sure, own: 2 })).toBeGreaterThan(0.6);
    expect(chanceOfStory({ ...sure, others: 2 })).toBeLessThan(0.4);
  });

  it('is higher where words allude to it, and in a short draft', () => {
    const unsure = { ...none, ofStory: 5, setbacks: 1, surest: 0.5 };
    expect(chanceOfStory({ ...unsure, alluded: 0.5 })).toBeGreaterThan(chanceOfStory(unsure));
    expect(chanceOfStory({ ...unsure, clauses: 8 })).toBeGreaterThan(chanceOfStory(unsure));
  });
});
