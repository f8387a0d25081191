import { analyse, parseDocument, type Role } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { secondPassFeatures } from '../../src/model.ts';
import { mix } from '../../src/narrative/model/hash.ts';
import { ROLE_ORDER } from '../../src/narrative/pattern-weights.ts';

const ROLES = ROLE_ORDER.length;

/** What the second pass sees of clauses that were read as given; each is sure, or as sure as is said. */
function seen(text: string, read: readonly (Role | readonly [Role, number])[]) {
  const { clauses } = analyse(parseDocument(text));
  expect(clauses).toHaveLength(read.length);
  const node = new Float64Array(read.length * ROLES);
  read.forEach((one, at) => {
    const [role, chance] = typeof one === 'string' ? [one, 1] : one;
    const rest = (1 - chance) / (ROLES - 1);
    node.fill(rest, at * ROLES, (at + 1) * ROLES);
    node[at * ROLES + ROLE_ORDER.indexOf(role)] = chance;
  });
  const named: Set<string>[] = clauses.map(() => new Set());
  const ids = secondPassFeatures(clauses, node, (clause, _id, name) => named[clause]?.add(name));
  return { ids, named: named.map((names) => [...names].sort()) };
}

const STORY = 'I sail. I failed Step 1. I was tired. I met a tutor. I passed. I plan.\n\nI bake.';
const TOLD: readonly Role[] = ['other', 'setback', 'context', 'change', 'evidence', 'growth', 'other'];

describe('what the second pass sees', () => {
  it('is what was told right beside a clause, before it and after it', () => {
    const { named } = seen(STORY, TOLD);
    expect(named[0]).toEqual(
      expect.arrayContaining(['a setback right after it', 'comes before a setback', 'comes before a lesson']),
    );
    expect(named[2]).toEqual([
      'a change right after it',
      'a setback right before it',
      'comes after a setback',
      'comes before a change',
      'comes before a lesson',
      'comes before evidence',
    ]);
    expect(named[6]).toEqual([
      'a lesson right before it',
      'comes after a change',
      'comes after a lesson',
      'comes after a setback',
      'comes after circumstances',
      'comes after evidence',
    ]);
  });

  it('says nothing of what stands on both sides, nor of guesses', () => {
    const text = 'I failed. I sail. I failed.';
    expect(seen(text, ['setback', 'other', 'setback']).named[1]).toEqual([
      'a setback right after it',
      'a setback right before it',
    ]);
    expect(seen(text, [['excuse', 0.5], 'other', 'other']).named[1]).toEqual(['an excuse right before it']);
    expect(seen(text, [['excuse', 0.51], 'other', 'other']).named[1]).toEqual([
      'an excuse right before it',
      'comes after an excuse',
    ]);
    expect(seen(text, ['other', 'other', 'other']).named).toEqual([[], [], []]);
  });

  // The weights mean something for these numbers only: where they move, the model has to be trained again.
  it.each([
    ['a story', STORY, TOLD],
    ['no story', STORY, TOLD.map((): Role => 'other')],
    ['one clause', 'I failed.', ['setback'] as Role[]],
    [
      'doubts',
      STORY,
      [
        ['other', 0.96],
        ['setback', 0.5],
        ['setback', 0.81],
        ['excuse', 0.6],
        ['evidence', 0.4],
        ['change', 0.21],
        ['other', 0.8],
      ] as [Role, number][],
    ],
    [
      'sentences of several clauses',
      'I failed Step 1, because I was tired, but I met a tutor; I passed in May, and I plan my weeks.\n\nI sail. I failed, and I bake.',
      [
        ['setback', 0.9],
        ['context', 0.7],
        ['change', 0.9],
        ['evidence', 0.3],
        ['growth', 0.6],
        ['other', 0.8],
        ['setback', 0.55],
        ['other', 0.9],
      ] as [Role, number][],
    ],
    [
      'a long draft',
      `I failed. ${'I row. '.repeat(14)}\n\nI failed again.`,
      ['setback', ...new Array(14).fill('other'), 'setback'] as Role[],
    ],
  ])('are the features that the weights were trained on: %s', (_, text, read) => {
    const sums = seen(text, read).ids.map(
      (ids) => `${ids.length} ${([...ids].reduce(mix, 0) >>> 0).toString(16)}`,
    );
    expect(sums).toMatchSnapshot();
  });
});
