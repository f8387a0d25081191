import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { explain, type NamedFeature, type Outer } from '../../src/narrative/model/explain.ts';

const ALONE: Outer = { before: true, after: true };
const INSIDE: Outer = { before: false, after: false };

/** The reasons for a clause by features and what each weighs. */
function why(
  text: string,
  features: readonly (readonly [NamedFeature['group'], string, number?])[],
  { outer = ALONE, at = 0 }: { outer?: Outer; at?: number } = {},
) {
  const document = parseDocument(text);
  const language = analyse(document);
  const clause = language.clauses[at];
  if (!clause) throw new RangeError(`no clause ${at}`);
  const named = features.map(([group, name, weight = 1]) => ({ name: { group, text: name }, weight }));
  return explain(named, outer, clause, language, document.source).map(
    ({ reason, weight }) => `${reason} ${Math.round(weight * 100) / 100}`,
  );
}

const FAILED = 'I failed Step 1 on a Friday.';

describe('why a clause has its role', () => {
  it('is told by phrases with their words', () => {
    expect(why(FAILED, [['phrase', 'exam-failed']])).toEqual([
      'says that an exam or course was failed: "failed Step 1" 1',
    ]);
  });

  it('counts a phrase together with where it stands and what it stands with', () => {
    expect(
      why(FAILED, [
        ['phrase', 'exam-failed', 1],
        ['anchored', 'exam-failed, in the telling', 0.5],
        ['phrases', 'exam-failed with exam-failed', 0.25],
      ]),
    ).toEqual(['says that an exam or course was failed: "failed Step 1" 1.75']);
  });

  it('gives each of two phrases that stand together half of what that weighs', () => {
    const both = why('I failed Step 1, passed it, and met with a tutor.', [
      ['phrases', 'exam-failed with exam-any', 1],
    ]);
    expect(both[0]).toMatch(/^says that an exam or course was failed: "failed Step 1" 1$/);
  });

  it('is told by words, and not by those that mean nothing alone', () => {
    expect(
      why(FAILED, [
        ['word', 'Friday', 2],
        ['word', 'on', 5],
        ['pair', 'on a', 5],
        ['pair', 'a Friday', 1],
        ['stem', 'Friday', 1],
        ['ending', 'day', 9],
        ['bias', '', 9],
      ]),
    ).toEqual(['the word "Friday" 4']);
  });

  it.each([
    ['I slept Friday nights.', 'Friday nights', 'the words "Friday nights" 1'],
    ['I slept Friday nights.', 'nights and', 'the word "nights" 1'],
    ["I slept in Friday's bed.", "'s bed", 'the word "bed" 1'],
    ['I slept.', 'slept The', 'the word "slept" 1'],
    ['I slept on Friday nights.', 'on Friday nights', 'the words "Friday nights" 1'],
    ['I slept as nights and days went.', 'as nights and', 'the word "nights" 1'],
    ['I slept days and nights.', 'days and nights', 'the words "days and nights" 1'],
  ])('leaves out what is loose at the edges of words that stand together: %s', (text, words, reason) => {
    expect(why(text, [[words.split(' ').length === 2 ? 'pair' : 'triple', words]])).toEqual([reason]);
  });

  it('counts words for the longest run of words that holds them', () => {
    expect(
      why('I slept poor Friday nights.', [
        ['triple', 'poor Friday nights', 1],
        ['pair', 'Friday nights', 0.5],
        ['word', 'nights', 0.25],
        ['word', 'slept', 0.5],
      ]),
    ).toEqual(['the words "poor Friday nights" 1.75', 'the word "slept" 0.5']);
  });

  it('says that a word opens a clause, or the sentence around it', () => {
    expect(why('Because I slept, I failed.', [['opening', 'Because']])).toEqual(['opens with "Because" 1']);
    expect(why('Because I slept, I failed.', [['opening', 'sentence: Because']])).toEqual([
      'opens with "Because" 1',
    ]);
    expect(why('Because I slept, I failed.', [['opening', 'sentence: Because']], { at: 1 })).toEqual([
      'its sentence opens with "Because" 1',
    ]);
    expect(
      why(FAILED, [
        ['opening', 'start'],
        ['opening', 'I'],
      ]),
    ).toEqual([]);
  });

  it('keeps that a word opens a clause, whatever else it is', () => {
    expect(
      why('Suddenly I slept.', [
        ['word', 'Suddenly', 1],
        ['opening', 'Suddenly', 1],
        ['stem', 'suddenly', 1],
      ]),
    ).toEqual(['opens with "Suddenly" 3']);
  });

  it('counts words and phrases for the longest phrase that holds them', () => {
    expect(
      why(FAILED, [
        ['phrase', 'exam-failed', 1],
        ['phrase', 'exam-step-1', 0.5],
        ['word', 'failed', 0.25],
        ['pair', 'I failed', 0.25],
        ['word', 'Friday', 0.5],
      ]),
    ).toEqual(['says that an exam or course was failed: "failed Step 1" 2', 'the word "Friday" 0.5']);
  });

  it('counts no word for a phrase that speaks against the role', () => {
    expect(
      why(FAILED, [
        ['phrase', 'exam-failed', -1],
        ['word', 'failed', 1],
      ]),
    ).toEqual(['the word "failed" 1']);
  });

  it('leaves out what weighs next to nothing', () => {
    expect(why(FAILED, [['word', 'Friday', 0.09]])).toEqual([]);
    expect(why(FAILED, [['word', 'Friday', 0.1]])).toEqual(['the word "Friday" 0.1']);
  });

  it.each([
    ['grammar', 'a year', 'a year 1'],
    ['grammar', 'before: a year', 'a year right before it 1'],
    ['grammar', 'refers: again', 'the word "again" 1'],
    ['kind', 'last paragraph of secondary', 'in the last paragraph 1'],
    ['kind', 'tenth 0 of secondary', 'near the beginning of the draft 1'],
    ['anchor', 'after the telling', 'after the setback is told 1'],
    ['owner', 'a failure, own', "tells of a setback of the writer's own 1"],
    ['profile', 'speaks of a setback of the profile', 'speaks of a setback of the profile 1'],
    ['around', 'a change right after it', 'a change right after it 1'],
    ['around', 'comes after a setback', 'comes after a setback 1'],
  ] as const)('is told by a feature of %s: %s', (group, name, reason) => {
    expect(why(FAILED, [[group, name]])).toEqual([reason]);
  });

  it.each([
    ['grammar', 'refers: it'],
    ['grammar', '-ing'],
    ['kind', 'length 3 of secondary'],
    ['kind', 'secondary'],
    ['profile', 'a setback listed'],
  ] as const)('is silent on a feature of %s that means nothing to a person: %s', (group, name) => {
    expect(why(FAILED, [[group, name]])).toEqual([]);
  });

  it.each([
    ['grammar', 'before: a year'],
    ['around', 'a change right after it'],
    ['around', 'a change right before it'],
  ] as const)('is silent on neighbours within the stretch, %s: %s', (group, name) => {
    expect(why(FAILED, [[group, name]], { outer: INSIDE })).toEqual([]);
  });

  it('knows on which side a neighbour lies outside', () => {
    const opened = { before: true, after: false };
    const closed = { before: false, after: true };
    const around = (side: string) => [['around', `a change right ${side} it`]] as const;
    expect(why(FAILED, around('before'), { outer: opened })).toHaveLength(1);
    expect(why(FAILED, around('after'), { outer: opened })).toHaveLength(0);
    expect(why(FAILED, around('before'), { outer: closed })).toHaveLength(0);
    expect(why(FAILED, around('after'), { outer: closed })).toHaveLength(1);
    expect(why(FAILED, [['around', 'comes after a setback']], { outer: INSIDE })).toHaveLength(1);
  });
});
