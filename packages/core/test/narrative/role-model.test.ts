import { describe, expect, it } from 'vitest';
import { EDGES } from '../../src/narrative/model/edges.ts';
import {
  idsOf,
  loadPass,
  packIds,
  packSteps,
  type StoredPass,
  worthOfSteps,
} from '../../src/narrative/model/role-model.ts';
import { ROLE_ORDER } from '../../src/narrative/pattern-weights.ts';

const ROLES = ROLE_ORDER.length;

function stored(ids: readonly number[], rows: readonly (readonly number[])[], unit = 0.5): StoredPass {
  return {
    ids: packIds(ids),
    weights: packSteps(rows.flat()),
    unit,
    transition: new Array(EDGES.length * ROLES * ROLES).fill(0),
    initial: new Array(ROLES).fill(0),
  };
}

/** A row with a weight for the first role and one for the last. */
const row = (first: number, last = 0) => [first, ...new Array(ROLES - 2).fill(0), last];

describe('a stored pass', () => {
  // Numbers that fall onto one slot of the table, and a negative one.
  const ids = [-7, 1, 9, 17];
  const pass = loadPass(stored(ids, [row(7, -7), row(1, -1), row(4), row(-4)]));

  it('knows its features and no others', () => {
    expect(ids.map((id) => pass.find(id))).toEqual([0, 1, 2, 3]);
    expect([0, 25, 33, -8].map((id) => pass.find(id))).toEqual([-1, -1, -1, -1]);
    expect(pass.size).toBe(4);
  });

  it('gives each weight what its step is worth', () => {
    const last = 0.5 * 7 ** 1.5;
    expect(ids.map((id) => pass.weight(id, 0))).toEqual([last, 0.5, 4, -4]);
    expect(pass.weight(1, ROLES - 1)).toBe(-0.5);
    expect(pass.weight(-7, ROLES - 1)).toBe(-last);
    expect(pass.weight(25, 0)).toBe(0);
  });

  it('has as many steps up as down, and nothing for the bits of none', () => {
    const steps = worthOfSteps(1);
    expect(steps).toHaveLength(16);
    expect(steps[8]).toBe(0);
    for (let step = 1; step <= 7; step += 1) expect(steps[16 - step]).toBe(-(steps[step] as number));
    expect(steps.slice(0, 3)).toEqual([0, 1, 2 ** 1.5]);
  });

  it('adds up what the features of a clause weigh, at its place', () => {
    const scores = new Float64Array(2 * ROLES).fill(1);
    pass.score(Int32Array.of(1, 9, 25), scores, ROLES);
    expect([...scores.subarray(0, ROLES)]).toEqual(new Array(ROLES).fill(1));
    expect([...scores.subarray(ROLES)]).toEqual([5.5, ...new Array(ROLES - 2).fill(1), 0.5]);
  });

  it('adds nothing for places that it does not have', () => {
    const scores = new Float64Array(ROLES);
    for (const place of [-1, 4, 5]) pass.add(place, scores, 0);
    expect([...scores]).toEqual(new Array(ROLES).fill(0));
    pass.add(0, scores, 0);
    expect(scores[0]).toBe(0.5 * 7 ** 1.5);
  });

  it('looks up numbered features once', () => {
    const asked: number[] = [];
    const score = pass.scorer(2, (feature) => {
      asked.push(feature);
      return feature === 0 ? 9 : 25;
    });
    const scores = new Float64Array(ROLES);
    for (const feature of [0, 1, 0, 1]) score(feature, scores, 0);
    expect(scores[0]).toBe(8);
    expect(asked).toEqual([0, 1]);
  });

  it('has those of the pass before it first', () => {
    const later = loadPass(stored([5], [row(1), row(2), row(3), row(4), row(1)]), pass);
    expect([...ids, 5].map((id) => later.find(id))).toEqual([0, 1, 2, 3, 4]);
    expect(later.weight(5, 0)).toBe(0.5);
    expect(later.weight(17, 0)).toBe(4);
  });

  it('reads bytes in base64, and bytes from the middle of a file', () => {
    const { ids: bytes } = stored(ids, []);
    const text = Buffer.from(bytes as Uint8Array).toString('base64');
    expect([...idsOf({ ...stored([], []), ids: text })]).toEqual(ids);
    const file = new Uint8Array(20);
    file.set(bytes as Uint8Array, 3);
    const read = file.subarray(3, 3 + (bytes as Uint8Array).length);
    expect([...idsOf({ ...stored([], []), ids: read })]).toEqual(ids);
  });

  it('keeps hashes of any size', () => {
    for (const some of [[], [-(2 ** 31)], [-(2 ** 31), 2 ** 31 - 1], [-1, 0, 127, 255, 16_639, 2 ** 31 - 1]])
      expect([...idsOf({ ...stored([], []), ids: packIds(some) })]).toEqual(some);
    expect(packIds([-(2 ** 31) + 127, -(2 ** 31) + 127 + 128])).toEqual(Uint8Array.of(127, 128, 1));
  });

  it('of another version is refused', () => {
    const refused = /does not fit this version of the engine; train it again/;
    const fit = stored([1], [row(1)]);
    expect(() => loadPass(stored([1, 2], [row(1)]))).toThrow(refused);
    expect(() => loadPass({ ...fit, transition: [0] })).toThrow(refused);
    expect(loadPass({ ...fit, initial: [1, 2, 3, 4, 5, 6, 7] }).initial[2]).toBe(3);
    expect(loadPass(fit).size).toBe(1);
  });

  it('may be empty', () => {
    expect(loadPass(stored([], [])).find(1)).toBe(-1);
  });
});
