import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMarkedDraft, ROLES, type Role } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { disagreements, formatDisagreements } from '../src/disagree.ts';
import { confusedRoles, confusionOf, kappa, wordRoles } from '../src/score-roles.ts';
import { agreementOf, compare, readSecondReading } from '../src/second-reader.ts';

const marked = '[[setback|I failed Step 1.]] [[change|I met a tutor.]] I like maps.';
const { text, spans } = parseMarkedDraft(marked);
const draft = { id: 'w1-01', text, gold: spans };

describe('a second reader', () => {
  it('agrees with the same marks, whatever the spaces', () => {
    const { found } = compare(draft, `\n${marked.replace('Step 1', 'Step\n  1')}\n`);
    expect(wordRoles(text, found)).toEqual(wordRoles(text, spans));
  });

  it('is measured by words', () => {
    const other = compare(draft, marked.replace('[[change|', '[[growth|'));
    const agreement = agreementOf([compare(draft, marked), other]);
    expect(agreement.words).toBe(22);
    expect(agreement.figures.changeSide.value).toBe(1);
    expect(agreement.figures.macro.value).toBeLessThan(1);
    expect(confusedRoles(agreement.confusion)).toEqual([{ gold: 'change', found: 'growth', words: 4 }]);
  });

  it('is told which word is not that of the draft', () => {
    expect(() => compare(draft, marked.replace('tutor', 'coach'))).toThrow(
      'word 8 is "coach.", but "tutor."',
    );
    expect(() => compare(draft, `${marked} More.`)).toThrow('word 12 is "More.", but missing');
    expect(() => compare(draft, marked.replace('.]] I like', '. I like'))).toThrow('word 5');
  });

  it('loses no file to a bad one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'second-reader-'));
    try {
      writeFileSync(join(folder, 'w1-01.draft.md'), marked);
      writeFileSync(join(folder, 'w9-99.draft.md'), marked);
      const { cases, problems } = readSecondReading(folder, [draft]);
      expect(cases.map(({ id }) => id)).toEqual(['w1-01']);
      expect(problems).toEqual([`${join(folder, 'w9-99.draft.md')}: no labelled draft has this name`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("Cohen's kappa", () => {
  const of = (gold: Role[], found: Role[]) => {
    const words = gold.map(() => 'x').join(' ');
    const ranges = (roles: Role[]) => roles.map((role, at) => ({ role, start: 2 * at, end: 2 * at + 1 }));
    return kappa(confusionOf({ text: words, gold: ranges(gold), found: ranges(found) }));
  };

  it('is 1 for the same reading and 0 for chance', () => {
    expect(of(['setback', 'change'], ['setback', 'change'])).toBe(1);
    expect(of(['setback', 'setback', 'change', 'change'], ['setback', 'change', 'setback', 'change'])).toBe(
      0,
    );
    expect(of(['other'], ['other'])).toBe(1);
  });

  it('takes chance off the agreement', () => {
    // Three of four alike; chance is (3/4)(1/2) + (1/4)(1/2) = 1/2.
    expect(of(['setback', 'setback', 'setback', 'change'], ['setback', 'setback', 'change', 'change'])).toBe(
      0.5,
    );
  });
});

describe('disagreements', () => {
  const clauses = ['I failed Step 1.', 'I met a tutor.', 'I like maps.'].map((words) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    sentence: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
  }));
  const surely: Partial<Record<Role, number>>[] = [
    { setback: 0.55, context: 0.45 },
    { growth: 0.6, change: 0.3 },
    { growth: 0.9, other: 0.05 },
  ];
  const probability = (clause: number, role: Role) => surely[clause]?.[role] ?? 0;
  const found = disagreements([{ id: 'w1-01', text, roles: spans, clauses, probability }]);

  it('are the clauses the model reads otherwise, the surest first', () => {
    expect(found.map(({ text: words, label, model }) => [words, label, model])).toEqual([
      ['I like maps.', 'other', 'growth'],
      ['I met a tutor.', 'change', 'growth'],
    ]);
    expect(found[1]).toMatchObject({ probability: 0.6, labelProbability: 0.3, turnsInside: false });
  });

  it('say where the label turns inside a clause', () => {
    const whole = [{ start: 0, end: text.length, sentence: { start: 0, end: text.length } }];
    const sure = (_: number, role: Role) => (role === 'excuse' ? 1 : 0);
    const [one] = disagreements([{ id: 'x', text, roles: spans, clauses: whole, probability: sure }]);
    expect(one).toMatchObject({ model: 'excuse', turnsInside: true });
    expect(ROLES).toContain(one?.label);
  });

  it('stand in their sentence', () => {
    const clause = { start: 2, end: 8, sentence: { start: 0, end: 16 } };
    const sure = (_: number, role: Role) => (role === 'other' ? 1 : 0);
    const lines = formatDisagreements(
      disagreements([{ id: 'x', text, roles: spans, clauses: [clause], probability: sure }]),
      1,
    );
    expect(lines[2]?.trim()).toBe('I [failed] Step 1.');
  });

  it('are listed up to a number, with the pairs counted over all', () => {
    const lines = formatDisagreements(found, 1).join('\n');
    expect(lines).toContain('I like maps.');
    expect(lines).not.toContain('I met a tutor.');
    expect(lines).toContain('label change, model growth: 1 clauses');
  });
});
