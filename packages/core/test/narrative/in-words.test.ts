import {
  analyse,
  lint,
  type Profile,
  parseDocument,
  parseMarkedDraft,
  type SetbackKind,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { checkableBy, isOutcome, mayBeOutcome, namesAct } from '../../src/narrative/checkable.ts';
import { tellsByName, tellsOutcome, tellsOutcomeOf, tellsSetback } from '../../src/narrative/in-words.ts';
import { overwrought } from '../../src/narrative/intensity.ts';
import { clinicalSigns, examMentions, examsNamed, setbacksNamed } from '../../src/narrative/naming.ts';
import { findAllusion, isClinical } from '../../src/narrative/plainness.ts';

function parsed(text: string) {
  const document = parseDocument(text, { format: 'text' });
  const language = analyse(document);
  return { document, language, whole: { start: 0, end: text.length } };
}

describe('whether a draft says in plain words that a setback happened', () => {
  const tells = (text: string, ...kinds: SetbackKind[]) => {
    const { document, language } = parsed(text);
    return tellsSetback(document, language, kinds);
  };

  it.each<[string, SetbackKind, boolean]>([
    ['I treated heart failure before Step 1.', 'usmle-step-1', false],
    ['I hung potassium, insulin and heparin that night.', 'clinical-error', true],
    ['I hung potassium, insulin and heparin that night.', 'leave', false],
    ['I hung potassium that night.', 'clinical-error', false],
    ['I failed Step 1.', 'usmle-step-1', true],
    ['I failed Step 1.', 'usmle-step-3', false],
    ['I failed Step 1.', 'course', false],
    ['My roommate failed Step 1.', 'usmle-step-1', false],
    ['I liked Step 1.', 'usmle-step-1', false],
    ['Step 1 was in May. It rained. I failed.', 'usmle-step-1', true],
    ['Step 1 was in May. It rained. It was hot. I failed.', 'usmle-step-1', false],
    ['I failed. It rained. Step 1 was hard.', 'usmle-step-1', true],
    ['I failed. It rained. It was hot. Step 1 was hard.', 'usmle-step-1', false],
    ['I took a leave of absence.', 'leave', true],
    ['I took a leave of absence.', 'gap', false],
    ['I did not match.', 'unmatched', true],
    ['I was dismissed from my school.', 'dismissal', true],
    ['I was placed on academic probation.', 'probation', true],
    ['I repeated my second year.', 'year', true],
    ['I received a professionalism citation.', 'professionalism', true],
    ['I ran the wrong dose of potassium and heparin that night.', 'clinical-error', true],
    ['I gave my patient a hand.', 'clinical-error', false],
    ['I failed anatomy.', 'course', true],
    ['I failed my surgery clerkship.', 'clerkship', true],
    ['I had a failing grade in Family Medicine.', 'clerkship', true],
    ['I sail on Sundays.', 'leave', false],
  ])('%s %s: %s', (text, kind, told) => {
    expect(tells(text, kind)).toBe(told);
  });

  it('is so where one of the kinds is told', () => {
    expect(tells('I failed Step 1.', 'leave', 'usmle-step-1')).toBe(true);
    expect(tells('I failed Step 1.')).toBe(false);
  });

  it('is so by name only where an exam has one', () => {
    const byName = (text: string) => tellsByName(parsed(text).document, parsed(text).language);
    expect(byName('I failed Step 1.')).toBe(true);
    expect(byName('I failed an exam.')).toBe(false);
    expect(byName('She failed Step 1.')).toBe(false);
    expect(byName('I passed Step 1.')).toBe(false);
  });
});

describe('whether a draft tells an outcome', () => {
  const after = (text: string, from = 0) => {
    const { document, language } = parsed(text);
    return tellsOutcome(document, language, text.indexOf('|') < 0 ? from : text.indexOf('|'));
  };

  it.each([
    ['I passed my surgery clerkship in May.', true],
    ['I had not passed Step 1 by May.', false],
    ['I passed Step 1 in May.', true],
    ['She passed Step 1 in May.', false],
    ['I did not pass Step 1 in May.', false],
    ['I passed the salt.', false],
    ['I liked Step 1.', false],
    ['I passed anatomy in May.', true],
    ['I honored my surgery clerkship.', false],
  ])('%s %s', (text, told) => {
    expect(after(text)).toBe(told);
  });

  it('counts only what stands after a place', () => {
    const text = 'I passed Step 1 in May. I row.';
    expect(after(text, 10)).toBe(true);
    expect(after(text, 23)).toBe(false);
    expect(after('I passed Step 1, and I row on Sundays with my sister.', 30)).toBe(false);
  });

  it('counts only a pass of the exam that is asked for', () => {
    const of = (text: string, kind: SetbackKind, from = 0) =>
      tellsOutcomeOf(parsed(text).document, parsed(text).language, kind, from);
    expect(of('I passed Step 1.', 'usmle-step-1')).toBe(true);
    expect(of('I passed Step 1.', 'usmle-step-3')).toBe(false);
    expect(of('I passed Step 1.', 'usmle-step-1', 1)).toBe(false);
    expect(of('She passed Step 1.', 'usmle-step-1')).toBe(false);
    expect(of('I failed Step 1, and then I passed Step 1.', 'usmle-step-1')).toBe(false);
    expect(of('I liked Step 1.', 'usmle-step-1')).toBe(false);
  });
});

describe('what a reader could check', () => {
  const by = (text: string) => checkableBy(parsed(text).language, parsed(text).whole);

  it.each([
    ['I answered 1,250 of them.', 'a number'],
    ['I was in the 21st.', 'a number'],
    ['I took B12.', undefined],
    ['I read 10k.', undefined],
    ['I honored surgery.', 'a grade or an honor'],
    ['I passed Step 1.', 'a named pass'],
    ['My attending wrote that I was prepared.', 'an evaluator and their words'],
    ['Everyone said that my attending was glad.', undefined],
    ['Everyone said so.', undefined],
    ['My attending was glad.', undefined],
    ['I scored 231.', 'a number'],
    ['I answered 40% of them.', 'a number'],
    ['I answered forty of them.', 'a number'],
    ['I answered twenty-one of them.', 'a number'],
    ['In 2021 I rowed.', undefined],
    ['I rowed for 3 years.', undefined],
    ['I rowed for three years.', undefined],
    ['It took 2 attempts.', undefined],
    ['It took two attempts.', undefined],
    ['Round two came.', undefined],
    ['Chapter five came.', undefined],
    ['Things got better.', undefined],
    ['Two came.', 'a number'],
  ])('%s', (text, reason) => {
    expect(by(text)).toBe(reason);
  });

  it('stands within the stretch, not beside it', () => {
    const text = '40 came, and I rowed, and 50 came.';
    const { language } = parsed(text);
    const start = text.indexOf('and I');
    expect(checkableBy(language, { start, end: text.indexOf(', and 50') })).toBeUndefined();
    expect(checkableBy(language, { start, end: text.length })).toBe('a number');
    expect(checkableBy(language, { start: 0, end: start })).toBe('a number');
  });

  /** The first stretch with a role, as sure as is said. */
  function stretch(marked: string, confidence: number) {
    const { text, spans } = parseMarkedDraft(marked);
    const { narrative } = lint(text, { kind: 'secondary', roles: spans, ruleSet: [] });
    const segment = narrative.segments.find(({ role }) => role !== 'other') ?? narrative.segments[0];
    if (!segment) throw new RangeError('no segment');
    return { segment: { ...segment, confidence }, language: parsed(text).language };
  }

  it.each([
    ['[[evidence|I rowed.]]', 0.8, true],
    ['[[evidence|I rowed.]]', 0.79, false],
    ['[[evidence|I scored 231.]]', 0.5, true],
    ['[[evidence|Things got better.]]', 0.5, true],
    ['[[evidence|My scores improved.]]', 0.5, true],
  ])('%s at %d is an outcome: %s', (marked, confidence, is) => {
    const { segment, language } = stretch(marked, confidence);
    expect(isOutcome(language, segment)).toBe(is);
  });

  it.each([
    ['[[change|I passed Step 1 in May.]]', 0.79, true],
    ['[[change|I passed Step 1 in May.]]', 0.8, false],
    ['[[setback|I passed Step 1 in May.]]', 0.5, false],
    ['I passed Step 1 in May.', 0.5, false],
    ['[[growth|I honored surgery.]]', 0.5, true],
    ['[[growth|My attending wrote that I was prepared.]]', 0.5, true],
    ['[[growth|My attending was glad.]]', 0.5, false],
    ['[[growth|My sister wrote that I was prepared.]]', 0.5, false],
    ['[[growth|I plan my weeks.]]', 0.5, false],
  ])('%s at %d may be an outcome: %s', (marked, confidence, may) => {
    const { segment, language } = stretch(marked, confidence);
    expect(mayBeOutcome(language, segment)).toBe(may);
  });

  it.each([
    ['I met with a tutor every week.', true],
    ['I worked harder than ever before.', false],
    ['I gave it my all.', false],
    ['I worked hard in the library.', true],
    ['I was a fraud in the library.', false],
    ['I gave every morning my all.', false],
    ['My dreams were shattered in the library.', false],
  ])('%s names an act: %s', (text, names) => {
    expect(namesAct(parsed(text).language, parsed(text).whole)).toBe(names);
  });
});

describe('what a stretch names', () => {
  const named = (text: string) =>
    setbacksNamed(parsed(text).language, parsed(text).whole).map(
      ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
    );

  it.each([
    ['It was the clerkship, not the shelf, and later Step 1.', ['usmle-step-1: Step 1']],
    ['Of course I failed Step 1.', ['usmle-step-1: Step 1']],
    ['I failed Step 1 during anatomy.', ['usmle-step-1: Step 1']],
    ['I failed anatomy and then Step 1.', [expect.stringMatching(/^course: /), 'usmle-step-1: Step 1']],
    ['I failed Step 1.', ['usmle-step-1: Step 1']],
    [
      'I failed Step 2 CS and Step 2 CK.',
      ['usmle-step-2-cs: Step 2 CS', expect.stringMatching(/^usmle-step-2-ck: /)],
    ],
    ['I failed Step 1, and later Step 1 again.', ['usmle-step-1: Step 1']],
    ['I failed the clerkship, not the shelf.', ['clerkship: failed the clerkship']],
    ['I failed the shelf of my surgery clerkship.', [expect.stringMatching(/^shelf-exam: /)]],
    [
      'I failed Step 1 and then failed anatomy.',
      ['usmle-step-1: Step 1', expect.stringMatching(/^course: /)],
    ],
    ['In the course of the year I slept.', []],
    ['I did not match.', ['unmatched: not match']],
    ['I had to do the surgery rotation over.', [expect.stringMatching(/^clerkship: /)]],
    ['I did my surgery rotation in May.', []],
    ['I sail.', []],
  ])('%s', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it('is every naming of an exam, in text order', () => {
    const { language, whole } = parsed('Level 1 came, then Step 1, then Level 1.');
    expect(examMentions(language, whole).map(({ kind }) => kind)).toEqual([
      'comlex-level-1',
      'usmle-step-1',
      'comlex-level-1',
    ]);
    expect(examsNamed(language, whole).map(({ kind }) => kind)).toEqual(['comlex-level-1', 'usmle-step-1']);
  });

  it.each([
    ['I rowed.', 0],
    ['I gave her a dose.', 1],
    ['I gave my patient a dose.', 2],
    ['I gave my patient a dose of heparin.', 3],
    ['I gave my patient a dose of heparin and lisinopril.', 4],
    ['Amoxicillin.', 1],
  ])('%s has so many signs of a slip: %d', (text, signs) => {
    const { document, language, whole } = parsed(text);
    expect(clinicalSigns(document, language, whole)).toBe(signs);
  });
});

describe('an allusion', () => {
  function allusion(marked: string, confidence?: number, profile: Profile = {}) {
    const { text, spans } = parseMarkedDraft(marked);
    const sure = spans.map((span) => ({ ...span, confidence: confidence ?? 1 }));
    const { narrative, document } = lint(text, { kind: 'secondary', roles: sure, ruleSet: [] });
    const found = findAllusion(document, analyse(document), narrative, profile);
    return found && [found.at.text, found.confidence];
  }

  it.each([
    ['[[setback|There was a bump in the road.]]', ['There was a bump in the road.', 1]],
    [
      '[[setback|It rained.]] [[setback|There was a bump in the road.]]',
      ['There was a bump in the road.', 1],
    ],
    ['[[setback|That spring was long.]]', ['That spring was long.', 0.5]],
    ['[[setback|I failed Step 1.]]', undefined],
    ['[[setback|There was a bump in the road.]] I failed Step 1.', undefined],
    ['[[setback|Step 1 was long.]]', undefined],
    ['[[setback|That spring was long.]] [[context|My patient bled.]]', undefined],
    ['[[setback|That spring was long.]] [[growth|My patient bled.]]', ['That spring was long.', 0.5]],
    ['[[setback|I took a leave of absence.]]', undefined],
    ['I sail.', undefined],
  ])('%s', (marked, found) => {
    expect(allusion(marked)).toEqual(found);
  });

  it('is none where what the profile lists has no name but what happened, and from when to when', () => {
    const listing = (...what: readonly SetbackKind[]) => ({ setbacks: what.map((one) => ({ what: one })) });
    const away = '[[setback|From 2019 until 2021 I was with my mother.]]';
    expect(allusion(away, 1, listing('gap'))).toBeUndefined();
    expect(allusion(away, 1, listing('gap', 'usmle-step-1'))?.[1]).toBe(0.5);
    expect(allusion('[[setback|That spring was long.]]', 1, listing('gap'))?.[1]).toBe(0.5);
    expect(allusion('[[setback|That spring was long.]]', 1, listing('clinical-error'))).toBeUndefined();
    expect(allusion('[[setback|There was a bump in the road.]]', 1, listing('clinical-error'))?.[1]).toBe(1);
  });

  it('is as sure as its stretch, and none where that is a guess', () => {
    expect(allusion('[[setback|There was a bump in the road.]]', 0.4)?.[1]).toBe(0.4);
    expect(allusion('[[setback|That spring was long.]]', 0.54)).toBeUndefined();
    expect(allusion('[[setback|That spring was long.]]', 0.55)?.[1]).toBe(0.5);
  });

  it('is clinical where patients, their bodies or their drugs are told of', () => {
    const clinical = (marked: string) => {
      const { text, spans } = parseMarkedDraft(marked);
      const { narrative, document } = lint(text, { kind: 'secondary', roles: spans, ruleSet: [] });
      const [segment] = narrative.segments;
      return segment && isClinical(document, analyse(document), segment);
    };
    expect(clinical('[[setback|The heparin ran.]]')).toBe(true);
    expect(clinical('[[setback|Her lungs were wet.]]')).toBe(true);
    expect(clinical('[[setback|The spring was long.]]')).toBe(false);
  });
});

describe('words that are strong together', () => {
  const strong = (text: string) =>
    overwrought(parsed(text).language, parsed(text).whole).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['My dreams were shattered.', ['dreams were shattered']],
    ['It shattered all of my many dreams.', expect.arrayContaining(['shattered all of my many dreams'])],
    ['The darkness was in my chest.', ['darkness was in my chest']],
    ['I had burned out that night.', []],
    ['My dreams were of the long summers by the lake where my uncle and I broke bread.', []],
    ['I dream.', []],
    ['I broke it.', []],
  ])('%s', (text, found) => {
    expect(strong(text)).toEqual(found);
  });
});
