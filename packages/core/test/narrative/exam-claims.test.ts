import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { readExamClaims } from '../../src/narrative/exam-claims.ts';

/** Each claim as what it says, of which exam, and in which words. */
function read(text: string): string[] {
  const document = parseDocument(text, { format: 'text' });
  return readExamClaims(document, analyse(document)).map(
    ({ type, count, exam = 'no exam', named, start, end }) =>
      `${type} ${count} ${exam}${named ? '' : ', named before'}: ${text.slice(start, end)}`,
  );
}

/** So long that its beginning lies out of reach. */
const WINTER =
  'the long grey winter when the buses ran late and the library closed early and the old house was cold and the river froze and the shops ran out of bread and salt and candles';

describe('a number of attempts', () => {
  it.each([
    ['I passed Step 1 within two attempts.', 'sittings 2 usmle-step-1: two attempts'],
    ['I passed Step 1 with only two attempts.', 'sittings 2 usmle-step-1: two attempts'],
    ['It took us two attempts to pass Step 1.', 'sittings 2 usmle-step-1: two attempts'],
    ['Passing Step 1 took two attempts.', 'sittings 2 usmle-step-1: two attempts'],
    ['I needed just two attempts at Step 1.', 'sittings 2 usmle-step-1: two attempts'],
    ['I needed only two attempts at Step 1.', 'sittings 2 usmle-step-1: two attempts'],
    ['I passed Step 1 on two attempts.', 'sittings 2 usmle-step-1: two attempts'],
    ['I passed Step 1 in just three sittings.', 'sittings 3 usmle-step-1: three sittings'],
    ['I passed Step 1 in a single attempt.', 'passed-at 1 usmle-step-1: single attempt'],
    ['I attempted Step 1 three times.', 'sittings 3 usmle-step-1: attempted Step 1 three times'],
    ["I didn't get Step 1 till my third go.", "passed-at 3 usmle-step-1: didn't get Step 1 till my third go"],
    ['I failed Step 1 two times.', 'fails 2 usmle-step-1: two times'],
    ['I did not pass Step 1 three times.', 'fails 3 usmle-step-1: three times'],
    ['Failing Step 1 two times taught me to ask.', 'fails 2 usmle-step-1: two times'],
    ['Another two failed attempts at Step 1 followed.', 'fails 2 usmle-step-1: two failed attempts'],
    ['One failed attempt at Step 1 taught me.', 'fails 1 usmle-step-1: One failed attempt'],
    ['After two fails of Step 1 I changed my days.', 'fails 2 usmle-step-1: two fails'],
    ['My last two attempts at Step 1 were not successful.', 'fails 2 usmle-step-1: two attempts'],
    ['My first two attempts at Step 1 were fails.', 'fails 2 usmle-step-1: two attempts'],
    ['My last two attempts at Step 1 failed.', 'fails 2 usmle-step-1: two attempts'],
    ['My two attempts at Step 1 were all unsuccessful.', 'fails 2 usmle-step-1: two attempts'],
    ['My two attempts at Step 1 were unsuccessful.', 'fails 2 usmle-step-1: two attempts'],
    ['I had one prior attempt at Step 1.', 'fails 1 usmle-step-1: one prior attempt'],
    ['I had two previous attempts at Step 1.', 'either 2 usmle-step-1: two previous attempts'],
    ['I had two earlier attempts at Step 1.', 'either 2 usmle-step-1: two earlier attempts'],
    ['I passed Step 1 after only two attempts.', 'either 2 usmle-step-1: two attempts'],
    ['I passed Step 1 after just one attempt.', 'fails 1 usmle-step-1: one attempt'],
    ['One of my two attempts at Step 1 was a fail.', 'fails 1 usmle-step-1: One of my two attempts'],
    [`In ${WINTER} I needed two attempts at Step 1.`, 'sittings 2 usmle-step-1: two attempts'],
    [
      `I passed Step 1 after two attempts in ${WINTER} and more attempts were unsuccessful.`,
      'either 2 usmle-step-1: two attempts',
    ],
  ])('%s', (text, claim) => {
    expect(read(text)).toEqual([claim]);
  });

  it.each([
    ['of attempts that are to come', 'I passed Step 1 in two further attempts.'],
    ['of attempts that are allowed', 'I was allowed another two attempts at Step 1.'],
    ['of attempts that are left', 'Step 1 left me only two attempts.'],
    ['of attempts without an outcome', 'My two attempts at Step 1 came and went.'],
    ['of the last ones without an outcome', 'My last two attempts at Step 1 went by quickly.'],
    ['of those spoken of before', 'These two attempts at Step 1 taught me patience.'],
    ['of those spoken of, be they counted', 'After these two attempts at Step 1 I rested.'],
    ['of the part of them that passed', 'One of my two attempts at Step 1 was a pass.'],
    ['of how often a book was read', 'I read Step 1 books three times.'],
    ['of what was taken to another sentence', 'I sat with a book on Step 1; three times I dozed off.'],
  ])('is nothing %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the attempt of a number', () => {
  it.each([
    [
      'My first attempt at Step 1 was not a pass.',
      'failed-at 1 usmle-step-1: first attempt at Step 1 was not a pass',
    ],
    [
      'My first attempt at Step 1 ended without success.',
      'failed-at 1 usmle-step-1: first attempt at Step 1 ended without success',
    ],
    ['My second attempt at Step 1 was a 231.', 'passed-at 2 usmle-step-1: second attempt'],
    ['On Step 1 my second attempt gave me 231.', 'passed-at 2 usmle-step-1: second attempt'],
    ['I cleared Step 1, and on the third.', 'passed-at 3 usmle-step-1: cleared Step 1, and on the third'],
    ['I passed Step 1; on the second.', 'passed-at 2 usmle-step-1: on the second'],
    ['I failed Step 1, and on the second.', 'failed-at 2 usmle-step-1: failed Step 1, and on the second'],
    [
      'I failed Step 1. On the second try it went well.',
      'passed-at 2 usmle-step-1, named before: second try it went well',
    ],
    [
      'I failed and then passed Step 1 on the second attempt.',
      'passed-at 2 usmle-step-1: passed Step 1 on the second attempt',
    ],
    ['I required a second attempt at Step 1.', 'passed-at 2 usmle-step-1: second attempt'],
    ['Step 1 took me a third attempt.', 'passed-at 3 usmle-step-1: third attempt'],
    ['I failed Step 1, and on my second attempt I scored 231.', 'passed-at 2 usmle-step-1: second attempt'],
    ['I failed Step 1, but on my second attempt, earned a 231.', 'passed-at 2 usmle-step-1: second attempt'],
    [
      'I failed Step 1 on my second attempt, scored 203 there, and stopped.',
      'failed-at 2 usmle-step-1: failed Step 1 on my second attempt',
    ],
    ['I failed Step 1 with a 203 on my second attempt.', 'passed-at 2 usmle-step-1: second attempt'],
    [
      `In ${WINTER} I passed Step 1 on my second attempt.`,
      'passed-at 2 usmle-step-1: passed Step 1 on my second attempt',
    ],
    [`In ${WINTER} I had a second attempt at Step 1 with a 231.`, 'passed-at 2 usmle-step-1: second attempt'],
    ['You will see that I failed Step 1 twice.', 'fails 2 usmle-step-1: failed Step 1 twice'],
  ])('%s', (text, claim) => {
    expect(read(text)).toEqual([claim]);
  });

  it.each([
    ['of a first one that was needed', 'I needed my first attempt at Step 1 to learn.'],
    ['of a first one that was taken', 'Step 1 took me a first attempt.'],
    ['where the outcome is too far away', `I passed Step 1 in ${WINTER} and then came my second attempt.`],
    [
      'where what was needed is too far away',
      `I needed a map in ${WINTER} and then came my second attempt at Step 1.`,
    ],
    ['without an outcome', 'I wrote Step 1 in May, on the second.'],
    ['of another time', 'We celebrated Step 1, and on the second.'],
  ])('is nothing %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('has the outcome that is nearest to it', () => {
    expect(read('I failed Step 1 on my first attempt and passed it on my second attempt.')).toEqual([
      'failed-at 1 usmle-step-1: failed Step 1 on my first attempt',
      'passed-at 2 usmle-step-1: passed it on my second attempt',
    ]);
    expect(read('On the second attempt a pass, on the first attempt a fail of Step 1.')).toEqual([
      'passed-at 2 usmle-step-1: second attempt a pass',
      'failed-at 1 usmle-step-1: first attempt a fail',
    ]);
  });
});

describe('an exam that is not yet passed', () => {
  it.each([
    [
      'I failed Step 1. I have not yet passed it, and Level 2 is ahead.',
      'not-passed 0 usmle-step-1, named before: have not yet passed',
    ],
    [
      'I have not yet passed Step 3, although I sat Step 2 CK.',
      'not-passed 0 usmle-step-3: have not yet passed',
    ],
    [
      'After Step 1 went badly, I am still awaiting Step 2 CK.',
      'not-passed 0 usmle-step-2-ck: am still awaiting',
    ],
    ['I liked Step 3. I read for Step 1, and I am awaiting it.', 'not-passed 0 usmle-step-1: am awaiting'],
  ])('%s', (text, claim) => {
    expect(read(text)).toEqual([claim]);
  });
});
