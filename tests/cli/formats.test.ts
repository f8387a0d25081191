import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, PLACEHOLDER, reportOf, SAMPLES } from './run.ts';

const here = await folder();
const SAMPLE = join(SAMPLES, 'personal-statement.md');
const CLEAN = join(SAMPLES, 'personal-statement-clean.md');

describe('json', () => {
  it('has exactly the documented keys, and offsets that lead to the words', async () => {
    const run = await here.run([SAMPLE, '--format', 'json']);
    const report = reportOf(run);
    const source = await readFile(SAMPLE, 'utf8');
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(Object.keys(report)).toEqual(['version', 'files', 'summary']);
    expect(Object.keys(report.summary)).toEqual(['files', 'errors', 'warnings', 'suggestions']);
    const file = report.files[0];
    if (!file) throw new Error('no file in the report');
    const keys = ['path', 'kind', 'words', 'characters', 'characterLimit', 'messages', 'narrative'];
    expect(Object.keys(file)).toEqual(keys);
    expect(file).toMatchObject({ kind: 'personal-statement', characterLimit: 28000 });
    expect(Object.keys(file.narrative)).toEqual(['segments', 'space']);
    expect(Object.values(file.narrative.space).reduce((sum, words) => sum + words, 0)).toBe(file.words);
    expect(Object.keys(file.narrative.space)).toEqual([
      'setback',
      'context',
      'excuse',
      'change',
      'evidence',
      'growth',
      'other',
    ]);

    const gap = file.messages.find(({ ruleId }) => ruleId === 'no-placeholders');
    expect(gap).toMatchObject({ severity: 'error', scope: 'range' });
    expect(source.slice(gap?.start?.offset, gap?.end?.offset)).toBe('[Program]');
    expect(source.split('\n')[(gap?.start?.line ?? 0) - 1]?.slice((gap?.start?.column ?? 0) - 1)).toMatch(
      /^\[Program\]/,
    );

    const dash = file.messages.find(({ fix }) => fix?.text.includes('-'));
    expect(source.slice(dash?.fix?.start, dash?.fix?.end)).toContain('\u2014');
    for (const message of file.messages) {
      const expected = ['ruleId', 'severity', 'message', 'note', 'url', 'scope'];
      if (message.scope === 'range') expected.push('start', 'end', 'quote');
      if (message.fix) expected.push('fix');
      expect(Object.keys(message)).toEqual(expected);
    }
  });

  it('has null where the form sets no limit', async () => {
    const run = await here.run(['-', '--kind', 'interview-answer', '--format', 'json'], {
      stdin: 'I took a year away.',
    });
    expect(reportOf(run).files[0]).toMatchObject({ path: '<stdin>', characterLimit: null });
  });
});

describe('pretty', () => {
  it('shows header, space, words in question, why and question, and sums up', async () => {
    const { code, out, err } = await here.run([SAMPLE]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/personal statement, \d+ words, 3,\d{3} of 28,000 characters/);
    expect(out).toMatch(/failure \d+% \/ change \d+%/);
    expect(out).toContain('target: more change than failure');
    const lines = out.split('\n');
    const quoted = lines.findIndex((line) => line.includes('[Program] the patience'));
    expect(lines[quoted + 1]?.indexOf('^^^^^^^^^')).toBe(lines[quoted]?.indexOf('[Program]'));
    expect(out).toMatch(/\n {4}why {2}/);
    expect(out).toMatch(/\n {4}ask {2}/);
    expect(out).toMatch(/In all: .*error.* in 1 draft\./);
  });

  it('gives lines and columns for text, paragraphs and sentences for Word', async () => {
    expect((await here.run([SAMPLE])).out).toMatch(/\n {2}\d+:\d+ {2}error {2}no-placeholders/);
    const word = await here.run([join(SAMPLES, 'personal-statement.docx')]);
    expect(word.out).toMatch(/\n {2}paragraph 8, sentence 2 {2}error {2}no-placeholders/);
  });

  it('gives a reason and a question once, and then where they stand', async () => {
    await here.write('twice.md', 'I thank [Program].\n\nI wrote to [Hospital], and to TODO.\n');
    const { out } = await here.run(['twice.md', '--kind', 'secondary']);
    expect(out.match(/ no-placeholders/g)).toHaveLength(3);
    expect(out.match(/\n {4}why {2}as for 1:9\n/g)).toHaveLength(2);
    expect(out.match(/\n {4}ask {2}as for 1:9\n/g)).toHaveLength(1);
    expect(out.match(/\n {4}why {2}A gap /g)).toHaveLength(1);
    expect(out.match(/\n {4}ask {2}What /g)).toHaveLength(2);
    const json = reportOf(await here.run(['twice.md', '--kind', 'secondary', '--format', 'json']));
    expect(json.files[0]?.messages.filter(({ note }) => note.includes('A gap '))).toHaveLength(3);
  });

  it('encourages when a draft is clean', async () => {
    const { code, out } = await here.run([CLEAN]);
    expect(code).toBe(0);
    expect(out).toContain('Nothing to object to');
    expect(out).toContain('no findings in 1 draft');
  });

  it('says so when no setback was found in a clean draft', async () => {
    await here.write('quiet.md', '---\nkind: secondary\n---\nI paint boats, and I like the smell of tar.\n');
    const { code, out } = await here.run(['quiet.md']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('No setback of yours was found in it');
  });

  it('keeps within the width', async () => {
    const { out } = await here.run([SAMPLE], { env: { COLUMNS: '60' } });
    const drawn = out.split('\n').filter((line) => !line.includes(SAMPLE) && !line.startsWith('  In all'));
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe('colour', () => {
  const ESCAPE = '\u001B[';

  it('is used when it is asked for, and never in a pipe by itself', async () => {
    await here.write('a.md', PLACEHOLDER);
    expect((await here.run(['a.md', '--color'])).out).toContain(`${ESCAPE}4m[Program]`);
    expect((await here.run(['a.md'], { env: { FORCE_COLOR: '1' } })).out).toContain(ESCAPE);
    expect((await here.run(['a.md'])).out).not.toContain(ESCAPE);
  });

  it('is off with NO_COLOR and --no-color', async () => {
    await here.write('a.md', PLACEHOLDER);
    expect((await here.run(['a.md'], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } })).out).not.toContain(
      ESCAPE,
    );
    const run = await here.run(['a.md', '--no-color'], { env: { FORCE_COLOR: '1' } });
    expect(run.out).not.toContain(ESCAPE);
    expect(run.out).toContain('^^^^^^^^^');
  });

  it('never hands control characters of a draft to the terminal', async () => {
    await here.write('evil.md', `I hope to train${ESCAPE}2J at [Program] with${ESCAPE}31m you.\n`);
    for (const args of [['evil.md'], ['outline', 'evil.md']]) {
      expect((await here.run(args)).out).not.toContain('\u001B');
    }
  });

  it('has no progress in a pipe', async () => {
    await here.write('b.md', PLACEHOLDER);
    const { out, err } = await here.run(['a.md', 'b.md']);
    expect(err).toBe('');
    expect(out).not.toContain('Reading');
    expect(out).not.toContain('\r');
  });
});

describe('html', () => {
  it('is the page of one draft that needs nothing else, and shows markup as text', async () => {
    await here.write(
      '<b>mine</b>.md',
      'I failed Step 1 in May <img src=x onerror=alert(1)> and I told no one.',
    );
    const run = await here.run(['<b>mine</b>.md', '--output', 'mine.html']);
    expect(run).toMatchObject({ out: '', err: 'narrative-lint: wrote mine.html\n' });
    const page = await here.read('mine.html');
    expect(page).toMatch(/^<!doctype html>.*content="default-src &#x27;none&#x27;; style-src &#x27;sha256-/);
    expect(page).toContain('I failed Step 1 in May');
    expect(page).not.toMatch(/<img|<script|<b>mine|href="\.\./);
    expect(page).not.toMatch(/(?:src|srcset|url\()="?https?:/);
  });

  it('has a table first where there are several drafts, and tells of one that is unreadable', async () => {
    await here.write('empty.txt', '');
    const { code, out } = await here.run([SAMPLE, 'empty.txt', CLEAN, '--format', 'html']);
    expect(code).toBe(2);
    expect(out).toContain('<h1>3 drafts</h1>');
    expect(out).toContain('<li>empty.txt is empty; write a first draft');
    const ids = [...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of out.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
    const links = [...out.matchAll(/<a href="#(draft-\d)">[^<]*personal-statement/g)].map(([, id]) => id);
    expect(links).toEqual(['draft-1', 'draft-3']);
    expect(out.match(/<article /g)).toHaveLength(2);
    const alone = await here.run(['empty.txt', '--format', 'html']);
    expect(alone.out).toContain('<h1>empty.txt</h1>');
    expect(alone.out).toContain('<p>empty.txt is empty; write a first draft');
  });

  it('says what was solved, stayed and is new since an earlier draft', async () => {
    await here.write(
      'old.md',
      'I failed Step 1, and the proctor was at fault. It was the darkest valley of my life.',
    );
    await here.write(
      'new.md',
      'I failed Step 1, and the proctor was at fault. I met with a tutor at [Program].',
    );
    const { out } = await here.run(['compare', 'old.md', 'new.md', '--format', 'html']);
    expect(out).toMatch(/<strong>Since old\.md: <\/strong>\d+ solved, [1-9]\d* new, [1-9]\d* stayed\./);
    expect(out).toMatch(/<b>\d+\. error<\/b> stayed, cites-evidence,/);
    expect(out).toMatch(/<b>\d+\. error<\/b> new, no-placeholders,/);
    expect(out).toContain('<strong>no-melodrama</strong>: "It was the darkest valley of my life"');
  });
});
