import { describe, expect, it } from 'vitest';
import { type Edge, foundIn } from './found.ts';

const listed = (...kinds: readonly ('clinical-error' | 'usmle-step-1' | 'probation')[]) => ({
  profile: { setbacks: kinds.map((what) => ({ what })) },
});

const ERRORS: readonly Edge[] = [
  // By the words alone, where no role says that anything went wrong.
  [
    'I once ordered the wrong dose of insulin for a patient. It taught me respect.',
    [['unowned', 'I once ordered the wrong dose of insulin for a patient.']],
  ],
  ['I once took a patient down to the wrong room. It taught me respect.', []],
  [
    'I once took a patient down to the wrong room. It taught me respect.',
    [['unowned', 'I once took a patient down to the wrong room.']],
    listed('clinical-error'),
  ],
  ['I once took a patient down to the wrong room. It taught me respect.', [], listed('usmle-step-1')],
  ['On a night in June the team gave the wrong dose of insulin to a patient.', [], listed('clinical-error')],
  [
    'I read on the way home that night about how a nurse on another ward had given the wrong dose of insulin.',
    [],
    listed('clinical-error'),
  ],
  [
    'I failed Step 1 since I read the wrong dose of insulin in a question on a patient.',
    [],
    listed('clinical-error'),
  ],
  [
    '[[excuse|I ordered the wrong dose of insulin for a man, because nobody had labelled the bag.]]',
    [],
    listed('clinical-error'),
  ],
  [
    '[[excuse|Nobody had labelled the bag.]] I ordered the wrong dose of insulin for a man.',
    [['unowned', 'I ordered the wrong dose of insulin for a man.']],
  ],
  [
    'I ordered the wrong dose of insulin for a man. [[excuse|Nobody had labelled the bag.]]',
    [['unowned', 'I ordered the wrong dose of insulin for a man.']],
  ],
  [
    '[[setback|I failed Step 1.]] I ordered the wrong dose of insulin for a man.',
    [['unowned', 'I ordered the wrong dose of insulin for a man.']],
  ],
  ['I made a mistake with a patient in June. It taught me respect.', []],
  [
    'I gave a man the wrong dose of insulin, and in the same week the nurse of the other team hung the wrong bag.',
    [
      [
        'unowned',
        'I gave a man the wrong dose of insulin, and in the same week the nurse of the other team hung the wrong bag.',
      ],
    ],
  ],
  // By the setback that is told, and by what the profile says that it was.
  ['[[setback|I made a mistake on the wards in June.]] [[growth|I learned.]]', []],
  [
    '[[setback|I made a mistake on the wards in June.]] [[growth|I learned.]]',
    [['unowned', 'I made a mistake on the wards in June.']],
    listed('clinical-error'),
  ],
  [
    '[[setback|It was a bad night in June.]] [[growth|I learned.]]',
    [['unowned', 'It was a bad night in June.']],
    listed('clinical-error'),
  ],
  [
    '[[setback|It was a bad night in June.]] I took a patient down to the wrong room.',
    [['unowned', 'I took a patient down to the wrong room.']],
    listed('clinical-error'),
  ],
  [
    '[[setback|It was a bad night in June.]] [[setback|I gave a girl the wrong pill.]] [[growth|I learned.]]',
    [['unowned', 'I gave a girl the wrong pill.']],
    listed('clinical-error'),
  ],
  ['[[setback|I failed Step 1.]] [[growth|I learned.]]', [], listed('clinical-error')],
  ['[[setback|I failed Step 1.]] [[growth|I learned.]]', [], listed('clinical-error', 'usmle-step-1')],
  ['[[setback|I failed Step 1.]] [[growth|I learned.]]', [], listed('usmle-step-1')],
  [
    '[[setback|I failed Step 1 after I gave a girl the wrong pill.]] [[growth|I learned.]]',
    [['unowned', 'I failed Step 1 after I gave a girl the wrong pill.']],
    listed('clinical-error', 'usmle-step-1'),
  ],
  [
    '[[setback|I was put on probation for a bad night in June.]] [[growth|I learned.]]',
    [['unowned', 'I was put on probation for a bad night in June.']],
    listed('clinical-error'),
  ],
  [
    '[[setback|I was put on probation for a bad night in June.]] [[growth|I learned.]]',
    [],
    listed('clinical-error', 'probation'),
  ],
  [
    '[[setback|It took place in June, and I put the pills of the man in the next bed into a cup.]] [[growth|I learned.]]',
    [['unowned', 'It took place in June, and I put the pills of the man in the next bed into a cup.']],
  ],
  [
    '[[setback|I gave the wrong dose of insulin. It was a long night for all of us.]] [[growth|I learned.]]',
    [['unowned', 'I gave the wrong dose of insulin.']],
  ],
  [
    '[[setback|It was a bad night in June.]] [[setback|The wrong dose of insulin went into his arm.]] [[growth|I learned.]]',
    [['unowned', 'The wrong dose of insulin went into his arm.']],
  ],
  [
    'A year before I had taken a patient to the wrong room. [[setback|In June I gave the wrong dose of insulin.]]',
    [['unowned', 'In June I gave the wrong dose of insulin.']],
  ],
  [
    'A year before I had taken a patient to the wrong room. [[setback|My oversight cost a man a night of pain.]]',
    [['unowned', 'My oversight cost a man a night of pain.']],
    listed('clinical-error'),
  ],
  [
    'A year before I had given a patient the wrong pill. [[setback|In June I took a man to the wrong room.]]',
    [['unowned', 'In June I took a man to the wrong room.']],
    listed('clinical-error'),
  ],
  // Whether it is owned, by whom and when.
  [
    'I told my attending about a cough on Monday. On Friday I ordered the wrong dose of insulin for a man.',
    [['unowned', 'On Friday I ordered the wrong dose of insulin for a man.']],
  ],
  [
    '[[setback|I gave the wrong dose of insulin.]] I never told the attending.',
    [['unowned', 'I gave the wrong dose of insulin.']],
  ],
  ['[[setback|I gave the wrong dose of insulin.]] Nobody slept. I told the attending at once.', []],
  ['[[setback|I gave the wrong dose of insulin.]] It was late, so nobody saw. I told the attending.', []],
  [
    '[[setback|I gave the wrong dose of insulin.]] I did not sleep on any of the nights after that, and at last I told the attending.',
    [],
  ],
  [
    '[[setback|I gave the wrong dose of insulin.]] [[excuse|I told the attending that nobody had labelled the bag.]]',
    [['unowned', 'I gave the wrong dose of insulin.']],
  ],
  [
    '[[setback|I gave the wrong dose of insulin.]] I told the attending. [[excuse|Nobody had labelled the bag.]]',
    [],
  ],
  [
    '[[setback|I gave the wrong dose of insulin.]] [[excuse|The bag had no label.]] I told the attending.',
    [],
  ],
];

describe('own-the-error at its edges', () => {
  it.each(ERRORS)('judges %j', (text, found, settings) => {
    expect(foundIn('own-the-error', text, settings)).toEqual(found);
  });
});

const SLIGHTS: readonly Edge[] = [
  // Contempt and a boast in one sentence are two things, unless one phrase is both.
  [
    'The floor nurses panic at every number, and I have never needed a babysitter.',
    [
      ['slight', 'The floor nurses panic at every number'],
      ['boast', 'and I have never needed a babysitter'],
    ],
  ],
  [
    'I read films better than most lazy attendings.',
    [['boast', 'I read films better than most lazy attendings']],
  ],
  // Somebody else's words.
  ['A sign in the lounge read "internists talk for hours and decide nothing" in red ink.', []],
  ['A sign in the lounge read \u201Cinternists talk for hours and decide nothing\u201D in red ink.', []],
  [
    'A sign in the lounge read "quiet please" where internists talk for hours and decide nothing.',
    [['slight', 'where internists talk for hours and decide nothing']],
  ],
  [
    'We made a 5" cut. Internists talk for hours and decide nothing.',
    [['slight', 'Internists talk for hours and decide nothing']],
  ],
  // A word that is turned round.
  ['To me they were not frequent flyers.', []],
  ["To me they weren't frequent flyers.", []],
  ['To me they weren\u2019t frequent flyers.', []],
  ['There are no frequent flyers in my notes.', []],
  ['I did not like the frequent flyers.', [['slight', 'I did not like the frequent flyers']]],
  ['At no time frequent flyers came by.', [['slight', 'At no time frequent flyers came by']]],
  [
    'Not internists talk for hours and decide nothing.',
    [['slight', 'Not internists talk for hours and decide nothing']],
  ],
  // The writer among them.
  ['The internists and I talk for hours and decide nothing.', []],
  ['With the internists we talk for hours and decide nothing.', []],
  // Parts of one remark, and two remarks.
  [
    'Internists talk for hours and decide nothing, the floor nurses panic at every number, and the clerks could not schedule their own lunch.',
    [
      [
        'slight',
        'Internists talk for hours and decide nothing, the floor nurses panic at every number, and the clerks could not schedule their own lunch',
      ],
    ],
  ],
  [
    'Internists talk for hours and decide nothing, I saw, and the floor nurses panic at every number, and the clerks could not schedule their own lunch.',
    [
      ['slight', 'Internists talk for hours and decide nothing'],
      ['slight', 'the floor nurses panic at every number, and the clerks could not schedule their own lunch'],
    ],
  ],
  [
    'Internists talk for hours and decide nothing; the floor nurses panic at every number.',
    [
      ['slight', 'Internists talk for hours and decide nothing'],
      ['slight', 'the floor nurses panic at every number'],
    ],
  ],
];

describe('no-dismissive-language at its edges', () => {
  it.each(SLIGHTS)('judges %j', (text, found, settings) => {
    expect(foundIn('no-dismissive-language', text, settings)).toEqual(found);
  });
});
