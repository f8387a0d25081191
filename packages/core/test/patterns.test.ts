import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/document/parse.ts';
import { splitClauses } from '../src/language/clauses.ts';
import { inflect } from '../src/language/inflect.ts';
import { compilePatterns } from '../src/language/patterns.ts';

/** The texts a pattern finds in a sentence. */
function found(pattern: string, text: string, classes: Record<string, readonly string[]> = {}): string[] {
  const matcher = compilePatterns({ family: [pattern] }, classes);
  return parseDocument(text).sentences.flatMap(({ tokens }) =>
    matcher.match(tokens).map(({ start, end }) => text.slice(start, end)),
  );
}

describe('a pattern', () => {
  it.each([
    ['step', 'I failed Step 1.', ['Step']],
    ['step #', 'I failed Step 1 and Step two.', ['Step 1']],
    ['~fail', 'I fail, failed, fails, failing, failure.', ['fail', 'failed', 'fails', 'failing']],
    ['failed|passed', 'I failed and passed.', ['failed', 'passed']],
    ['(did not|never) pass', "I didn't pass. I never pass.", ["didn't pass", 'never pass']],
    [
      '~meet ..2 specialist',
      'I met a learning specialist. I met with a good learning specialist.',
      ['met a learning specialist'],
    ],
    ['~meet ..2 specialist', 'I met. A specialist came. I met; specialist.', []],
    [
      'learning? specialist',
      'A learning specialist met a specialist.',
      ['learning specialist', 'specialist', 'specialist'],
    ],
    ['dr. Cap', 'Dr. Lee and Dr. nobody.', ['Dr. Lee']],
    ['~fail @exam', 'I failed Step 1 and failed the boards.', ['failed Step 1', 'failed the boards']],
    [
      '(failed|missed) (step|level) #',
      'I failed Level 2 and missed Step 3.',
      ['failed Level 2', 'missed Step 3'],
    ],
    ["i 'm", 'I\u2019m not.', []],
    ['i am not', 'I\u2019m not.', ['I\u2019m not']],
  ])('%s in %j', (pattern, text, expected) => {
    expect(found(pattern, text, { exam: ['step #', 'the boards'] })).toEqual(expected);
  });

  it('gives the longest match of a family at a place, and every family', () => {
    const matcher = compilePatterns({ long: ['i failed', 'i failed step #'], short: ['failed'] });
    const [sentence] = parseDocument('I failed Step 1.').sentences;
    const hits = matcher.match(sentence?.tokens ?? []);
    expect(hits.map(({ family, first, last }) => [family, first, last])).toEqual([
      ['long', 0, 4],
      ['short', 1, 2],
    ]);
  });

  it('uses a class inside a class', () => {
    expect(found('@test', 'Step 1', { exam: ['step #'], test: ['@exam'] })).toEqual(['Step 1']);
  });

  it.each([
    ['', 'must not be empty'],
    ['(a|b', 'Unbalanced'],
    ['@nowhere', 'unknown class @nowhere'],
    ['a?', 'matches nothing at all'],
  ])('that is malformed, %j, is refused', (pattern, message) => {
    expect(() => compilePatterns({ family: [pattern] })).toThrow(message);
  });

  it.each([
    ['gaps after gaps', ['a ..5 b ..5 c ..5 d'], 'a b c '],
    ['gaps of one word', ['a ..9 a ..9 a ..9 z'], 'a '],
    ['words that may be left out', ['a? a? a? a? a? a? a? a? a a a a a a a a z'], 'a '],
    ['choices that begin alike', ['(a|a b|a b a) (a|a b|a b a) (a|a b|a b a) z'], 'a b '],
    ['choices within gaps', ['(a|b) ..6 (b|a) ..6 (a|b) ..6 z', '(b|a) ..6 (a|b) ..6 z'], 'b a '],
    ['classes within classes', ['@most ..5 @most ..5 z'], 'a b c '],
  ])('looks at the words of a text in proportion to its length: %s', (_, family, piece) => {
    const matcher = compilePatterns(
      { family },
      { some: ['a ..4 c', 'a', 'b c'], most: ['@some (a|b)', '@some'] },
    );
    const looks = (count: number) => {
      let number = 0;
      for (const { tokens } of parseDocument(piece.repeat(count)).sentences)
        matcher.match(
          new Proxy(tokens, {
            get(target, key) {
              number += 1;
              return Reflect.get(target, key);
            },
          }),
        );
      return number;
    };
    const counts = [250, 500, 1000].map(looks);
    expect(counts[0]).toBeGreaterThan(250);
    for (const [at, count] of counts.entries())
      if (at > 0) expect(count).toBeLessThan(2.2 * (counts[at - 1] ?? 0));
  });
});

describe('inflections', () => {
  it.each([
    ['fail', ['fail', 'fails', 'failed', 'failing']],
    ['study', ['study', 'studies', 'studied', 'studying']],
    ['plan', ['plan', 'plans', 'planned', 'planning']],
    ['repeat', ['repeat', 'repeats', 'repeated', 'repeating']],
    ['pass', ['pass', 'passes', 'passed', 'passing']],
    ['change', ['change', 'changes', 'changed', 'changing']],
    ['retake', ['retake', 'retakes', 'retook', 'retaken', 'retaking']],
  ])('of %s', (base, expected) => {
    expect(inflect(base)).toEqual(expected);
  });
});

describe('clauses', () => {
  it.each([
    ['I failed Step 1, but I passed on my second attempt.'],
    ['After I failed, I met a specialist; she helped - a lot (really).'],
    ['I failed because I crammed, which I no longer do.'],
    ['"I failed," I said.'],
    ['...and then I passed.'],
  ])('tile their sentence: %s', (text) => {
    for (const sentence of parseDocument(text).sentences) {
      const clauses = splitClauses(sentence);
      expect(clauses.flatMap(({ tokens }) => tokens)).toEqual(sentence.tokens);
      expect(clauses.reduce((sum, { words }) => sum + words, 0)).toBe(sentence.words);
      for (const { start, end, tokens } of clauses) {
        expect([start, end]).toEqual([tokens[0]?.start, tokens.at(-1)?.end]);
      }
    }
  });

  it('turn where the sentence turns', () => {
    const text = 'I failed Step 1 on my first attempt, but I passed it on my second attempt.';
    const [sentence] = parseDocument(text).sentences;
    const clauses = sentence ? splitClauses(sentence) : [];
    expect(clauses.map(({ start, end }) => text.slice(start, end))).toEqual([
      'I failed Step 1 on my first attempt,',
      'but I passed it on my second attempt.',
    ]);
  });

  it.each([
    ['I failed Step 1 in May, | hired a tutor, | kept a list of errors, | and passed in August.'],
    ['I failed an exam, postponed by a storm, | and passed in August.'],
    ['I failed Step 1 | due to circumstances beyond my control.'],
    ['I did not match, | for the plain reason that I applied late.'],
    ['I failed Step 1 in June | through no fault of my own.'],
    ['I was on leave from May to July | to care for my mother.'],
    ['I took a leave of absence | for surgery.'],
    ['I took a leave of absence for one year.'],
    ['I failed Step 1, | an exam that says little about a doctor.'],
    ['I did not match in 2024, | in a cycle that broke all records.'],
    ['I failed the shelf, | with a new baby at home.'],
    ['I liked the clinic, a small house at the end of the road.'],
    ['I failed anatomy, a course.'],
    ['I studied for it all summer | and in July of 2024 I failed it.'],
    ['"I failed it. | We all did," | she said.'],
    ['I like bread and in winter soup.'],
    ['I care for patients and work for the clinic.'],
  ])('are cut before a reason and a remark on a trouble: %s', (marked) => {
    const text = marked.replaceAll('| ', '');
    const clauses = parseDocument(text).sentences.flatMap(splitClauses);
    expect(clauses.map(({ start, end }) => text.slice(start, end)).join(' | ')).toBe(marked);
  });
});
