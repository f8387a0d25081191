import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { readExamClaims } from '../../src/narrative/exam-claims.ts';

/** Each claim as what it says, of which exam, and in which words; a pass that is told alone is read apart. */
function read(text: string): string[] {
  return claims(text).filter((claim) => !claim.startsWith('passed 0'));
}

function claims(text: string): string[] {
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

describe('an attempt whose outcome stands in another clause', () => {
  it.each([
    [
      'I did not pass Step 1 until the second attempt.',
      'passed-at 2 usmle-step-1: not pass Step 1 until the second attempt',
    ],
    [
      "I didn't pass Step 1 until I sat it a second time.",
      "passed-at 2 usmle-step-1: didn't pass Step 1 until I sat it a second time",
    ],
    [
      'Step 1 was not passed before the second sitting.',
      'passed-at 2 usmle-step-1: not passed before the second sitting',
    ],
    [
      'I was not able to pass Step 1 until the second try.',
      'passed-at 2 usmle-step-1: not able to pass Step 1 until the second try',
    ],
    [
      'I passed Step 1. On my first attempt, I failed Step 2 CK.',
      'failed-at 1 usmle-step-2-ck: first attempt, I failed',
    ],
    [
      'After Step 1 came easily, on my first attempt I failed Step 2 CK.',
      'failed-at 1 usmle-step-2-ck: first attempt I failed',
    ],
    [
      'I scored 205 on my first attempt at Step 2 CK, which was a fail.',
      'failed-at 1 usmle-step-2-ck: first attempt at Step 2 CK, which was a fail',
    ],
    ['When I took Step 1 for the third time, I passed.', 'passed-at 3 usmle-step-1: third time, I passed'],
    ['I sat Step 1 a second time and passed.', 'passed-at 2 usmle-step-1: second time and passed'],
    ['I took Step 1 once and passed it.', 'sittings 1 usmle-step-1: took Step 1 once'],
    ['I failed Step 1 not once but twice.', 'fails 2 usmle-step-1: failed Step 1 not once but twice'],
    ['It took me two more tries to pass Step 1.', 'more 2 usmle-step-1: two more tries'],
    ['My transcript shows three attempts at Step 1.', 'sittings 3 usmle-step-1: three attempts'],
    ['I have two Step 1 failures.', 'fails 2 usmle-step-1: two Step 1 failures'],
    [
      'I failed Step 1 in 2019 and again in 2020.',
      'failed-at 2 usmle-step-1: failed Step 1 in 2019 and again in',
    ],
    [
      'I did not reach a passing score on my first attempt at Step 1.',
      expect.stringMatching(/^failed-at 1 /),
    ],
  ])('%s', (text, claim) => {
    expect(read(text)).toEqual([claim]);
  });

  it('is that of each of two exams which are named together', () => {
    expect(read('I passed Step 1 and Step 2 CK on the first attempt.')).toEqual([
      'passed-at 1 usmle-step-2-ck: passed Step 1 and Step 2 CK on the first attempt',
      'passed-at 1 usmle-step-1: passed Step 1 and Step 2 CK on the first attempt',
    ]);
    expect(read('I passed Step 1 in 2022 and Step 2 CK on the first attempt.')).toEqual([
      'passed-at 1 usmle-step-2-ck: passed Step 1 in 2022 and Step 2 CK on the first attempt',
    ]);
  });

  it.each([
    'I got a 205 on my first attempt at Step 2 CK.',
    'Having passed Step 1 in May, I look back on my first attempt.',
    'I passed Step 1 and for the first time in a year slept.',
    'For the first time I passed a block of Step 1 questions.',
    'I passed my first Step 1 practice exam on the second try.',
    'I failed Step 1. My first two attempts at a schedule failed.',
    'I failed Step 1. It took me two tries to say it to my mother.',
    'I failed Step 1. I took the bus three times a day.',
    'I failed Step 1. I took the practice exam three times.',
    'I failed Step 1. I took it twice as seriously after that.',
    'I failed Step 1. I missed the vein twice.',
    'I failed Step 1, but I passed the language exam on my second attempt.',
    'I failed Step 1. My state requires that Step 1 be passed within three attempts.',
  ])('is none in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a sitting of somebody else', () => {
  it.each([
    'My partner passed Step 1 on the first attempt.',
    'My brothers passed Step 1 on the first attempt.',
    'All of my classmates passed Step 1 on the first attempt.',
    'My brilliant roommate passed Step 1 on the first attempt.',
    'My study partner, Ana, passed Step 1 on the first attempt.',
    'My cohort passed Step 1 on the first try.',
    'Six students I tutored have since passed Step 1 on the first attempt.',
    'Of the nine I coached, eight passed Step 1 on the first attempt.',
    'Three of my four roommates passed Step 1 on the first attempt.',
    'Ninety-four percent of first-time takers passed Step 1 on the first attempt.',
    'Over ninety percent pass Step 1 on the first attempt.',
    'Nine in ten pass Step 1 on the first attempt.',
    'Rahul, two years ahead of me, had failed Step 1 twice.',
    'Dr. Oduya failed Step 1 twice and is chair today.',
    'My mentor told me she had failed Step 1 three times.',
    'Now I tutor people who failed Step 1 twice.',
    'I found a classmate that had failed Step 1 twice.',
    'Many international graduates need three attempts at Step 1.',
    "My roommate's second attempt at Step 1 was a fail.",
    'My fiancée passed Step 1 on her third attempt.',
  ])('is nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['With the help of my tutor I passed Step 1 on my second attempt.', 'passed-at 2 usmle-step-1'],
    ['My tutor sat with me each week, and I passed Step 1 on my second attempt.', 'passed-at 2 usmle-step-1'],
    ['I hired a tutor and passed Step 1 on my second attempt.', 'passed-at 2 usmle-step-1'],
    [
      'Thanks to a classmate who quizzed me, I passed Step 1 on my second attempt.',
      'passed-at 2 usmle-step-1',
    ],
    ['With the notes from my sister, my second attempt at Step 1 was a pass.', 'passed-at 2 usmle-step-1'],
    ['As someone who failed Step 1 twice, I know the letter by heart.', 'fails 2 usmle-step-1'],
    ['I, who failed Step 1 twice, teach it today.', 'fails 2 usmle-step-1'],
    ['As a student I failed Step 1 twice.', 'fails 2 usmle-step-1'],
  ])('is not: %s', (text, claim) => {
    expect(read(text)).toEqual([expect.stringContaining(claim)]);
  });
});

describe('what was hoped or believed of a sitting', () => {
  it.each([
    'I wish I had passed Step 1 on the first attempt.',
    'Had I passed Step 1 on the first attempt, all would be plain.',
    'I was sure that I had passed Step 1 on the first attempt.',
    'I was supposed to pass Step 1 on the first attempt.',
    'It is harder to pass Step 1 on the second attempt than on the first.',
  ])('is nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is told where it was done', () => {
    expect(read('I was able to pass Step 1 on my second attempt.')).toEqual([
      'passed-at 2 usmle-step-1: pass Step 1 on my second attempt',
    ]);
  });
});

describe('an applicant who never failed', () => {
  it.each([
    'I had never failed an exam before.',
    'Before Step 1 I had never failed an exam.',
    'I had never failed an exam until I failed Step 1.',
    'I never failed another exam.',
    'I have never failed a licensing exam apart from Step 1.',
    'I passed all of my board exams on the first attempt except Step 1.',
    'I was the student who never failed an exam, and then came Step 1.',
  ])('is another one: %s', (text) => {
    expect(read(text).filter((claim) => claim.startsWith('never'))).toEqual([]);
  });

  it.each([
    'I have never failed a licensing exam.',
    'I passed each of my boards the first time I sat for it.',
  ])('says: %s', (text) => {
    expect(read(text)).toEqual([expect.stringMatching(/^never-failed/)]);
  });
});

describe('a pass that is told alone', () => {
  it.each([
    ['I passed Step 1; then I slept.', 'passed 0 usmle-step-1: I passed Step 1'],
    ['I failed Level 1 and then passed it.', 'passed 0 comlex-level-1: then passed it'],
  ])('is one: %s', (text, claim) => {
    expect(claims(text)).toContain(claim);
  });

  it.each([
    'Once I have passed Step 1 I will rest.',
    'I dreamed that I passed Step 1.',
    'My brother passed Step 1.',
    'I failed Step 1, took a driving test and passed it.',
  ])('is none in: %s', (text) => {
    expect(claims(text).filter((claim) => claim.startsWith('passed 0'))).toEqual([]);
  });
});
