import { describe, expect, it } from 'vitest';
import { sayGrammar, sayOwner, sayPlace, sayTelling } from '../../src/narrative/model/say.ts';

describe('what a feature says to a person', () => {
  it.each([
    ['has first person', 'speaks of the writer'],
    ['has we', 'says "we"'],
    ['has somebody else', 'speaks of somebody else'],
    ['has you', 'says "you"'],
    ['has a reference', 'points back to what was said'],
    ['has it', undefined],
    ['subject: first person', 'speaks of the writer'],
    ['subject: first person, past', 'speaks of the writer, in the past tense'],
    ['subject: first person, not past', 'speaks of the writer'],
    ['subject: none, past', undefined],
    ['past', 'told in the past tense'],
    ['present', 'told in the present tense'],
    ['future', 'looks ahead'],
    ['modal', 'says what could, would or should be'],
    ['negation', 'says what was not so'],
    ['not past', undefined],
    ['-ing', undefined],
    ['a question', 'asks a question'],
    ['a year', 'a year'],
    ['a three-digit number', 'a three-digit number'],
    ['a number', 'a number'],
    ['a quotation', 'a quotation'],
    ['a percentage', 'a percentage'],
    ['a name', 'a name'],
    ['before: a year', 'a year right before it'],
    ['before: a question', undefined],
    ['before: past', undefined],
  ])('of grammar: %s', (text, said) => {
    expect(sayGrammar(text)).toBe(said);
  });

  it.each([
    ['last paragraph', 'in the last paragraph'],
    ['only paragraph', undefined],
    ['sentence 0 of its paragraph', 'in the first sentence of its paragraph'],
    ['sentence 1 of its paragraph', undefined],
    ['sentence 0', 'in the first sentence of the draft'],
    ['sentence 1', 'near the beginning of the draft'],
    ['sentence 3', 'near the beginning of the draft'],
    ['sentence 4', undefined],
    ['0 sentences to go', 'in the last sentence of the draft'],
    ['1 sentences to go', 'near the end of the draft'],
    ['3 sentences to go', 'near the end of the draft'],
    ['4 sentences to go', undefined],
    ['tenth 0', 'near the beginning of the draft'],
    ['tenth 1', 'near the beginning of the draft'],
    ['tenth 2', undefined],
    ['tenth 4', 'in the middle of the draft'],
    ['tenth 5', 'in the middle of the draft'],
    ['tenth 7', undefined],
    ['tenth 8', 'near the end of the draft'],
    ['paragraph 0', 'in the first paragraph'],
    ['paragraph 1', 'in the second paragraph'],
    ['paragraph 2', 'in the third paragraph'],
    ['paragraph 3', 'in the fourth paragraph'],
    ['paragraph 4', 'in the fifth paragraph'],
    ['paragraph 5', undefined],
    ['length 3', undefined],
  ])('of places: %s', (text, said) => {
    expect(sayPlace(text)).toBe(said);
  });

  it.each([
    ['paragraph of the telling', 'in the paragraph that tells the setback'],
    ['another paragraph', undefined],
    ['in the telling', 'in the sentence that tells the setback'],
    ['before the telling', 'before the setback is told'],
    ['after the telling', 'after the setback is told'],
    ['between', 'between two tellings of the setback'],
    ['no setback told', undefined],
    ['distance none', undefined],
    ['distance 0', 'in the sentence that tells the setback'],
    ['distance 1', 'right after the sentence that tells the setback'],
    ['distance -1', 'right before the sentence that tells the setback'],
    ['distance -2', undefined],
    ['distance 2', '2 sentences after the one that tells the setback'],
    ['distance 7', '7 sentences after the one that tells the setback'],
    ['distance 8', 'long after the setback is told'],
  ])('of the telling: %s', (text, said) => {
    expect(sayTelling(text)).toBe(said);
  });

  it.each([
    ['a failure, own', "tells of a setback of the writer's own"],
    ['a failure, somebody else', "tells of somebody else's setback"],
    ['a failure, unreal', 'tells of a setback that did not happen'],
    ['a failure, unknown', 'tells of a setback'],
    ['its sentence: own', "its sentence tells of a setback of the writer's own"],
    ['before: somebody else', "the sentence before it tells of somebody else's setback"],
    ['before: nobody', undefined],
    ['whose failures the draft tells', undefined],
  ])('of owners: %s', (text, said) => {
    expect(sayOwner(text)).toBe(said);
  });
});
