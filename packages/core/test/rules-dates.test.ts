import { describe, expect, it } from 'vitest';
import { type Edge, foundIn } from './found.ts';

const CASES: readonly Edge[] = [
  // What is said to have come after what was told before it.
  [
    'I failed Step 1 in June 2021. Two months after that, in March 2020, I failed Step 2 CK.',
    [['order', 'March 2020, I failed']],
  ],
  ['I failed Step 1 in June 2021. In March 2020 I failed Step 2 CK.', []],
  ['I failed Step 1 in June 2021. Two months after that, in June 2021, I failed Step 2 CK.', []],
  ['I failed Step 1 in June 2021. Two months after that, in July 2021, I failed Step 2 CK.', []],
  ['I failed Step 1 in June 2021.\n\nTwo months after that, in March 2020, I failed Step 2 CK.', []],
  ['Two months after that, in March 2020, I failed Step 2 CK. I failed Step 1 in June 2021.', []],
  [
    'I failed Step 1 in June 2021. Two months after that, in March 2020, I retook it.',
    [['order', 'March 2020, I retook']],
  ],
  // A stretch that ends before it begins says nothing of what came before or after it.
  [
    'I was on leave from October 2021 until March 2020. Two months later, in January 2020, I failed Step 1.',
    [['backwards', 'on leave from October 2021 until March 2020']],
  ],
  [
    'I was on leave from October 2021 until March 2020. I returned to school in January 2020.',
    [['backwards', 'on leave from October 2021 until March 2020']],
  ],
  [
    'I failed Step 1 in June 2022. I retook it from March 2021 until January 2021.',
    [['backwards', 'retook it from March 2021 until January 2021']],
  ],
  ['I was on leave from March 2020 until March 2020.', []],
  ['I failed Step 1 on June 3, 2021.', []],
  // A pass and a fail: of one exam, and by name where the pass is told first.
  ['I passed in March 2021. I failed Step 1 in June 2022.', []],
  ['I passed Step 1 in March 2021. I failed Step 1 in June 2022.', [['order', 'failed Step 1 in June 2022']]],
  ['I failed Step 1 in June 2022. I passed in March 2021.', [['order', 'passed in March 2021']]],
  ['I failed Step 1 in June 2022. I retook Step 2 CK in March 2021.', []],
  ['I failed Step 1 in June 2022 and retook it in June 2022.', []],
  [
    'I failed Step 1 in 2022. I retook it in June 2021 and passed it in May 2021.',
    [
      ['order', 'retook it in June 2021'],
      ['order', 'passed it in May 2021'],
    ],
  ],
  [
    'After I retook Step 1 in March 2021, I slept. I failed Step 1 in June 2022.',
    [['order', 'failed Step 1 in June 2022']],
  ],
  // A return, and the leave it ends.
  ['I returned to school in March 2021. I was on leave in June 2022.', []],
  [
    'I like boats.\n\nI was on leave in June 2022.\n\nI returned to school in March 2021.',
    [['order', 'returned to school in March 2021']],
  ],
  ['I was on leave in June 2022.\n\nI like boats.\n\nI returned to school in March 2021.', []],
  [
    'I was on leave in June 2020. I was on leave in June 2022. I returned to school in March 2021.',
    [['order', 'returned to school in March 2021']],
  ],
  ['I was on leave in June 2022. I was on leave in June 2020. I returned to school in March 2021.', []],
  [
    'I was on leave in June 2022. I returned to school in March 2021. I was on leave in June 2020.',
    [['order', 'returned to school in March 2021']],
  ],
  [
    'I was on leave in June 2022. I failed Step 1 in January 2021. I returned to school in March 2021.',
    [['order', 'returned to school in March 2021']],
  ],
  [
    'I failed Step 1 in June 2022. I returned to school in March 2021.',
    [['order', 'returned to school in March 2021']],
  ],
  ['I failed Step 1 in June 2022. I returned to school in March 2021. I was on leave in June 2020.', []],
  [
    'I was on leave from June 2020 until May 2022. I returned to school in March 2021.',
    [['leave', 'returned to school in March 2021']],
  ],
  ['I was on leave from June 2020 until May 2022. I returned to school in May 2022.', []],
  ['I was on leave in 2022. I returned to school in May 2022.', []],
  ['I failed Step 1 between June 2020 and May 2022. I retook it in March 2021.', []],
  // School, the degree, and an internship that may come a year before it.
  [
    'I matriculated in 2019. I graduated from medical school in 2018.',
    [['order', 'graduated from medical school in 2018']],
  ],
  ['I matriculated in 2019. I graduated from medical school in 2019.', []],
  [
    'As a third-year medical student in 2019 I was sick. I graduated from medical school in 2018.',
    [['order', 'graduated from medical school in 2018']],
  ],
  ['I graduated from medical school in June 2017. In June 2016 I completed my internship.', []],
  [
    'I graduated from medical school in June 2017. In May 2016 I completed my internship.',
    [['order', 'May 2016 I completed my internship']],
  ],
  ['I graduated from medical school in January 2017. In January 2016 I completed my internship.', []],
  ['I graduated from medical school in December 2017. In December 2016 I completed my internship.', []],
  [
    'I graduated from medical school on June 9, 2017. On June 5, 2016 I completed my internship.',
    [['order', 'June 5, 2016 I completed my internship']],
  ],
  [
    'I graduated from medical school in January 2017. In December 2015 I completed my internship.',
    [['order', 'December 2015 I completed my internship']],
  ],
  [
    'I graduated from medical school in June 2017. I practiced medicine from May 2014 until June 2018.',
    [['order', 'practiced medicine from May 2014 until June 2018']],
  ],
];

describe('the order of dated events', () => {
  it.each(CASES)('is judged in %j', (text, found) => {
    expect(foundIn('consistent-dates', text)).toEqual(found);
  });
});
