import type { ExampleSettings, Profile } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { type Edge, foundIn, messagesOf } from './found.ts';

const FACTS = 'facts-match-profile';

/** What may be said of one exam, and what a profile may say of it: sittings, and whether the last was a pass. */
const SAID = {
  'once failed': '[[setback|I failed Step 1 once.]]',
  'twice failed': '[[setback|I failed Step 1 twice.]]',
  'failed at the second': '[[setback|I failed Step 1 on my second attempt.]]',
  'sat twice': '[[setback|I sat Step 1 twice.]]',
  'sat three times': '[[setback|I took Step 1 three times.]]',
  'after two': '[[evidence|I passed Step 1 after two attempts.]]',
  'after three': '[[evidence|I passed Step 1 after three attempts.]]',
  'passed at the second': '[[evidence|I passed Step 1 on my second attempt.]]',
  'never failed': '[[growth|I have never failed a licensing exam.]]',
};
type Said = keyof typeof SAID;
const FITS: readonly (readonly [
  attempts: number | undefined,
  passed: boolean | undefined,
  readonly Said[],
])[] = [
  [1, true, ['never failed']],
  [1, false, ['once failed']],
  [2, true, ['once failed', 'sat twice', 'after two', 'passed at the second']],
  [2, false, ['twice failed', 'failed at the second', 'sat twice']],
  [
    2,
    undefined,
    ['once failed', 'twice failed', 'failed at the second', 'sat twice', 'after two', 'passed at the second'],
  ],
  // Who passed after three attempts may have failed three times, or sat three times.
  [3, true, ['twice failed', 'failed at the second', 'sat three times', 'after two', 'after three']],
  [3, false, ['failed at the second', 'sat three times']],
  [3, undefined, ['twice failed', 'failed at the second', 'sat three times', 'after two', 'after three']],
  [4, true, ['failed at the second', 'after three']],
];

describe('attempts of a draft beside those of its profile', () => {
  it.each(FITS)('fit %j attempts, passed %j', (attempts, passed, fitting) => {
    const setback = {
      what: 'usmle-step-1' as const,
      ...(attempts === undefined ? {} : { attempts }),
      ...(passed === undefined ? {} : { passed }),
    };
    const silent = Object.entries(SAID).filter(
      ([, text]) => foundIn(FACTS, text, { profile: { setbacks: [setback] } }).length === 0,
    );
    expect(silent.map(([said]) => said)).toEqual(
      Object.keys(SAID).filter((said) => fitting.includes(said as Said)),
    );
  });
});

const step1 = { what: 'usmle-step-1', attempts: 2, passed: true } as const;
const profile = (given: Profile): ExampleSettings => ({ profile: given });

const CASES: readonly Edge[] = [
  // Which setback of the profile is meant, where the draft does not say.
  [
    '[[setback|I failed it twice.]] [[evidence|I passed in May.]]',
    [],
    profile({ setbacks: [step1, { what: 'usmle-step-3', attempts: 2, passed: true }] }),
  ],
  [
    '[[setback|I failed it twice.]] [[evidence|I passed in May.]]',
    [],
    profile({ setbacks: [{ what: 'course', attempts: 2, passed: true }] }),
  ],
  [
    '[[setback|I failed it once.]] [[evidence|I passed in May.]]',
    [],
    profile({ setbacks: [{ ...step1, attempts: 3 }] }),
  ],
  [
    '[[setback|I failed Step 1.]] [[evidence|After the summer I passed on the first attempt.]]',
    [],
    profile({ setbacks: [step1] }),
  ],
  [
    '[[setback|I failed Step 1.]] [[setback|I failed on the first attempt.]]',
    [['attempts', 'failed on the first attempt']],
    profile({ setbacks: [{ ...step1, attempts: 1 }] }),
  ],
  ['[[setback|I failed Step 1 twice.]]', [], profile({ setbacks: [step1, { ...step1, attempts: 3 }] })],
  // Of shelf exams and courses there may be others than the profile lists.
  [
    '[[setback|I failed the surgery shelf.]] [[evidence|I passed the shelf exam on my second attempt.]]',
    [['attempts', 'passed the shelf exam on my second attempt']],
    profile({ setbacks: [{ what: 'shelf-exam', attempts: 3, passed: true }] }),
  ],
  [
    '[[setback|I failed the surgery shelf.]] [[evidence|I passed the shelf exam on my second attempt.]]',
    [],
    profile({ setbacks: [{ what: 'shelf-exam', attempts: 3, passed: true }, step1] }),
  ],
  [
    '[[setback|I failed the surgery shelf twice.]]',
    [],
    profile({ setbacks: [{ what: 'shelf-exam', attempts: 2, passed: true }] }),
  ],
  [
    '[[evidence|I passed the surgery shelf on the first attempt.]]',
    [],
    profile({ setbacks: [{ what: 'shelf-exam', attempts: 2, passed: true }] }),
  ],
  // A profile without a number of attempts.
  ['[[setback|I failed Step 1 once.]]', [], profile({ setbacks: [{ what: 'usmle-step-1' }] })],
  [
    '[[evidence|I passed Step 1 on my second attempt.]]',
    [],
    profile({ setbacks: [{ what: 'usmle-step-1' }] }),
  ],
  // Which exam a score is of.
  [
    '[[evidence|My Step 2 CK was a 240.]]',
    [],
    profile({ scores: { 'usmle-step-1': 224, 'usmle-step-2-ck': 240 } }),
  ],
  ['[[evidence|My Step 1 was a 224.]]', [], profile({ scores: { 'usmle-step-2-ck': 240 } })],
  [
    '[[evidence|My Step 2 CK was a 131.]]',
    [['score', '131']],
    profile({ scores: { 'usmle-step-2-ck': 231 } }),
  ],
  [
    '[[setback|I failed the exam.]] [[evidence|In May I scored 240.]]',
    [['score', 'scored 240']],
    profile({
      setbacks: [{ what: 'usmle-step-2-ck' }],
      scores: { 'usmle-step-2-ck': 231, 'comlex-level-2': 480 },
    }),
  ],
  [
    '[[setback|I failed the exam.]] [[evidence|In May I scored 240.]]',
    [],
    profile({
      setbacks: [{ what: 'usmle-step-2-ck' }, { what: 'comlex-level-2' }],
      scores: { 'usmle-step-2-ck': 231, 'comlex-level-2': 480 },
    }),
  ],
  [
    '[[setback|I failed the exam.]] [[evidence|In May I scored 240.]]',
    [],
    profile({ scores: { 'usmle-step-2-ck': 231 } }),
  ],
  // The score of a failed sitting is not the one that the profile gives; that of an exam never failed is.
  [
    '[[setback|I failed Level 2-CE with a 389.]] [[change|I joined a study group.]]',
    [],
    profile({
      setbacks: [{ what: 'comlex-level-2', attempts: 2, passed: true }],
      scores: { 'comlex-level-2': 512 },
    }),
  ],
  [
    '[[setback|I failed Step 1.]] [[setback|Step 2 CK was a fail with a 201.]]',
    [['score', '201']],
    profile({ setbacks: [step1], scores: { 'usmle-step-2-ck': 242 } }),
  ],
  [
    '[[evidence|My Step 2 CK was a 240 at first, and it came back a 242 in the end.]]',
    [],
    profile({ scores: { 'usmle-step-2-ck': 242 } }),
  ],
];

describe('a draft and its profile', () => {
  it.each(CASES)('are compared in %j', (text, found, settings) => {
    expect(foundIn(FACTS, text, settings)).toEqual(found);
  });

  it.each([150, 285])('take a bare %i for a score of Step 2 CK', (score) => {
    for (const told of ['Step 2 CK', 'the exam'])
      expect(
        foundIn(FACTS, `[[setback|I failed ${told}.]] [[evidence|In May I scored ${score}.]]`, {
          profile: { setbacks: [{ what: 'usmle-step-2-ck' }], scores: { 'usmle-step-2-ck': 231 } },
        }),
      ).toEqual([['score', `scored ${score}`]]);
  });

  it.each([149, 286])('take a bare %i for no score of Step 2 CK', (score) => {
    for (const told of ['Step 2 CK', 'the exam'])
      expect(
        foundIn(FACTS, `[[setback|I failed ${told}.]] [[evidence|In May I scored ${score}.]]`, {
          profile: { setbacks: [{ what: 'usmle-step-2-ck' }], scores: { 'usmle-step-2-ck': 231 } },
        }),
      ).toEqual([]);
  });

  it('are compared in words that the profile bears out', () => {
    const reasons = (text: string, given: Profile) =>
      messagesOf(FACTS, text, { profile: given }).map(({ reason }) => reason);
    expect(
      reasons('[[evidence|I passed Step 1 on the first try.]]', { setbacks: [{ what: 'usmle-step-1' }] }),
    ).toEqual([
      'You write "passed Step 1 on the first try", and your profile gives more than one attempt for Step 1.',
    ]);
    expect(
      reasons('[[growth|I have never failed a licensing exam.]]', {
        setbacks: [{ what: 'usmle-step-1', attempts: 1, passed: false }],
      }),
    ).toEqual(['You write "never failed a licensing exam", and by your profile Step 1 is not passed.']);
  });
});
