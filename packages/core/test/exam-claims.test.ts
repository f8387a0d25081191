import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { readExamClaims } from '../src/narrative/exam-claims.ts';

/** Each claim as what it says, of which exam, and in which words. */
function read(text: string): string[] {
  const document = parseDocument(text, { format: 'text' });
  return readExamClaims(document, analyse(document)).map(
    ({ type, count, exam = 'no exam', named, start, end }) =>
      `${type} ${count} ${exam}${named ? '' : ', named before'}: ${text.slice(start, end)}`,
  );
}

describe('what a draft says of sittings', () => {
  it.each([
    'I passed Step 1 on my second attempt.',
    'I failed Step 1. I passed on my third try.',
    'I failed Step 1 twice.',
    'I failed Step 1 three times.',
    'Level 1 twice refused me.',
    'I took Step 2 CK three times.',
    'I sat Step 1 twice.',
    'My record shows two failed attempts at Step 1.',
    'My first two failures at Step 1 taught me.',
    'My transcript shows two prior attempts at Step 1.',
    'I passed Step 1 after two attempts.',
    'I passed Step 1 after one attempt.',
    'With my tutor I passed Step 1 on my second attempt.',
    'It took me three attempts to pass Step 1.',
    'I passed Step 1 in one attempt.',
    'I passed Step 1 in three attempts.',
    'My two attempts at Step 1 were both unsuccessful.',
    'My first two attempts at Step 1 were unsuccessful.',
    'My first two attempts at Step 1 taught me to ask.',
    'Two of my three attempts at Step 1 ended in a fail.',
    'I needed a third attempt at Step 1.',
    'I passed Step 1, and on the second.',
    'A fail on Step 1, and then a 231 on the second go.',
    'I failed Step 1 on attempt number 2.',
    'I never failed a licensing exam.',
    'I passed all my boards on the first attempt.',
    'I have not yet passed Step 3.',
    'I am awaiting Step 3.',
    'I never failed to ask, and I never missed an exam.',
  ])('%s', (text) => {
    expect(read(text)).toMatchSnapshot();
  });

  it.each([
    ['of attempts that are still to come', 'I will pass Step 1 on my second attempt.'],
    ['of more attempts', 'I was given two more attempts at Step 1.'],
    ['of practice', 'I sat two practice attempts at Step 1.'],
    ['of others', 'She passed Step 1 on her second attempt.'],
    ["of somebody who is the writer's", 'My roommate passed Step 1 on her second attempt.'],
    ['of the best of friends', 'My best friend passed Step 1 on the first attempt.'],
    ['of a number that is that of the exam', 'I read about Step 1 fails.'],
    ['of times that count something else', 'Step 1 was on my mind three times a day.'],
    ['of a first time without an outcome', 'For the first time I read about Step 1.'],
  ])('is nothing %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
