import { describe, expect, it } from 'vitest';
import { type Edge, foundIn, messagesOf } from './found.ts';

const SCORES = 'plausible-scores';

const CASES: readonly Edge[] = [
  // The least and the most that an exam gives, and what is rare between them.
  ['[[evidence|I scored 301 on Step 2 CK.]]', [['range', 'scored 301']]],
  ['[[evidence|I scored 300 on Step 2 CK.]]', [['unusual', 'scored 300']]],
  ['[[evidence|I scored 286 on Step 2 CK.]]', [['unusual', 'scored 286']]],
  ['[[evidence|I scored 285 on Step 2 CK.]]', []],
  ['[[evidence|I scored 150 on Step 2 CK.]]', []],
  ['[[evidence|I scored 149 on Step 2 CK.]]', [['unusual', 'scored 149']]],
  ['[[evidence|I had failed Step 2 CK. In May I scored 149.]]', []],
  ['[[evidence|I had failed Step 2 CK. In May I scored 312.]]', []],
  ['[[evidence|I had failed Step 2 CK. In May I scored 312, and Step 3 came next.]]', []],
  ['[[setback|On the day of Step 2 CK the clock over the door of the quiet room stood at 312.]]', []],
  // The day from which an exam gives no number.
  ['[[evidence|My Step 1 was a 220 on January 25, 2022.]]', []],
  ['[[evidence|My Step 1 was a 220 on January 26, 2022.]]', [['passFail', '220']]],
  ['[[evidence|My Step 1 was a 220 in January 2022.]]', []],
  ['[[evidence|My Level 1 was a 400 in June 2022.]]', [['passFail', '400']]],
  ['[[evidence|I had failed Step 1 in 2022. In May 2023 I scored 220.]]', [['passFail', 'scored 220']]],
  // The passing score of a date, of a year with two of them, and of an unknown year.
  ['[[setback|In June 2025 I failed Step 2 CK with a 216.]]', [['failed', '216']]],
  ['[[setback|In June 2025 I failed Step 2 CK with a 213.]]', []],
  ['[[setback|In July 2025 I failed Step 2 CK with a 217.]]', []],
  ['[[setback|In July 2025 I failed Step 2 CK with a 218.]]', [['failed', '218']]],
  ['[[setback|In 2025 I failed Step 2 CK with a 217.]]', []],
  ['[[evidence|In 2025 I passed Step 2 CK with a 214.]]', []],
  ['[[evidence|In 2025 I passed Step 2 CK with a 213.]]', [['passed', 'passed Step 2 CK with a 213']]],
  ['[[setback|I failed Step 2 CK with a 217.]]', []],
  ['[[setback|I failed Step 2 CK with a 218.]]', [['failed', '218']]],
  ['[[evidence|I passed Step 2 CK with a 196.]]', []],
  ['[[evidence|I passed Step 2 CK with a 195.]]', [['passed', 'passed Step 2 CK with a 195']]],
  ['[[setback|On July 1, 2025 I failed Step 2 CK with a 218.]]', [['failed', '218']]],
  [
    '[[evidence|On July 1, 2025 I passed Step 2 CK with a 216.]]',
    [['passed', 'passed Step 2 CK with a 216']],
  ],
  ['[[evidence|I passed Level 1 with a 320.]]', []],
  ['[[setback|I failed Level 1 with a 390.]]', []],
  ['[[evidence|In 2009 I passed Step 2 CK with a 185.]]', []],
  // A sentence of two dates gives none, and the clause of the score is asked before its sentence.
  ['[[setback|In May 2021 I failed Step 1, and in May 2023 my Step 1 was a 220.]]', [['passFail', '220']]],
  [
    '[[setback|In May 2021 my Step 1 was a 220, and in May 2023 my Level 1 was a 420.]]',
    [['passFail', '420']],
  ],
  ['[[setback|My Step 1 was a 220 in May 2021 or May 2023.]]', []],
  [
    '[[setback|The August 2025 sitting of my May 2024 plan was a fail of Step 2 CK with a 216.]]',
    [],
    { profile: { setbacks: [{ what: 'usmle-step-2-ck', date: '2023' }] } },
  ],
  ['[[evidence|My Step 1 was a 220. In May 2023 I passed Level 1.]]', []],
  // What the words beside a score say of it.
  ['[[setback|My Step 2 CK was a 230, a fail.]]', [['failed', '230']]],
  ['[[setback|My Step 2 CK was a 230, which was a fail.]]', [['failed', '230']]],
  ['[[setback|My Step 2 CK was a 230, that was failing.]]', [['failed', '230']]],
  ['[[setback|My Step 2 CK was a 230, not a pass.]]', [['failed', '230']]],
  ['[[setback|My Step 2 CK was a 230 below passing.]]', [['failed', '230']]],
  ['[[evidence|My Step 2 CK was a 230, and my Level 1 was a fail.]]', []],
  ['[[setback|I did not pass Step 2 CK with a 230.]]', [['failed', '230']]],
  ["[[setback|I didn't pass Step 2 CK with a 230.]]", [['failed', '230']]],
  ['[[setback|I was unsuccessful at Step 2 CK with a 230.]]', [['failed', '230']]],
  ['[[evidence|I cleared Step 2 CK with a 190.]]', [['passed', '190']]],
  ['[[evidence|I passed Step 2 CK not with a 190.]]', []],
  ['[[evidence|I never passed Step 2 CK with a 190.]]', []],
  ['[[setback|I did not sleep and failed Step 2 CK with a 230.]]', [['failed', '230']]],
  ['[[setback|I failed Step 1 and my Step 2 CK was a 230.]]', []],
  ['[[setback|I failed Step 2 CK, then scored 230.]]', []],
  ['[[setback|I failed Step 2 CK; my score was 230.]]', []],
];

describe('the score of an exam', () => {
  it.each(CASES)('is looked up in %j', (text, found, settings) => {
    expect(foundIn(SCORES, text, settings)).toEqual(found);
  });

  it.each([
    ['2023', true],
    ['2025', false],
    ['2025-06', true],
    ['2025-07', false],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('of a fail that its profile dates %s has the passing score of that time', (date, isWrong) => {
    const found = foundIn(SCORES, '[[setback|I failed Step 2 CK with a 216.]]', {
      profile: { setbacks: [{ what: 'usmle-step-2-ck', date }] },
    });
    expect(found).toEqual(isWrong ? [['failed', '216']] : []);
  });

  it('is not dated by the fail of another exam, nor a pass by a fail', () => {
    const date = '2023';
    expect(
      foundIn(SCORES, '[[setback|I failed Step 2 CK with a 216.]]', {
        profile: { setbacks: [{ what: 'usmle-step-3', date }] },
      }),
    ).toEqual([]);
    expect(
      foundIn(SCORES, '[[evidence|I passed Step 1 with a 216.]]', {
        profile: { setbacks: [{ what: 'usmle-step-1', date }] },
      }),
    ).toEqual([]);
  });

  it('is told with the figures that hold for it', () => {
    const told = (text: string) => messagesOf(SCORES, text).map(({ reason, severity }) => [severity, reason]);
    expect(told('[[evidence|I scored 312 on Step 2 CK.]]')).toEqual([
      ['error', 'You write "scored 312", and Step 2 CK gives scores from 1 to 300.'],
    ]);
    expect(told('[[evidence|My Level 1 was a 400 in June 2022.]]')).toEqual([
      [
        'error',
        'You write "400", and since 2022-05-10 COMLEX Level 1 has been pass or fail and gives no number.',
      ],
    ]);
    expect(told('[[evidence|My Step 3 score was 292.]]')).toEqual([
      ['suggestion', 'You write "score was 292", and a score like that is rare for Step 3.'],
    ]);
    expect(told('[[setback|I failed Step 2 CK with a 218.]]')).toEqual([
      [
        'error',
        'You write "218" of a fail, and the passing score of Step 2 CK in any year was 218, so this would have been a pass.',
      ],
    ]);
  });
});
