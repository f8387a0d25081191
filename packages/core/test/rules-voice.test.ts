import { describe, expect, it } from 'vitest';
import { type Edge, foundIn } from './found.ts';

const CASES: Readonly<Record<string, readonly Edge[]>> = {
  'no-melodrama': [
    // A hope and its ruin are one phrase while few words stand between them, in this order.
    [
      '[[setback|I failed Step 1, and everything I had so carefully built up in years fell apart.]]',
      [['phrase', 'everything I had so carefully built up in years fell apart']],
    ],
    [
      '[[setback|I failed Step 1, and everything I had put on the shelf over those years in the flat fell apart.]]',
      [],
    ],
    // An image of ruin reaches further.
    [
      '[[setback|I failed Step 1, and everything I had so carefully built up over those years fell apart.]]',
      [['phrase', 'everything I had so carefully built up over those years fell apart']],
    ],
    ['[[setback|I failed Step 1, and my plans fell apart while everything I had stayed.]]', []],
    // Whose tears they are.
    ['[[setback|I failed Step 1.]] She sat on the bed and cried for hours.', []],
    [
      '[[setback|I failed Step 1.]] She called me while I cried for hours.',
      [['phrase', 'She called me while I cried for hours']],
    ],
    [
      '[[setback|I failed Step 1.]] That week there was crying for hours in the house.',
      [['phrase', 'That week there was crying for hours in the house']],
    ],
    [
      '[[setback|I failed Step 1.]] Crying for hours is what her mother did.',
      [['phrase', 'Crying for hours is what her mother did']],
    ],
    // Strong words that meet, and what they are where a patient bleeds.
    [
      '[[setback|I failed Step 1, and the knife of that day tore my heart.]]',
      [['phrase', 'the knife of that day tore my heart']],
    ],
    // Strong words that meet, and what they are where a patient bleeds.
    [
      '[[setback|I failed Step 1, and the winter choked my hope of a quiet spring.]]',
      [['phrase', 'the winter choked my hope of a quiet spring']],
    ],
    ['[[setback|I ordered the wrong dose, and the winter choked my hope of a quiet spring.]]', []],
    ['[[setback|I sat with a woman, and the winter choked my hope of a quiet spring.]]', []],
    ['[[setback|I missed his heart failure, and the winter choked my hope of a quiet spring.]]', []],
    ['My hope of that winter [[setback|choked when I failed Step 1.]]', []],
    // The most of a life.
    [
      '[[setback|I failed Step 1 on the longest, coldest day of my life.]]',
      [['phrase', 'I failed Step 1 on the longest, coldest day of my life']],
    ],
    [
      '[[setback|I had failed. That was the worst week of my whole life, in short.]]',
      [['phrase', 'That was the worst week of my whole life']],
    ],
    ['[[setback|The best day of my life came in June.]]', []],
    // Words that are denied, and words after another denial.
    ['[[setback|I failed Step 1 without tears.]]', []],
    ['[[setback|I did not nap; tears came.]]', [['phrase', 'tears came']]],
    ['[[setback|I failed Step 1 and did not sleep, and tears came.]]', [['phrase', 'tears came']]],
  ],
  'no-self-condemnation': [
    // A verdict that is taken back, in any spelling, and only by words of its own clause.
    ['[[setback|I failed Step 1.]] [[growth|I did not believe that I was a danger to patients.]]', []],
    ["[[setback|I failed Step 1.]] [[growth|I don't think that I was a danger to patients.]]", []],
    ['[[setback|I failed Step 1.]] [[growth|I don\u2019t think that I was a danger to patients.]]', []],
    ["[[setback|I failed Step 1.]] [[growth|I wasn't a fraud.]]", []],
    ['[[setback|I failed Step 1.]] [[growth|I wasn\u2019t a fraud.]]', []],
    [
      '[[setback|I failed Step 1.]] [[setback|I did not sleep, since I was a danger to patients.]]',
      [['verdict', 'since I was a danger to patients']],
    ],
    [
      '[[setback|I failed Step 1.]] [[setback|It was not lost on anybody in the room that I was a danger to patients.]]',
      [['verdict', 'It was not lost on anybody in the room that I was a danger to patients']],
    ],
    [
      "[[setback|I failed Step 1.]] [[setback|Who can't tell left from right is a danger to patients.]]",
      [['verdict', "Who can't tell left from right is a danger to patients"]],
    ],
    [
      '[[setback|I failed Step 1.]] [[setback|Why not? I was a danger to patients.]]',
      [['verdict', 'I was a danger to patients']],
    ],
  ],
  'resolve-each-failure': [
    // One stretch that tells two setbacks is quoted where it names the open one.
    [
      '[[setback|I failed Step 1 in May, and in the winter I failed the pediatrics shelf.]] [[change|For Step 1 I wrote vignettes.]] [[evidence|I passed Step 1 in June.]]',
      [['open', 'and in the winter I failed the pediatrics shelf.']],
    ],
    [
      '[[setback|In the winter I failed the pediatrics shelf, and I failed Step 1 in May.]] [[change|For Step 1 I wrote vignettes.]] [[evidence|I passed Step 1 in June.]]',
      [['open', 'In the winter I failed the pediatrics shelf,']],
    ],
    [
      '[[setback|I failed Step 1 in May.]] [[change|For Step 1 I wrote vignettes.]] [[evidence|I passed Step 1 in June.]] In the winter of that year [[setback|I failed the pediatrics shelf]].',
      [['open', 'I failed the pediatrics shelf']],
    ],
    ['[[setback|I failed Step 1 in the spring of that year.]]', []],
    [
      '[[setback|I failed Step 1.]] [[setback|Two years later I failed Step 2 CK.]] [[change|I hired a tutor for Step 1.]] [[evidence|I passed Step 1 in May.]] In the fall I passed Step 2 CK.',
      [],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s at its edges', (id, cases) => {
  it.each(cases)('judges %j', (text, found, settings) => {
    expect(foundIn(id, text, settings)).toEqual(found);
  });
});
