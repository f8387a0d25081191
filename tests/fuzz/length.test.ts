import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const LINT = fileURLToPath(new URL('lint-repeated.mjs', import.meta.url));
/** Characters of a text: twenty times a statement. What the Markdown parser made of the first seven took minutes or did not end. */
const LENGTH = 100_000;
/** Milliseconds after which a process is ended: tens of times what it takes, since other work may slow it. */
const LONGEST = 240_000;

describe('a text of one piece again and again', () => {
  it.each([
    ['lines of one sign', '=\n'],
    ['headings', 'a\n=\n'],
    ['quotations in quotations', '> '],
    ['lists in lists', '1. '],
    ['notes in notes', '[^1]: '],
    ['ends of links', ']('],
    ['quotations one after the other', '> a\n\n'],
    ['one phrase', 'failed '],
    ['one letter', 'a'],
  ])(
    'is linted in time that grows with its length: %s',
    async (_, piece) => {
      const { stdout } = await promisify(execFile)(process.execPath, [LINT, piece, String(LENGTH)], {
        timeout: LONGEST,
      });
      expect(JSON.parse(stdout)).toEqual({ markdown: true, text: true });
    },
    LONGEST + 10_000,
  );
});
