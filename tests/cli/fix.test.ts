import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CURLY, folder, reportOf, SAMPLES } from './run.ts';

const here = await folder();
const KIND = ['--kind', 'experience'];
const PLAIN = 'My attending said that I was "prepared" - and I was glad of it.\n';

describe('--fix', () => {
  it('corrects characters, leaves nothing else behind, and then changes nothing', async () => {
    await here.write('w/a.md', `---\nspecialty: internal-medicine\n---\n${CURLY}`);
    const first = await here.run(['w/a.md', '--fix', ...KIND]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('3 characters corrected');
    const corrected = await here.read('w/a.md');
    expect(corrected).toBe(`---\nspecialty: internal-medicine\n---\n${PLAIN}`);
    const second = await here.run(['w/a.md', '--fix', ...KIND]);
    expect(second.out).not.toContain('corrected');
    expect(await here.read('w/a.md')).toBe(corrected);
    expect(await readdir(`${here.path}/w`)).toEqual(['a.md']);
  });

  it('corrects also what is too much to be told one by one, and says of how much', async () => {
    await here.write('much.md', 'I passed\u2026 '.repeat(1500));
    const told = reportOf(await here.run(['much.md', '--format', 'json', '--fail-on', 'never', ...KIND]));
    const own = told.files[0]?.messages.filter(({ ruleId }) => ruleId === 'eras-characters') ?? [];
    expect(own).toHaveLength(1001);
    expect(own.at(-1)?.message).toContain('finds 500 more from here on');
    const fixed = await here.run(['much.md', '--fix', '--fail-on', 'never', ...KIND]);
    expect(fixed.out).toContain('1,500 characters corrected');
    expect(await here.read('much.md')).toBe('I passed... '.repeat(1500));
  });

  it('keeps line ends and the byte order mark', async () => {
    await here.write('crlf.txt', `\uFEFFOne \u2013 two.\r\n\r\nThree \u2013 four.\r\n`);
    await here.run(['crlf.txt', '--fix', ...KIND]);
    expect(await here.read('crlf.txt')).toBe('\uFEFFOne - two.\r\n\r\nThree - four.\r\n');
  });

  it('tells what is left', async () => {
    await here.write('left.md', `${CURLY}\nI hope to train at [Program].\n`);
    const run = await here.run(['left.md', '--fix', '--format', 'json', ...KIND]);
    expect(run.code).toBe(1);
    expect(reportOf(run).files[0]?.messages.map(({ ruleId }) => ruleId)).toEqual(['no-placeholders']);
  });
});

describe('--fix on a Word document', () => {
  it('says that it is left as it is', async () => {
    const { code, err } = await here.run([
      `${SAMPLES}personal-statement.docx`,
      '--fix',
      '--fail-on',
      'never',
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/^narrative-lint: .*personal-statement\.docx was left as it is; .*\n$/);
  });
});

describe('--fix-dry-run', () => {
  it('shows the change and writes nothing', async () => {
    await here.write('dry.md', CURLY);
    const { code, out } = await here.run(['dry.md', '--fix-dry-run', ...KIND]);
    expect(code).toBe(0);
    expect(out).toContain(`-${CURLY.trim()}`);
    expect(out).toContain(`+${PLAIN.trim()}`);
    expect(await here.read('dry.md')).toBe(CURLY);
  });

  it('works on standard input', async () => {
    const { out } = await here.run(['-', '--fix-dry-run', ...KIND], { stdin: CURLY });
    expect(out).toContain(`+${PLAIN.trim()}`);
  });
});
