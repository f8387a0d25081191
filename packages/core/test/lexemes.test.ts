import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/document/parse.ts';
import { lexemeOf, movedToken } from '../src/document/tokens.ts';
import type { Token } from '../src/document/types.ts';

const tokensOf = (text: string) => parseDocument(text).sentences.flatMap(({ tokens }) => tokens);
const first = (text: string) => tokensOf(text)[0] as Token;

describe('the lexeme of a token', () => {
  it('is one for all tokens of a normal form, in any draft', () => {
    const [not, , can] = ['I don\u2019t.', 'I do.', 'I cannot.'].map((text) => tokensOf(text));
    expect(lexemeOf(first('Failing is hard.'))).toBe(lexemeOf(tokensOf('I was failing.')[2] as Token));
    expect(lexemeOf(not?.[2] as Token)).toBe(lexemeOf(can?.[2] as Token));
    expect(lexemeOf(first('Passing.'))).not.toBe(lexemeOf(first('Passed.')));
  });

  it('is that of the normal form for a token that was made elsewhere', () => {
    const token = first('Passed.');
    expect(lexemeOf({ ...token })).toBe(lexemeOf(token));
    expect(lexemeOf({ ...token, norm: 'failed' })).toBe(lexemeOf(first('Failed.')));
  });

  it('goes with a token that moves', () => {
    const token = first('Passed.');
    expect(movedToken(token, 7)).toEqual({ ...token, start: 7, end: 13 });
    expect(lexemeOf(movedToken(token, 7))).toBe(lexemeOf(token));
  });

  it('is found for a number that was put together, and for curly quotes', () => {
    const number = tokensOf('I saw 3,640 patients.')[2] as Token;
    expect(number).toEqual({ text: '3,640', norm: '3,640', start: 6, end: 11, isWord: true, joined: false });
    expect(lexemeOf(number).norm).toBe('3,640');
    expect(lexemeOf(first('\u201CSafe\u201D.')).norm).toBe('"');
  });

  it('stays at hand where a huge text fills the memory of words', () => {
    const before = tokensOf('We failed and passed.').map(({ text, norm }) => ({ text, norm }));
    tokensOf(Array.from({ length: 21_000 }, (_, at) => `w${at.toString(36).replace(/\d/g, 'q')}x`).join(' '));
    const after = tokensOf('We failed and passed.');
    expect(after.map(({ text, norm }) => ({ text, norm }))).toEqual(before);
    expect(after.map((token) => lexemeOf(token).norm)).toEqual(before.map(({ norm }) => norm));
  });
});
