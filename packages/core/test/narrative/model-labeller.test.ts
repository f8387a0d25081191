import { analyse, type LabellerContext, parseDocument, type Role } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { modelLabeller, packIds, packSteps, type StoredModel, type StoredPass } from '../../src/model.ts';
import type { KeptScores, Labelling } from '../../src/narrative/labeller.ts';
import { featureId } from '../../src/narrative/model/bundle.ts';
import { EDGES } from '../../src/narrative/model/edges.ts';
import { hashText } from '../../src/narrative/model/hash.ts';
import { ROLE_ORDER } from '../../src/narrative/pattern-weights.ts';

const ROLES = ROLE_ORDER.length;
const SECONDARY: LabellerContext = { kind: 'secondary', profile: {} };

/** A pass that knows some words, each as so heavy a sign of a role: 1 to 7. */
function pass(words: Readonly<Record<string, readonly [Role, number]>>, unit = 0.85): StoredPass {
  const known = Object.entries(words)
    .map(([word, [role, step]]) => ({ id: featureId('word', hashText(word)), role, step }))
    .sort((a, b) => a.id - b.id);
  return {
    ids: packIds(known.map(({ id }) => id)),
    weights: packSteps(
      known.flatMap((word) => ROLE_ORDER.map((role) => (role === word.role ? word.step : 0))),
    ),
    unit,
    transition: new Array(EDGES.length * ROLES * ROLES).fill(0),
    initial: new Array(ROLES).fill(0),
  };
}

/** A model that goes by a few words alone; the second pass has the words of the first, too. */
function toy(words: Readonly<Record<string, readonly [Role, number]>>, more: Partial<StoredModel> = {}) {
  const first = pass(words);
  return modelLabeller({
    first,
    second: { ...pass({}), weights: first.weights },
    bias: new Array(ROLES).fill(0),
    ...more,
  });
}

const WORDS = {
  failed: ['setback', 7],
  tired: ['context', 7],
  tutor: ['change', 7],
  passed: ['evidence', 7],
  bread: ['other', 7],
  sail: ['other', 7],
  perhaps: ['setback', 1],
} as const;

function labelled(text: string, labeller = toy(WORDS), context = SECONDARY, kept?: KeptScores) {
  const document = parseDocument(text);
  const labelling = labeller.label(document, analyse(document), context, kept);
  return { labelling, told: labelling.told ?? 1, spans: shown(text, labelling.spans) };
}

const shown = (text: string, spans: Labelling['spans']) =>
  spans.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);

const DRAFT = 'I sail. I failed it. I was tired then. I met a tutor. I passed it. I bake bread.';

describe('a labeller by a model', () => {
  it('gives each clause the role that its words speak for', () => {
    const { spans, told, labelling } = labelled(DRAFT);
    expect(spans).toEqual([
      'setback: I failed it.',
      'context: I was tired then.',
      'change: I met a tutor.',
      'evidence: I passed it.',
    ]);
    expect(told).toBeGreaterThan(0.5);
    expect(labelling.spans.every(({ confidence = 0 }) => confidence > 0.9 && confidence <= 1)).toBe(true);
    expect(labelling.reading?.map(({ words, sentence }) => [words, sentence])).toEqual([
      [2, 0],
      [3, 1],
      [4, 2],
      [4, 3],
      [3, 4],
      [3, 5],
    ]);
  });

  it('says why, by the features that weigh', () => {
    const [span] = labelled(DRAFT).labelling.spans;
    expect(span?.cues?.map(({ reason, text }) => [reason, text])).toEqual([['the word "failed"', 'failed']]);
  });

  it('takes the likeliest setback where a story is told and no clause is surely one', () => {
    const doubtful =
      'Perhaps I sail. I was tired then. I met a tutor. I passed it. Perhaps it was failed bread, perhaps.';
    const { spans, told } = labelled(doubtful);
    expect(told).toBeGreaterThan(0.5);
    expect(spans.filter((span) => span.startsWith('setback'))).toHaveLength(1);
    const listed: LabellerContext = {
      kind: 'secondary',
      profile: { setbacks: [{ what: 'usmle-step-1' }] },
    };
    const { spans: pinned, told: sure } = labelled(
      'I was tired then. I met a tutor. I bake bread.',
      toy(WORDS),
      listed,
    );
    expect(sure).toBeGreaterThan(0.5);
    expect(pinned.filter((span) => span.startsWith('setback'))).toHaveLength(1);
  });

  it('is surer that a story is told where the transcript shows one, unless it is told elsewhere', () => {
    const text = 'I was tired then. I bake bread. I sail.';
    const by = (setbacks: LabellerContext['profile']['setbacks']) =>
      labelled(text, toy(WORDS), { kind: 'secondary', profile: setbacks ? { setbacks } : {} }).told;
    const none = by(undefined);
    expect(by([{ what: 'leave' }])).toBeGreaterThan(none);
    expect(by([{ what: 'leave', addressedIn: 'interruption' }])).toBe(none);
    expect(by([{ what: 'leave', addressedIn: 'interruption' }, { what: 'course' }])).toBe(
      by([{ what: 'leave' }]),
    );
  });

  it('takes a setback in plain words at its word', () => {
    const words = { ...WORDS, failed: ['setback', 2] } as const;
    expect(labelled('I failed Step 1. I sail. I sail. I sail.', toy(words)).told).toBeGreaterThanOrEqual(0.5);
    expect(labelled('She failed Step 1. I sail. I sail. I sail.', toy(words)).told).toBeLessThan(0.5);
  });

  it('leans to the roles of its bias', () => {
    const even = { failed: ['setback', 7], perhaps: ['setback', 1] } as const;
    const roles = (bias: number) =>
      labelled(
        'I failed it. Perhaps.',
        toy(even, { bias: ROLE_ORDER.map((role) => (role === 'growth' ? bias : 0)) }),
      ).spans.filter((span) => span.startsWith('growth'));
    expect(roles(0)).toEqual([]);
    expect(roles(3)).toEqual(['growth: Perhaps.']);
  });

  it('reads an empty draft', () => {
    const { spans, labelling } = labelled('');
    expect(spans).toEqual([]);
    expect(labelling.reading).toEqual([]);
    expect(labelling.draws?.(3).reduce((sum, { times }) => sum + times, 0)).toBe(3);
  });

  it('draws readings that each tell a setback, as many as it is asked for', () => {
    const text = 'Perhaps it was so. I was tired then. I met a tutor. Perhaps it is so.';
    const draws = labelled(text).labelling.draws?.(20) ?? [];
    expect(draws.reduce((sum, { times }) => sum + times, 0)).toBe(20);
    const drawn = draws.map(({ spans }) => shown(text, spans).join(' | '));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn.every((one) => one.includes('setback: '))).toBe(true);
    expect(draws[0]?.spans.every(({ confidence }) => confidence === 1)).toBe(true);
    expect(labelled(text).labelling.draws?.(20)).toEqual(draws);
  });
});

describe('a labeller that keeps scores', () => {
  /** A store that counts what is asked of it. */
  function store() {
    const scores = new Map<string, Float64Array>();
    const set: string[] = [];
    const textOf = (sentence: { tokens: readonly { text: string }[] }) =>
      sentence.tokens.map(({ text }) => text).join(' ');
    const kept: KeptScores = {
      get: (sentence) => scores.get(textOf(sentence)),
      set: (sentence, own) => {
        set.push(textOf(sentence));
        scores.set(textOf(sentence), own);
      },
      workings: undefined,
    };
    return { kept, set, scores };
  }
  const plain = ({ labelling }: { labelling: Labelling }) => ({
    spans: labelling.spans.map(({ role, start, end, confidence }) => ({ role, start, end, confidence })),
    told: labelling.told,
    reading: labelling.reading,
  });

  it.each([
    ['I sail. I failed it. I was tired then. I met a tutor. I passed it. I bake bread.'],
    ['I sail. I failed it. I met a tutor. I passed it. I bake bread.'],
    ['I sail. I failed it. I failed it, and I was tired then. I met a tutor. I passed it. I bake bread.'],
    ['I was tired then. I sail. I failed it. I was tired then. I met a tutor. I passed it. I bake bread.'],
    ['I sail. I failed it. I was tired then. I met a tutor. I passed it. I bake bread. I sail.'],
    ['I failed it.'],
    [''],
  ])('reads the next draft as one that it sees for the first time: %s', (next) => {
    const labeller = toy(WORDS);
    const { kept } = store();
    labelled(DRAFT, labeller, SECONDARY, kept);
    expect(kept.workings).toBeDefined();
    const again = labelled(next, labeller, SECONDARY, kept);
    expect(plain(again)).toEqual(plain(labelled(next)));
    expect(plain(labelled(DRAFT, labeller, SECONDARY, kept))).toEqual(plain(labelled(DRAFT)));
  });

  it('works out only the scores that it does not have', () => {
    const labeller = toy(WORDS);
    const { kept, set } = store();
    labelled(DRAFT, labeller, SECONDARY, kept);
    expect(set).toHaveLength(6);
    labelled(DRAFT.replace('bread', 'a cake'), labeller, SECONDARY, kept);
    expect(set.slice(6)).toEqual(['I bake a cake .']);
  });

  it('does not take scores of another length', () => {
    const { kept, scores } = store();
    labelled(DRAFT, toy(WORDS), SECONDARY, kept);
    for (const [key, own] of scores) scores.set(key, own.slice(1));
    expect(plain(labelled(DRAFT, toy(WORDS), SECONDARY, kept))).toEqual(plain(labelled(DRAFT)));
  });

  it('does not take workings of something else', () => {
    const { kept } = store();
    kept.workings = { firstRead: undefined };
    expect(plain(labelled(DRAFT, toy(WORDS), SECONDARY, kept))).toEqual(plain(labelled(DRAFT)));
  });

  it('takes what stays as it was from what it worked out before', () => {
    const labeller = toy(WORDS);
    const { kept } = store();
    const { labelling } = labelled(DRAFT, labeller, SECONDARY, kept);
    const next = labelled(`${DRAFT} I sail.`, labeller, SECONDARY, kept).labelling;
    expect(next.reading?.[0]).toBe(labelling.reading?.[0]);
  });
});
