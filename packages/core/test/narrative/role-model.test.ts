import { describe, expect, it } from 'vitest';
import { EDGES } from '../../src/narrative/model/edges.ts';
import { idsOf, loadPass, type StoredPass } from '../../src/narrative/model/role-model.ts';
import { ROLE_ORDER } from '../../src/narrative/pattern-weights.ts';

const ROLES = ROLE_ORDER.length;

function stored(ids: readonly number[], rows: readonly (readonly number[])[], unit = 0.5): StoredPass {
  return {
    ids: new Uint8Array(Int32Array.from(ids).buffer),
    weights: new Uint8Array(Int8Array.from(rows.flat()).buffer),
    unit,
    transition: new Array(EDGES.length * ROLES * ROLES).fill(0),
    initial: new Array(ROLES).fill(0),
  };
}

/** A row with a weight for the first role and one for the last. */
const row = (first: number, last = 0) => [first, ...new Array(ROLES - 2).fill(0), last];

describe('a stored pass', () => {
  // Numbers that fall onto one slot of the table, and a negative one.
  const ids = [1, 9, 17, -7];
  const pass = loadPass(stored(ids, [row(1, -1), row(2), row(-3), row(127, -128)]));

  it('knows its features and no others', () => {
    expect(ids.map((id) => pass.find(id))).toEqual([0, 1, 2, 3]);
    expect([0, 25, 33, -8].map((id) => pass.find(id))).toEqual([-1, -1, -1, -1]);
    expect(pass.size).toBe(4);
  });

  it('gives each weight the square of what is stored, with its sign', () => {
    expect(ids.map((id) => pass.weight(id, 0))).toEqual([0.5, 2, -4.5, 0.5 * 127 * 127]);
    expect(pass.weight(1, ROLES - 1)).toBe(-0.5);
    expect(pass.weight(-7, ROLES - 1)).toBe(-0.5 * 128 * 128);
    expect(pass.weight(25, 0)).toBe(0);
  });

  it('adds up what the features of a clause weigh, at its place', () => {
    const scores = new Float64Array(2 * ROLES).fill(1);
    pass.score(Int32Array.of(1, 9, 25), scores, ROLES);
    expect([...scores.subarray(0, ROLES)]).toEqual(new Array(ROLES).fill(1));
    expect([...scores.subarray(ROLES)]).toEqual([3.5, ...new Array(ROLES - 2).fill(1), 0.5]);
  });

  it('adds nothing for places that it does not have', () => {
    const scores = new Float64Array(ROLES);
    for (const place of [-1, 4, 5]) pass.add(place, scores, 0);
    expect([...scores]).toEqual(new Array(ROLES).fill(0));
    pass.add(3, scores, 0);
    expect(scores[0]).toBe(0.5 * 127 * 127);
  });

  it('looks up numbered features once', () => {
    const asked: number[] = [];
    const score = pass.scorer(2, (feature) => {
      asked.push(feature);
      return feature === 0 ? 9 : 25;
    });
    const scores = new Float64Array(ROLES);
    for (const feature of [0, 1, 0, 1]) score(feature, scores, 0);
    expect(scores[0]).toBe(4);
    expect(asked).toEqual([0, 1]);
  });

  it('has those of the pass before it first', () => {
    const later = loadPass(stored([5], [row(1), row(2), row(3), row(4), row(5)]), stored(ids, []));
    expect([...ids, 5].map((id) => later.find(id))).toEqual([0, 1, 2, 3, 4]);
    expect(later.weight(5, 0)).toBe(12.5);
  });

  it('reads bytes in base64, and bytes from the middle of a file', () => {
    const { ids: bytes } = stored(ids, []);
    const text = Buffer.from(bytes as Uint8Array).toString('base64');
    expect([...idsOf({ ...stored([], []), ids: text })]).toEqual(ids);
    const file = new Uint8Array(20);
    file.set(bytes as Uint8Array, 3);
    expect([...idsOf({ ...stored([], []), ids: file.subarray(3, 19) })]).toEqual(ids);
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
