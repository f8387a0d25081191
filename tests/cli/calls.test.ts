import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CURLY, folder, linesOf, PLACEHOLDER, reportOf, SAMPLES } from './run.ts';

const here = await folder();
await here.write('error.md', PLACEHOLDER);
await here.write('warning.md', `---\nkind: experience\n---\n${CURLY}`);
await here.write(
  'clean.md',
  '---\nkind: experience\n---\nI taught anatomy to first-year students every week.\n',
);

describe('exit codes', () => {
  it.each([
    [0, ['clean.md']],
    [1, ['error.md']],
    [0, ['error.md', '--fail-on', 'never']],
    [0, ['warning.md']],
    [1, ['warning.md', '--fail-on', 'warning']],
    [1, ['warning.md', '--fail-on', 'suggestion']],
    [2, ['error.md', 'missing.md']],
    [1, ['lint', 'clean.md', 'error.md']],
    [0, ['--help']],
    [0, ['--version']],
  ])('is %i for %j', async (code, args) => {
    expect((await here.run(args)).code).toBe(code);
  });

  it('is quiet when the reader of a pipe has enough', async () => {
    const bin = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
    const child = spawn(process.execPath, [bin, 'error.md', '--format', 'json'], { cwd: here.path });
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

describe('wrong calls', () => {
  it.each([
    [[], /no draft was named/],
    [['--formt', 'json'], /unknown option '--formt'.*--format/],
    [['--format', 'jsn', 'error.md'], /jsn.*Did you mean json\?/],
    [['--kind', 'personal-statment', 'error.md'], /Did you mean personal-statement\?/],
    [
      ['--specialty', 'internal-medcine', 'error.md'],
      /internal-medcine.*Did you mean "internal medicine"|Did you mean "internal-medicine"/,
    ],
    [['outlin', 'error.md'], /outlin is neither a file nor a command\. Did you mean outline\?/],
    [['explain', 'no-placeholder'], /no-placeholder.*Did you mean no-placeholders\?/],
    [['explain'], /missing required argument/],
    [['rules', 'extra'], /too many arguments/],
    [['-', '--fix'], /--fix-dry-run/],
    [['--config', 'nope.json', 'error.md'], /nope\.json does not exist/],
  ])('%j is one line that helps', async (args, says) => {
    const { code, err } = await here.run(args);
    expect(code).toBe(2);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('shows a stack only for --debug', async () => {
    expect((await here.run(['--debug'])).err).toMatch(/\n\s+at /);
  });
});

describe('commands', () => {
  it('help names every command and option that people need', async () => {
    const { out } = await here.run(['--help']);
    for (const word of ['outline', 'rules', 'explain', '--fix-dry-run', '--fail-on', '--kind', 'Exit codes'])
      expect(out).toContain(word);
  });

  it('rules lists them and explain tells all of one', async () => {
    const list = await here.run(['rules']);
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toMatch(/no-placeholders +error/);
    const one = await here.run(['explain', 'eras-characters']);
    expect(one.code).toBe(0);
    for (const title of ['Why it matters', 'Ask yourself', 'Options', 'Draws a finding', 'Is fine'])
      expect(one.out).toContain(title);
  });

  it('outline tells the story, and --why what told it', async () => {
    const clean = join(SAMPLES, 'personal-statement-clean.md');
    const plain = await here.run(['outline', clean]);
    expect(plain).toMatchObject({ code: 0, err: '' });
    for (const title of ['What happened', 'What changed', 'Evidence', 'Carried forward', 'Everything else']) {
      expect(plain.out).toContain(title);
    }
    expect(plain.out).toMatch(/I failed Step 1 on my first attempt\.\s+\(setback,\s+\d+:\d+\)/);
    const why = await here.run(['outline', '--why', clean]);
    expect(why.out.length).toBeGreaterThan(plain.out.length);
    expect(why.out).toMatch(/\n {6}- says that an exam or course was passed: "/);
    expect(why.out).not.toMatch(/\n {6}- \w+: (?!")/);
  });

  it('outline says so when there is no story, and when a draft cannot be read', async () => {
    const { code, out, err } = await here.run(['outline', 'clean.md', 'missing.md']);
    expect(code).toBe(2);
    expect(out).toContain('No setback of yours');
    expect(linesOf(err)).toHaveLength(1);
  });
});

describe('kind', () => {
  it('comes from the flag, then front matter, then the configuration', async () => {
    await here.write('kinds/narrative-lint.config.json', '{"kind": "secondary"}');
    await here.write('kinds/plain.md', PLACEHOLDER);
    await here.write('kinds/front.md', `---\nkind: hobby\n---\n${PLACEHOLDER}`);
    const kinds = async (...args: string[]) =>
      reportOf(await here.run(['kinds', '--format', 'json', ...args])).files.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['hobby', 'secondary']);
    expect(await kinds('--kind', 'experience')).toEqual(['experience', 'experience']);
  });
});
