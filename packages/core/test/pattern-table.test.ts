import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/document/parse.ts';
import { compileTable } from '../src/language/pattern-table.ts';
import { compilePatterns, lazyMatcher, matcherOf } from '../src/language/patterns.ts';

describe('a table of patterns', () => {
  const families = {
    fail: ['~fail (step|level) #', '~fail @exam', 'i ..3 failed'],
    name: ['dr. Cap', '(a|an) very? (good|bad) day'],
  };
  const classes = { part: ['the boards', 'boards'], exam: ['@part', 'step # ck?'] };
  const tokens = parseDocument(
    'I really had failed Step 1 CK and the boards, Dr. Lee; a very bad day.',
  ).sentences.flatMap((sentence) => sentence.tokens);

  it('is plain data', () => {
    const table = compileTable(families, classes);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(matcherOf(table).match(tokens)).toEqual(compilePatterns(families, classes).match(tokens));
  });

  it('has one state for all that continue alike', () => {
    const one = compileTable({ family: ['a x y z'] }, {}).states.length;
    const two = compileTable({ family: ['a x y z', 'b x y z'] }, {}).states.length;
    expect(two - one).toBe(2);
  });

  it('is made when it is first used, and once', () => {
    let made = 0;
    const matcher = lazyMatcher(() => {
      made += 1;
      return compilePatterns(families, classes);
    });
    expect(made).toBe(0);
    expect(matcher.match(tokens).map(({ family }) => family)).toEqual(['fail', 'fail', 'name', 'name']);
    matcher.match(tokens);
    expect(made).toBe(1);
  });

  it.each([
    ['(the )?word', 'A parenthesis stands within a word'],
    ['self-(doubt|pity)', 'A parenthesis stands within a word'],
    ['a (b c)d', 'A parenthesis stands within a word'],
    ['a|b(c d)', 'A parenthesis stands within a word'],
    ['(a)(b)', 'Unbalanced'],
    [')a(', 'Unbalanced'],
    ['a? b?', 'matches nothing at all'],
    ['..3', 'matches nothing at all'],
    ['((a b)?|c)', 'matches nothing at all'],
    ['(a?|b) c', 'cannot be one of several'],
    ['(..2|b) c', 'cannot be one of several'],
  ])('refuses %j', (pattern, message) => {
    expect(() => compileTable({ family: [pattern] }, {})).toThrow(SyntaxError);
    expect(() => compileTable({ family: [pattern] }, {})).toThrow(message);
  });
});
