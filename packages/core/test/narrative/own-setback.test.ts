import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { ownerOf, tellsOwnSetback, voicesOf } from '../../src/narrative/own-setback.ts';

function first(text: string) {
  const document = parseDocument(text);
  const language = analyse(document);
  const [sentence] = document.sentences;
  if (!sentence) throw new RangeError('no sentence');
  return { language, sentence };
}

describe('whose a failure is', () => {
  const owner = (text: string) => {
    const { language, sentence } = first(text);
    const [hit] = language.within(sentence, 'fail-outcome', 'exam-failed');
    if (!hit) throw new RangeError(`no failure in "${text}"`);
    return ownerOf(sentence, hit);
  };

  it.each([
    ['I failed anatomy.', 'own'],
    ['My roommate failed anatomy.', 'somebody else'],
    ['My roommate watched while I failed anatomy.', 'own'],
    ['I watched while she failed anatomy.', 'somebody else'],
    ['I never failed anatomy.', 'unreal'],
    ['Without me she failed anatomy.', 'somebody else'],
    ['If I failed anatomy, I would ask.', 'unreal'],
    ['She asked whether I failed anatomy.', 'unreal'],
    ['Failed anatomy in May.', 'unknown'],
    ['Patients whose treatment failed came back.', 'somebody else'],
  ])('%s', (text, whose) => {
    expect(owner(text)).toBe(whose);
  });
});

describe('a setback in plain words', () => {
  it.each([
    ['I failed Step 1.', true],
    ['I took a medical leave of absence.', true],
    ['I did not match.', true],
    ['I had to repeat my second year.', true],
    ['I did not pass the exam.', true],
    ['My first surgery clerkship I did not pass.', true],
    ['She failed Step 1.', false],
    ['If I fail Step 1, I will ask.', false],
    ['I never failed an exam.', false],
    ['I treated a patient who failed therapy.', false],
    ['I treated renal failure before the exam.', false],
    ['I failed Step 1 and cared for people with heart failure.', true],
    ['I sail on Sundays.', false],
    ['I did not pass the salt.', false],
  ])('%s %s', (text, told) => {
    const { language, sentence } = first(text);
    expect(tellsOwnSetback(sentence, language)).toBe(told);
  });
});

describe('whom a clause names', () => {
  it.each([
    ['I failed anatomy.', true, false],
    ["I've been out of school.", true, false],
    ['My roommate failed anatomy.', true, true],
    ['She failed anatomy.', false, true],
    ['If I fail it, I will ask.', true, true],
    ['It was a fail.', false, false],
    ['You fail it and we all know.', false, false],
  ])('%s', (text, own, others) => {
    const { language } = first(text);
    const [clause] = language.clauses;
    if (!clause) throw new RangeError('no clause');
    expect(voicesOf(clause)).toEqual({ own, others });
  });
});
