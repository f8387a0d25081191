import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { readDatedEvents } from '../../src/narrative/dated-events.ts';
import { readScoreClaims } from '../../src/narrative/score-claims.ts';
import { profileSpecialty, readSpecialtyClaims } from '../../src/narrative/specialty-claims.ts';

function parsed(text: string) {
  const document = parseDocument(text, { format: 'text' });
  return { document, language: analyse(document) };
}

describe('dated events', () => {
  const events = (text: string) => {
    const { document, language } = parsed(text);
    return readDatedEvents(document, language).map(
      ({ type, date, topic = 'nothing', named, sequel, start, end }) =>
        `${type} ${date.from} ${topic}${named ? '' : ' before'}${sequel ? ', later' : ''}: ${text.slice(start, end)}`,
    );
  };

  it.each([
    [
      'I failed Step 1 in 2019, 2020.',
      ['failed 2019-01-01 usmle-step-1: failed Step 1 in 2019', 'failed 2020-01-01 usmle-step-1: 2020'],
    ],
    [
      'I failed Step 1 in 2019, then in 2020.',
      ['failed 2019-01-01 usmle-step-1: failed Step 1 in 2019', 'failed 2020-01-01 usmle-step-1: 2020'],
    ],
    [
      'I failed Step 1 in 2019 and 2020.',
      ['failed 2019-01-01 usmle-step-1: failed Step 1 in 2019', 'failed 2020-01-01 usmle-step-1: 2020'],
    ],
    ["I failed Step 1 in May '21.", ["failed 2021-05-01 usmle-step-1: failed Step 1 in May '21"]],
    [
      'I failed Step 1 in May 2020; I passed later.',
      ['failed 2020-05-01 usmle-step-1: failed Step 1 in May 2020'],
    ],
    [
      'Step 1 hurt: in 2019 I failed and in 2020 I passed.',
      ['failed 2019-01-01 usmle-step-1: 2019 I failed', 'passed 2020-01-01 usmle-step-1: 2020 I passed'],
    ],
    [
      'In 2018 after graduating from medical school I rowed.',
      [expect.stringMatching(/^graduated 2018-01-01 nothing before: 2018 after graduating/)],
    ],
    ['I failed Step 1 in May 2021.', ['failed 2021-05-01 usmle-step-1: failed Step 1 in May 2021']],
    ['In May 2021 I failed Step 1.', ['failed 2021-05-01 usmle-step-1: May 2021 I failed']],
    ['In May 2021 I did not pass Step 1.', ['failed 2021-05-01 usmle-step-1: May 2021 I did not pass']],
    ['I retook Step 1 in 2022.', ['retook 2022-01-01 usmle-step-1: retook Step 1 in 2022']],
    [
      'I failed Step 1 in May 2021. I passed in June 2022.',
      [
        'failed 2021-05-01 usmle-step-1: failed Step 1 in May 2021',
        'passed 2022-06-01 usmle-step-1 before: passed in June 2022',
      ],
    ],
    [
      'I failed Step 1 in 2019 and again in 2020.',
      ['failed 2019-01-01 usmle-step-1: failed Step 1 in 2019', 'failed 2020-01-01 usmle-step-1: 2020'],
    ],
    [
      'I passed Step 1 in 2019 and Step 2 CK in 2020.',
      ['passed 2019-01-01 usmle-step-1: passed Step 1 in 2019', 'passed 2020-01-01 usmle-step-2-ck: 2020'],
    ],
    [
      'I took a leave of absence in 2020.',
      ['left 2020-01-01 nothing before: took a leave of absence in 2020'],
    ],
    ['I returned to school in 2021.', ['returned 2021-01-01 nothing before: returned to school in 2021']],
    [
      'I graduated from medical school in 2018.',
      ['graduated 2018-01-01 nothing before: graduated from medical school in 2018'],
    ],
    [
      'I entered medical school in 2014.',
      ['entered 2014-01-01 nothing before: entered medical school in 2014'],
    ],
    [
      'I finished my internship in 2016.',
      ['practised 2016-01-01 nothing before: finished my internship in 2016'],
    ],
    [
      'As a third-year student in 2019 I read alone.',
      ['studied 2019-01-01 nothing before: As a third-year student in 2019'],
    ],
    ['I failed anatomy in 2019.', ['failed 2019-01-01 anatomy: failed anatomy in 2019']],
    ['I failed anatomy that year. In 2020 I passed.', ['passed 2020-01-01 anatomy before: 2020 I passed']],
    [
      'I failed Step 1 in May 2021. Two months later, in July 2021, I passed.',
      [
        'failed 2021-05-01 usmle-step-1: failed Step 1 in May 2021',
        'passed 2021-07-01 usmle-step-1 before, later: July 2021, I passed',
      ],
    ],
    [
      'In June 2021 Step 3 came back as a fail.',
      ['failed 2021-06-01 usmle-step-3: June 2021 Step 3 came back as a fail'],
    ],
  ])('%s', (text, found) => {
    expect(events(text)).toEqual(found);
  });

  it.each([
    ['without a date', 'I failed Step 1 in May.'],
    ['of somebody else', 'My brother failed Step 1 in 2019.'],
    ['of what is to come', 'I will take Step 3 in May 2027.'],
    ['of school before medicine', 'In college I failed chemistry in 2012.'],
    ['where nothing happened', 'In 2019 the winter was long.'],
  ])('are none %s', (_, text) => {
    expect(events(text)).toEqual([]);
  });

  it('are the writer\u2019s own again after a comma', () => {
    expect(events('While my brother slept, I failed Step 1 in 2019.')).toHaveLength(1);
  });
});

describe('scores', () => {
  const scores = (text: string) => {
    const { document, language } = parsed(text);
    return readScoreClaims(document, language).map(
      ({ score, exam = 'no exam', named, passed, number, start, end }) =>
        `${score} ${exam}${named ? '' : ' before'}${passed === undefined ? '' : passed ? ' passed' : ' failed'}: ${text.slice(start, end)}|${text.slice(number.start, number.end)}`,
    );
  };

  it.each([
    ['It was Step 2 CK 244 that mattered.', ['244 usmle-step-2-ck: 244|244']],
    ['The 244 Step 2 CK gave me came late.', ['244 usmle-step-2-ck: 244|244']],
    ['My tutor and I got a 244 on Step 2 CK.', ['244 usmle-step-2-ck: got a 244|244']],
    ['My goal was high, and I scored 244 on Step 2 CK.', ['244 usmle-step-2-ck: scored 244|244']],
    ['I scored 244 on Step 2 CK.', ['244 usmle-step-2-ck: scored 244|244']],
    ['I passed Step 2 CK with a 244.', ['244 usmle-step-2-ck passed: passed Step 2 CK with a 244|244']],
    ['I failed Step 1 with a 189.', ['189 usmle-step-1 failed: 189|189']],
    ['My Step 2 CK was 244.', ['244 usmle-step-2-ck: 244|244']],
    ['Step 2 CK: 244.', ['244 usmle-step-2-ck: 244|244']],
    ['A 244 on Step 2 CK followed.', ['244 usmle-step-2-ck: 244|244']],
    ['I failed Step 1. I then got a 231.', ['231 usmle-step-1 before: got a 231|231']],
    [
      'I failed Level 1 with a 380 and passed it with a 440.',
      ['380 comlex-level-1 failed: 380|380', '440 comlex-level-1 passed: passed it with a 440|440'],
    ],
    ['I did not pass Step 1; it was a 189.', ['189 usmle-step-1 failed: 189|189']],
    ['My tutor and I met. I scored 251 on Step 2 CK.', ['251 usmle-step-2-ck: scored 251|251']],
  ])('%s', (text, found) => {
    expect(scores(text)).toEqual(found);
  });

  it.each([
    ['that stand away from the exam', 'Step 2 CK brought the 244 I framed.'],
    ['of a tutor', 'I heard my tutor got a 244 on Step 2 CK.'],
    ['that were aimed at', 'My goal for Step 2 CK was 250.'],
    ['of practice', 'My practice Step 2 CK score was 231.'],
    ['of somebody else', 'My roommate got a 260 on Step 1.'],
    ['that count hours', 'I passed Step 1 with 240 hours of study.'],
    ['that count questions', 'For Step 1 I got 240 hard questions right.'],
    ['supposed', 'If I scored 250 on Step 2 CK, I would be glad.'],
    ['with a percent sign', 'On Step 1 blocks I got 100%.'],
    ['without any number', 'I scored well on Step 1.'],
    ['that are a line', 'The passing score of Step 1 was 196.'],
    ['that are no result', 'Step 1 had pages up to page 244.'],
  ])('are none %s', (_, text) => {
    expect(scores(text)).toEqual([]);
  });

  it('are told from the writer after somebody else', () => {
    expect(scores('My roommate slept, but I got a 260 on Step 1.')).toHaveLength(1);
  });

  it('are of the exam with scores named before a course', () => {
    expect(scores('I failed Step 1. I passed anatomy. My score was 231.')).toEqual([
      '231 usmle-step-1 before: score was 231|231',
    ]);
  });
});

describe('specialties that a draft is for', () => {
  const claims = (text: string) => {
    const { document } = parsed(text);
    return readSpecialtyClaims(document).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
  };

  it.each([
    ['I am applying to internal medicine.', 'internal-medicine: applying to internal medicine'],
    ['I hope to become a pediatrician.', 'pediatrics: become a pediatrician'],
    ['I seek a residency in psychiatry.', 'psychiatry: residency in psychiatry'],
    ['Your neurology program drew me.', 'neurology: Your neurology program'],
    ['I chose family medicine.', 'family-medicine: chose family medicine'],
    ['Psychiatry is where I belong.', 'psychiatry: Psychiatry is where I belong'],
    ['I am going into general surgery.', /^(?:general-)?surgery: I am going into general surgery$/],
    ['This is why I chose anesthesiology.', 'anesthesiology: chose anesthesiology'],
    [
      'The internist that I hope to become listens.',
      'internal-medicine: The internist that I hope to become',
    ],
    ['My sister sings, and I am applying to psychiatry.', 'psychiatry: applying to psychiatry'],
  ])('%s', (text, found) => {
    expect(claims(text)).toEqual([typeof found === 'string' ? found : expect.stringMatching(found)]);
  });

  it.each([
    ['as somebody was supposed to be', 'I was supposed to become a pediatrician.'],
    ['for research in it', 'I chose psychiatry research that year.'],
    ['for a summer of research in it', 'I chose psychiatry summer research.'],
    ['once', 'I once applied to psychiatry.'],
    ['for somebody else', 'My sister is applying to psychiatry.'],
    ['for a rotation', 'I chose a psychiatry rotation.'],
    ['for a fellowship', 'I hope to enter a neurology fellowship.'],
    ['as a plan of the past', 'I thought I would become a pediatrician.'],
    ['instead of it', 'Instead of applying to psychiatry, I slept.'],
    ['at all', 'I like psychiatry.'],
    ['within a field', 'I am applying to psychiatry-based research.'],
    ['where a specialty is only named', 'Psychiatry was loud at home.'],
  ])('are none %s', (_, text) => {
    expect(claims(text)).toEqual([]);
  });

  it('stand where they are in the draft', () => {
    expect(claims('I sail. I chose psychiatry.')).toEqual(['psychiatry: chose psychiatry']);
  });

  it('are known in a profile by whatever name', () => {
    expect(profileSpecialty(undefined)).toBeUndefined();
    expect(profileSpecialty('Internal Medicine')).toBe('internal-medicine');
    expect(profileSpecialty('obstetrics-gynecology')).toBe(profileSpecialty('obstetrics-and-gynecology'));
    expect(profileSpecialty('astrology')).toBe('astrology');
  });
});

describe('a training that is over, or is of others', () => {
  const claims = (text: string) => readSpecialtyClaims(parsed(text).document).map(({ id }) => id);

  it.each([
    'In 2023 I sought a position in neurological surgery and none was offered.',
    'I applied for a residency in ophthalmology in the 2024 cycle and was not matched.',
    'I had held a position in pathology for a year.',
    'I completed a preliminary year and an anesthesiology residency in Lagos.',
    'The residency in pediatrics that my sister is in taught me what nights are.',
    'After two years of a neurology residency I knew that I wanted clinic.',
    'My contract in a general surgery residency was not renewed.',
    'I was accepted into a neurosurgery residency and gave it up.',
    'I withdrew from an anesthesiology residency in my first year.',
    'My rival of those years has a position in plastic surgery now.',
    'A place in neurosurgery had been promised to me at home.',
    'I turned down a position in radiology to stay with patients.',
    "I asked to be an anesthesia resident's shadow for a day.",
    'I was a resident in surgery when the letter came.',
  ])('is not applied to: %s', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it.each([
    ['After two years on the wards I am applying to general surgery.', 'general-surgery'],
    ['I seek a position in neurological surgery.', 'neurological-surgery'],
    ['After that year a residency in psychiatry is what I want.', 'psychiatry'],
    ['What I lost there I hope to find in a psychiatry residency that teaches therapy.', 'psychiatry'],
    ["I can't wait to be an emergency medicine resident.", 'emergency-medicine'],
    ['I began with surgery and I have chosen psychiatry.', 'psychiatry'],
  ])('is, where it lies ahead: %s', (text, id) => {
    expect(claims(text)).toEqual([id]);
  });
});
