import { lint, type Profile, parseMarkedDraft } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** Each arc as its kind, whether it is only hinted at, and how many mentions, changes and outcomes it has. */
function shape(marked: string, profile: Profile = {}): string[] {
  const { text, spans } = parseMarkedDraft(marked);
  return lint(text, { kind: 'secondary', profile, roles: spans, ruleSet: [] }).narrative.arcs.map(
    ({ kind = 'unknown', named, mentions, changes, evidence }) =>
      `${named ? '' : 'hint of '}${kind} ${mentions.length} ${changes.length} ${evidence.length}`,
  );
}

describe('the setback that is told first', () => {
  it.each([
    [
      'is the exam named in its paragraph before it',
      '[[context|I had read for Step 1 on the train.]] [[context|It was spring.]] [[setback|In June I learned that I had failed.]]',
      ['usmle-step-1 1 0 0'],
    ],
    [
      'is the exam named in the sentence before it, be it in another paragraph',
      'I had read for Step 1 on the train.\n\n[[setback|In June I learned that I had failed.]]',
      ['usmle-step-1 1 0 0'],
    ],
    [
      'is not an exam further up in another paragraph',
      '[[context|I had read for Step 1 on the train.]] [[context|It was spring.]]\n\n[[setback|In June I learned that I had failed.]]',
      ['unknown 1 0 0'],
    ],
    [
      'is not an exam further up that is no part of the story',
      'My sister read for Step 1 on the train. She is tall. [[setback|In June I learned that I had failed.]]',
      ['hint of unknown 1 0 0'],
    ],
    [
      'is not an exam named after it',
      '[[setback|In June I learned that I had failed.]] [[change|I read for Step 3 with a tutor.]]',
      ['unknown 1 1 0'],
    ],
    [
      'is one, be it named twice before',
      '[[context|I had read for Step 1.]] [[context|Step 1 filled my days.]] [[setback|In June I learned that I had failed.]]',
      ['usmle-step-1 1 0 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('two courses', () => {
  it.each([
    [
      'are two where one was failed, too',
      '[[setback|I failed anatomy.]] [[setback|I also failed histology.]]',
      2,
    ],
    [
      'are two where a term lies between them',
      '[[setback|I failed anatomy]], [[setback|and in the spring I failed histology.]]',
      2,
    ],
    [
      'are one where nothing says that they are two',
      '[[setback|I failed anatomy.]] [[setback|I failed histology.]]',
      1,
    ],
    [
      'are one where both are the same',
      '[[setback|I failed anatomy.]] [[setback|I also failed anatomy in May.]]',
      1,
    ],
    [
      'is one exam, however it is told',
      '[[setback|I failed Step 1.]] [[setback|I also failed Step 1 in May.]]',
      1,
    ],
  ])('%s', (_, marked, count) => {
    expect(shape(marked)).toHaveLength(count);
  });
});

describe('a consequence', () => {
  it.each([
    [
      'told first gives way to its cause',
      '[[setback|I rested for a while. I repeated my second year]] because [[setback|I failed Step 1.]]',
      ['usmle-step-1 2 0 0'],
    ],
    [
      'told first stays one, however it is told again',
      '[[setback|I repeated my second year because I failed Step 1.]] [[setback|I also repeated another year.]]',
      ['usmle-step-1 2 0 0'],
    ],
    [
      'is one whatever stands between',
      '[[setback|I failed anatomy.]] I also row. [[setback|I repeated the year.]]',
      ['course 2 0 0'],
    ],
    [
      'is one whatever comes after',
      '[[setback|I failed anatomy.]] [[setback|I repeated the year.]] I also row.',
      ['course 2 0 0'],
    ],
    [
      'of a course may be a year that is told first',
      '[[setback|I repeated my first year.]] [[setback|I failed anatomy.]]',
      ['year 2 0 0'],
    ],
    [
      'is one where it is told in the sentence of its cause',
      '[[setback|I failed Step 1]] [[setback|and took a leave of absence. It rained all summer.]]',
      ['usmle-step-1 2 0 0'],
    ],
    [
      'is one where its cause was told before, too',
      '[[setback|I failed Step 1.]] [[setback|In May I failed Step 1 again]] [[setback|and took a leave of absence.]]',
      ['usmle-step-1 3 0 0'],
    ],
    [
      'is none where it is another time',
      '[[setback|I failed Step 1.]] [[setback|Years later I took a leave of absence.]]',
      ['usmle-step-1 1 0 0', 'leave 1 0 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('what is told in passing', () => {
  it.each([
    [
      'after a short lead-in has no part in what nobody names',
      '[[setback|I failed Step 1.]] [[setback|In addition, I failed anatomy.]] [[change|I met with a tutor.]]',
      ['usmle-step-1 1 1 0', 'course 1 0 0'],
    ],
    [
      'is told as much as the rest where the lead-in is about something else',
      '[[setback|I failed Step 1.]] [[setback|Besides working nights in the clinic by the sea, I failed anatomy.]] [[change|I met with a tutor.]]',
      ['usmle-step-1 1 1 0', 'course 1 1 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('an error at the bedside', () => {
  it.each([
    [
      'is one where a patient and a drug are told of',
      '[[setback|I gave a woman the penicillin she was allergic to.]]',
      ['clinical-error 1 0 0'],
    ],
    [
      'is none where nobody and no drug is told of',
      '[[setback|I was late for the morning.]]',
      ['hint of unknown 1 0 0'],
    ],
    [
      'told in another paragraph is another setback',
      '[[setback|I failed Step 1.]]\n\n[[setback|I gave a patient the wrong dose of heparin.]]',
      ['usmle-step-1 1 0 0', 'clinical-error 1 0 0'],
    ],
    [
      'told twice is one',
      '[[setback|I gave a patient the wrong dose of heparin.]]\n\n[[setback|The patient bled from the heparin that I gave.]]',
      ['clinical-error 2 0 0'],
    ],
    [
      'is none in the paragraph of another setback unless much says so',
      '[[setback|I failed Step 1.]] [[setback|My patient asked me why.]]',
      ['usmle-step-1 2 0 0'],
    ],
    [
      'is none where an exam was failed',
      '[[setback|I failed Step 1.]]\n\n[[setback|I failed the exam on heparin, and a patient asked.]]',
      ['usmle-step-1 2 0 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('what speaks of patients and drugs', () => {
  it.each([
    ['[[setback|I gave my patient a dose.]]', ['clinical-error 1 0 0']],
    ['[[setback|I lost a dose.]]', ['hint of unknown 1 0 0']],
    [
      '[[setback|I failed Step 1.]]\n\n[[setback|I gave my patient a dose.]]',
      ['usmle-step-1 1 0 0', 'clinical-error 1 0 0'],
    ],
    ['[[setback|I failed Step 1.]] [[setback|I gave my patient a dose.]]', ['usmle-step-1 2 0 0']],
    ['[[setback|I failed Step 1.]]\n\n[[setback|I lost a dose and an order.]]', ['usmle-step-1 2 0 0']],
    ['[[setback|I failed Step 1.]]\n\n[[setback|My patient waited.]]', ['usmle-step-1 2 0 0']],
    [
      '[[setback|I failed Step 1.]]\n\n[[setback|My patient held his chest.]]',
      ['usmle-step-1 1 0 0', 'clinical-error 1 0 0'],
    ],
    [
      '[[setback|I failed Step 1.]]\n\n[[setback|The dose, the order and the chart were wrong.]]',
      ['usmle-step-1 1 0 0', 'clinical-error 1 0 0'],
    ],
    [
      '[[setback|I failed Step 1.]] [[setback|The dose, the order and the chart were wrong.]]',
      ['usmle-step-1 2 0 0'],
    ],
    [
      '[[setback|I failed Step 1.]]\n\n[[setback|Then I did not match.]] [[setback|I gave my patient a dose.]]',
      ['usmle-step-1 1 0 0', 'unmatched 2 0 0'],
    ],
  ])('%s', (marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('a stretch that names no setback', () => {
  it.each([
    [
      'belongs to the setback told last',
      '[[setback|I failed anatomy.]] [[setback|Then I did not match.]] [[setback|It hurt.]]',
      ['course 1 0 0', 'unmatched 2 0 0'],
    ],
    [
      'belongs to the one whose subject it has',
      '[[setback|I failed biochemistry.]] [[setback|Then I did not match.]] [[setback|I wept over biochemistry.]]',
      ['course 2 0 0', 'unmatched 1 0 0'],
    ],
    [
      'is the fail of an exam that the sentence before it was about',
      '[[setback|I did not match.]] [[context|I read for Step 3.]] [[setback|In June I learned that I had failed.]]',
      ['unmatched 1 0 0', 'usmle-step-3 1 0 0'],
    ],
    [
      'belongs to the one told last where the exam was read for long before',
      '[[setback|I did not match.]] [[context|I read for Step 3.]] [[context|It was spring.]] [[setback|In June I learned that I had failed.]]',
      ['unmatched 2 0 0'],
    ],
    [
      'told before any that names one belongs to the first',
      '[[setback|It hurt.]] [[setback|I did not match.]] [[setback|I failed Step 3.]]',
      ['unmatched 2 0 0', 'usmle-step-3 1 0 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});

describe('a setback that the profile lists and no word names', () => {
  const EXAM = '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]';
  const BOTH: Profile = { setbacks: [{ what: 'usmle-step-1' }, { what: 'unmatched' }] };

  it('is what a stretch tells after the account of the other one was closed', () => {
    const marked = `${EXAM} [[setback|On that Monday my telephone stayed dark.]]`;
    expect(shape(marked, BOTH)).toEqual(['usmle-step-1 1 1 1', 'unmatched 1 0 0']);
    expect(shape(marked)).toEqual(['usmle-step-1 2 1 1']);
  });

  it.each([
    [
      'a stretch within the account of the other',
      '[[setback|I failed Step 1.]] [[setback|On that Monday my telephone stayed dark.]] [[change|I met with a tutor.]]',
      ['usmle-step-1 2 1 0'],
    ],
    ['a feeling', `${EXAM} [[setback|I was ashamed.]]`, ['usmle-step-1 2 1 1']],
    [
      'one that comes back to the other by its subject',
      '[[setback|I failed histology.]] [[evidence|I got a B.]] [[setback|Histology was a locked door.]]',
      ['course 2 0 1'],
    ],
    ['one told elsewhere', `${EXAM} It rained.`, ['usmle-step-1 1 1 1']],
  ])('is not %s', (_, marked, arcs) => {
    expect(shape(marked, { setbacks: [...(BOTH.setbacks ?? [])] })).toEqual(arcs);
  });

  it('is none where it is named, is an exam, or is told elsewhere on purpose', () => {
    const marked = `${EXAM} [[setback|On that Monday my telephone stayed dark.]]`;
    const one = ['usmle-step-1 2 1 1'];
    expect(shape(marked, { setbacks: [{ what: 'usmle-step-1' }, { what: 'usmle-step-3' }] })).toEqual(one);
    expect(shape(marked, { setbacks: [{ what: 'unmatched', addressedIn: 'interruption' }] })).toEqual(one);
    expect(shape(`${marked} [[setback|I did not match.]]`, BOTH)).toEqual([
      'usmle-step-1 2 1 1',
      'unmatched 1 0 0',
    ]);
  });
});

describe('what is no consequence', () => {
  it.each([
    [
      'is a season without a match because of a fail',
      '[[setback|I did not match]] because [[setback|I failed Step 1.]]',
      ['unmatched 1 0 0', 'usmle-step-1 1 0 0'],
    ],
    [
      'is a leave told in a sentence of its own',
      '[[setback|I failed Step 1.]] [[setback|I took a leave of absence.]]',
      ['usmle-step-1 1 0 0', 'leave 1 0 0'],
    ],
    [
      'is a course failed as well',
      '[[setback|I failed anatomy.]] [[setback|I failed histology as well.]]',
      ['course 1 0 0', 'course 1 0 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });

  it('is not a year that is told twice and then why', () => {
    expect(
      shape(
        '[[setback|I repeated my second year.]] [[setback|I repeated it]] because [[setback|I failed Step 1.]]',
      ),
    ).toEqual(['usmle-step-1 3 0 0']);
  });
});

describe('a setback without a name', () => {
  it.each([
    [
      'is said plainly where the story names a shelf',
      '[[setback|I did not pass on my first try.]] [[change|I read for the surgery shelf with a tutor.]]',
      ['unknown 1 1 0'],
    ],
    [
      'is said plainly where the story names a course',
      '[[setback|I did not pass on my first try.]] [[change|I read for the anatomy course with a tutor.]]',
      ['unknown 1 1 0'],
    ],
    [
      'is said plainly where the story names a clerkship',
      '[[setback|I did not pass on my first try.]] [[change|I read for the surgery clerkship with a tutor.]]',
      ['unknown 1 1 0'],
    ],
    [
      'is said plainly where the story names an exam',
      '[[setback|I did not pass on my first try.]] [[change|I read for the exam with a tutor.]]',
      ['unknown 1 1 0'],
    ],
    [
      'is a hint where only what is no part of the story names one',
      '[[setback|I did not pass on my first try.]] My brother sat Step 1 then.',
      ['hint of unknown 1 0 0'],
    ],
    [
      'is a hint where no outcome is told',
      '[[setback|Step 1 was a bump in my road.]] [[change|I met with a tutor.]]',
      ['hint of usmle-step-1 1 1 0'],
    ],
  ])('%s', (_, marked, arcs) => {
    expect(shape(marked)).toEqual(arcs);
  });
});
