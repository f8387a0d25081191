import { describe, expect, it } from 'vitest';
import { lint, parseConfig, parseDocument } from '../src/index.ts';

const norms = (text: string) =>
  parseDocument(text).sentences.flatMap(({ tokens }) => tokens.map(({ norm }) => norm));
const found = (text: string) =>
  lint(text, { config: { rules: { 'eras-characters': 'warning' } } }).messages.filter(
    ({ ruleId }) => ruleId === 'eras-characters',
  );

describe('words', () => {
  it('that every object has a property of are words', () => {
    expect(norms("The constructor's plan")).toEqual(['the', 'constructor', "'s", 'plan']);
  });

  it('are not what makes a heart an emoji', () => {
    const [sentence] = parseDocument('\u2764\uFE0F').sentences;
    expect(sentence?.tokens.filter(({ isWord }) => isWord) ?? []).toEqual([]);
  });
});

describe('a character of several code points', () => {
  it.each([
    ['letters of Hangul', '\u1100\u1161\u11A8'],
    ['a Greek letter with its accent apart', '\u03B1\u0313'],
    ['a letter of Thai', '\u0E01\u0E33'],
  ])('is pointed at as a whole: %s', (_, character) => {
    for (const { actual } of found(`I passed ${character} in May.`)) expect(actual).toBe(character);
    expect(found(`I passed ${character} in May.`)).not.toEqual([]);
  });

  it.each([
    ['a colour of skin on a digit', '0\u{1F3FD}'],
    ['an accent on a digit', '0\u0301'],
    ['a keycap', '0\uFE0F\u20E3'],
  ])('is pointed at as a whole at the end of a finding: %s', (_, character) => {
    const [message] = lint(`She was born 01/02/196${character}`).messages.filter(
      ({ ruleId }) => ruleId === 'no-patient-identifiers',
    );
    expect(message?.actual).toBe(`born 01/02/196${character}`);
  });

  it('is not cut in two where words are left out of a message', () => {
    const [message] = found(`I passed \u1E9E ${'\u{10000}'.repeat(20)}`);
    expect(String(message?.reason).isWellFormed()).toBe(true);
  });
});

describe('the words of a message', () => {
  it('end with a whole character where they are cut short', () => {
    for (const before of ['', 'x']) {
      const text = `${before}${'\u{10000}'.repeat(400)}`;
      const reasons = lint(text, { kind: 'geographic-preference' }).messages.map(({ reason }) => reason);
      expect(reasons.some((reason) => reason.includes('300'))).toBe(true);
      for (const reason of reasons) expect(reason.isWellFormed()).toBe(true);
    }
  });
});

describe('a block longer than any statement', () => {
  it('keeps all its words, and is cut where sentences end', () => {
    const sentence = 'I met with a tutor each week.';
    const { sentences, paragraphs } = parseDocument(Array(1000).fill(sentence).join(' '));
    expect(sentences).toHaveLength(1000);
    expect(paragraphs).toHaveLength(1);
  });

  it('is cut between characters where it has no space', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    const source = `a${family.repeat(2500)}`;
    for (const { start, end } of parseDocument(source).sentences)
      for (const offset of [start, end])
        if (offset > 0 && offset < source.length) expect((offset - 1) % family.length).toBe(0);
  });
});

describe('front matter', () => {
  it.each([
    ['lists', '['],
    ['keys', '{a: '],
    ['lists of lines', '- '],
    ['keys of keys', '? '],
  ])('that nests thousands deep is one error: %s', (_, piece) => {
    const { problems, document } = lint(`---\n${piece.repeat(5000)}\n---\nI passed.\n`);
    expect(document.frontMatter?.error).toBe('it nests more than 100 levels deep');
    expect(problems).toHaveLength(1);
  });
});

describe('a configuration', () => {
  it('may hold what has no text', () => {
    const { problems } = parseConfig({ rules: { 'acknowledge-failure': [{ toString: {} }] } });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/rules\.acknowledge-failure\[0\]/),
    ]);
  });

  it('is told of on one line, whatever its keys hold', () => {
    const { problems } = parseConfig({ '\rrules\n': {} });
    expect(problems[0]?.message).toMatch(/^[^\r\n]*unknown key[^\r\n]*$/);
  });
});
