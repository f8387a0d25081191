import { describe, expect, it } from 'vitest';
import { type ChainScores, marginals, type ReadChain, readChain } from '../../src/narrative/model/chain.ts';
import { equalRows, overlapOf, takeOver } from '../../src/narrative/model/rows.ts';

const LABELS = 3;
const EDGES = 2;

/** Numbers that look random and are the same each time. */
function numbers(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) % 1000) / 250 - 2;
  });
}

const transition = Float64Array.from(numbers(7, EDGES * LABELS * LABELS));
const initial = Float64Array.from(numbers(9, LABELS));

function chainOf(rows: readonly (readonly number[])[], edges: readonly number[]): ChainScores {
  return {
    scores: Float64Array.from(rows.flat()),
    edges: Int32Array.from(edges),
    transition,
    initial,
    labels: LABELS,
  };
}

function rowsOf(seed: number, count: number): number[][] {
  const all = numbers(seed, count * LABELS);
  return Array.from({ length: count }, (_, at) => all.slice(at * LABELS, (at + 1) * LABELS));
}

/** The chance of each label at each position, and of each two in a row, by going every way. */
function byAllWays({ scores, edges }: ChainScores) {
  const n = edges.length;
  const node = new Float64Array(n * LABELS);
  const pair = new Float64Array(n * LABELS * LABELS);
  let all = 0;
  for (let code = 0; code < LABELS ** n; code += 1) {
    const path = Array.from({ length: n }, (_, at) => Math.floor(code / LABELS ** at) % LABELS);
    let score = 0;
    path.forEach((label, at) => {
      score += scores[at * LABELS + label] as number;
      const before = path[at - 1];
      score +=
        before === undefined
          ? (initial[label] as number)
          : (transition[((edges[at] as number) * LABELS + before) * LABELS + label] as number);
    });
    const chance = Math.exp(score);
    all += chance;
    path.forEach((label, at) => {
      node[at * LABELS + label] = (node[at * LABELS + label] as number) + chance;
      const before = path[at - 1];
      if (before === undefined) return;
      const place = (at * LABELS + before) * LABELS + label;
      pair[place] = (pair[place] as number) + chance;
    });
  }
  return { node: node.map((chance) => chance / all), pair: pair.map((chance) => chance / all) };
}

function expectClose(some: Float64Array, others: Float64Array) {
  expect(some.length).toBe(others.length);
  some.forEach((value, at) => {
    expect(value).toBeCloseTo(others[at] as number, 10);
  });
}

describe('reading a chain', () => {
  it.each([1, 2, 5])('gives each label the share of the ways that take it: %i positions', (count) => {
    const chain = chainOf(
      rowsOf(count, count),
      Array.from({ length: count }, (_, at) => at % EDGES),
    );
    const ways = byAllWays(chain);
    const { node, pair } = marginals(chain, true);
    expectClose(node, ways.node);
    expectClose(pair, ways.pair);
    expect(marginals(chain).pair).toHaveLength(0);
  });

  it('bears scores that no power can be taken of', () => {
    const { node } = marginals(
      chainOf(
        [
          [2000, 0, 0],
          [-2000, 0, -3000],
        ],
        [0, 1],
      ),
    );
    expect(node[0]).toBeCloseTo(1, 10);
    expect(node[3]).toBeCloseTo(0, 10);
    expect([...node].every(Number.isFinite)).toBe(true);
  });

  it('is nothing for no positions', () => {
    expect(readChain(chainOf([], [])).node).toHaveLength(0);
  });
});

/** Same, to the last bit. */
function expectSame(one: ReadChain, other: ReadChain) {
  for (const part of ['own', 'forward', 'backward', 'node'] as const)
    expect([...one[part]], part).toEqual([...other[part]]);
}

describe('reading a chain again after an edit', () => {
  const rows = rowsOf(3, 60);
  const edges = rows.map((_, at) => (at * 7) % EDGES);
  const before = readChain(chainOf(rows, edges));
  const sharp = rows.map((row, at) => (at === 20 || at === 40 ? [40, -40, -40] : row));
  const strange = rowsOf(99, 4);

  function edited(at: number, remove: number, insert: readonly number[][], from = rows, by = edges) {
    const kept = [...from.slice(0, at), ...insert, ...from.slice(at + remove)];
    const kinds = [...by.slice(0, at), ...insert.map((_, one) => one % EDGES), ...by.slice(at + remove)];
    return chainOf(kept, kinds);
  }

  it.each([
    ['a row that changed', 30, 1, strange.slice(0, 1)],
    ['the first row', 0, 1, strange.slice(0, 1)],
    ['the last row', 59, 1, strange.slice(0, 1)],
    ['a row more', 30, 0, strange.slice(0, 1)],
    ['rows more at the beginning', 0, 0, strange],
    ['rows more at the end', 60, 0, strange],
    ['a row less', 30, 1, []],
    ['rows less at the beginning', 0, 5, []],
    ['rows less at the end', 55, 5, []],
    ['all rows but one gone', 1, 59, []],
    ['nothing left', 0, 60, []],
    ['other rows altogether', 0, 60, strange],
  ])('gives what reading it anew gives: %s', (_, at, remove, insert) => {
    for (const from of [rows, sharp]) {
      const first = from === rows ? before : readChain(chainOf(from, edges));
      const chain = edited(at, remove, insert, from);
      expectSame(readChain(chain, first), readChain(chain));
    }
  });

  it('sees that only a boundary is another one', () => {
    const others = edges.map((edge, at) => (at === 30 ? 1 - edge : edge));
    const chain = chainOf(rows, others);
    expectSame(readChain(chain, before), readChain(chain));
    expect([...readChain(chain).node]).not.toEqual([...before.node]);
  });

  it('takes a chain that nothing changed in as it was read', () => {
    expect(readChain(chainOf(rows, edges), before)).toBe(before);
  });

  it('takes nothing from a chain of another model, or from an empty one', () => {
    const other = { ...chainOf(rows, edges), transition: transition.map((value) => value / 2) };
    expectSame(readChain(other, before), readChain(other));
    const chain = chainOf(rows, edges);
    expectSame(readChain(chain, readChain(chainOf([], []))), before);
  });
});

describe('rows of tables', () => {
  const same = (one: string, other: string) =>
    overlapOf(one.length, other.length, (at, otherAt) => one[at] === other[otherAt]);

  it.each([
    ['abc', 'abc', 3, 0],
    ['abc', 'axc', 1, 1],
    ['aa', 'aaa', 2, 0],
    ['ab', 'ccab', 0, 2],
    ['ccab', 'ab', 0, 2],
    ['', 'a', 0, 0],
    ['abab', 'ab', 2, 0],
  ])('%s and %s have their ends in common, and nothing counts twice', (one, other, head, tail) => {
    expect(same(one, other)).toEqual({ head, tail });
  });

  it('are equal when all their numbers are', () => {
    const table = Float64Array.of(1, 2, 3, 1, 2, 4);
    expect(equalRows(table, 0, Float64Array.of(0, 0, 0, 1, 2, 3), 1, 3)).toBe(true);
    expect(equalRows(table, 1, Float64Array.of(1, 2, 3), 0, 3)).toBe(false);
    expect(equalRows(table, 0, Float64Array.of(9, 2, 3), 0, 3)).toBe(false);
  });

  it('are taken over from both ends', () => {
    const to = new Float64Array(4);
    takeOver(to, Float64Array.of(1, 2, 3, 4, 5), 1, 3, 1, 1);
    expect([...to]).toEqual([1, 0, 0, 5]);
  });
});
