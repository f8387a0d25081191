import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, type Verdict } from './expressions/check.ts';
import { type Expression, readSources, recordMade } from './expressions/sources.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Expressions whose verdict is known, by a hash of each: to check all of them takes some minutes. */
const KNOWN = fileURLToPath(new URL('expressions/linear.json', import.meta.url));
const update = process.env.NARRATIVE_LINT_UPDATE_EXPRESSIONS !== undefined;
/** Long enough for dozens of new expressions. */
const LONGEST = 900_000;

const sources = readSources(ROOT);
const made = await recordMade(async () => {
  for (const file of sources.made.keys())
    if (file.startsWith('packages/')) await import(/* @vite-ignore */ `${ROOT}${file}`);
  const { lint } = await import('@narrative-lint/core');
  // Some are made when a draft has the first word of what they look for.
  lint(
    'I failed Step 1. I wish to train in internal medicine. A patient named Ana Diaz, 54, and then J.D., 61, came to [Clinic], TBD.',
  );
});

function nameOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

describe('regular expressions', () => {
  it('are all seen, those that are made when the code runs among them', () => {
    expect(sources.written.length).toBeGreaterThan(400);
    const seen = new Map<string, number>();
    for (const { at } of made) seen.set(at, (seen.get(at) ?? 0) + 1);
    for (const [file, count] of sources.made)
      if (file.startsWith('packages/')) expect(seen.get(file) ?? 0, file).toBeGreaterThanOrEqual(count);
  });

  it(
    'take time linear in the length of their text',
    async () => {
      const known: Readonly<Record<string, Verdict>> = JSON.parse(await readFile(KNOWN, 'utf8'));
      const verdicts: Record<string, Verdict> = {};
      const wrong: string[] = [];
      for (const expression of [...sources.written, ...made]) {
        const name = nameOf(expression);
        const { source, flags, at } = expression;
        if (verdicts[name]) continue;
        const verdict = known[name] ?? check(expression);
        if (verdict instanceof Error) wrong.push(`${at} /${source}/${flags} ${verdict.message}`);
        else verdicts[name] = verdict;
      }
      if (update) {
        const sorted = Object.fromEntries(Object.entries(verdicts).sort(([a], [b]) => (a < b ? -1 : 1)));
        await writeFile(KNOWN, `${JSON.stringify(sorted, null, 2)}\n`);
      }
      expect(wrong).toEqual([]);
      const all = Object.values(verdicts);
      const proven = all.filter((verdict) => verdict === 'proven').length;
      console.log(`${all.length} expressions: ${proven} proven linear, ${all.length - proven} searched`);
    },
    LONGEST,
  );

  it('are told from those that take longer', () => {
    const list = 'abcdefghijklm'.split('').join('|');
    for (const source of ['(a+)+$', '\\s+$', '^(\\w*)x|\\d*\\d*$', `(?:${list}|n*o*n*)$`])
      expect(check({ source, flags: '' })).toBeInstanceOf(Error);
    for (const source of ['^\\s+', '(?<!\\s)\\s+$', 'a|b', `\\b(?:${list})(?!-x)`])
      expect(check({ source, flags: '' })).not.toBeInstanceOf(Error);
  });
});
