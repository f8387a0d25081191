import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
const here = await folder();
const names = [...Array(40).keys()].map((number) => `drafts/${String(number).padStart(2, '0')}.md`);
for (const [at, name] of names.entries())
  await here.write(name, `${PLACEHOLDER}\nI have taught anatomy for ${at + 2} years.\n`);
await here.write('drafts/05.docx', 'PK\u0003\u0004 and no more');

/** A rule that does to its thread what a draft asks for. */
const RULE = `export default {
  meta: { id: 'breaks', group: 'facts', severity: 'warning', summary: 'Nothing breaks.', why: 'It shows.',
    ask: 'What broke?', source: 'The tests.', options: {}, messages: { broken: { text: 'Broken.' } } },
  check({ document }) {
    if (document.source.includes('leave at once')) process.exit(3);
    if (document.source.includes('never come to an end')) for (;;);
  },
  examples: { invalid: [], valid: [] },
};`;

describe('many drafts', () => {
  it('are the same report from one thread and from several, in every format', async () => {
    const args = ['drafts', 'missing.md', '--format', 'pretty'];
    const files = ['a.txt', 'a.jsonl', 'a.csv', 'a.xml', 'a.sarif'];
    const output = (to: string) => [
      ...files.flatMap((file) => ['--output', `${to}/${file}`]),
      '--format',
      'json',
    ];
    const one = await here.run([...args, ...output('one'), '--concurrency', '1']);
    const some = await here.run([...args, ...output('some'), '--concurrency', '3']);
    const told = await here.run([...args, ...output('told')]);
    expect(one.code).toBe(2);
    expect(some).toEqual({ ...one, err: one.err.replaceAll('one/', 'some/') });
    expect(told).toEqual({ ...one, err: one.err.replaceAll('one/', 'told/') });
    for (const file of files) expect(await here.read(`some/${file}`)).toBe(await here.read(`one/${file}`));
    expect(reportOf(one).files.map(({ path }) => path)).toEqual([
      ...[...names, 'drafts/05.docx'].sort(),
      'missing.md',
    ]);
  });

  it('are told of one by one, whatever becomes of a thread', async () => {
    const odd = await folder();
    await odd.write('breaks.mjs', RULE);
    await odd.write('narrative-lint.config.json', '{ "plugins": ["./breaks.mjs"] }');
    await odd.write('1.md', PLACEHOLDER);
    await odd.write('2.md', 'I would like to leave at once and to train at your program, too.\n');
    await odd.write('3.md', 'I hope that this will never come to an end, and to train at your program.\n');
    await odd.write('4.md', PLACEHOLDER);
    const run = await odd.run(['.', '--concurrency', '2', '--time-limit', '2', '--format', 'json']);
    expect(run).toMatchObject({ code: 2, err: '' });
    const files = reportOf(run).files;
    expect(files.map(({ path, error }) => [path, error === undefined])).toEqual([
      ['1.md', true],
      ['2.md', false],
      ['3.md', true],
      ['4.md', true],
    ]);
    expect(files[1]?.error).toBe(
      '2.md could not be linted, since its thread ended (worker exited with code: 3); the other drafts were',
    );
    expect(files[2]?.messages.map(({ ruleId }) => ruleId)).toContain('breaks');
    const cohort = await odd.run(['cohort', '.', '--concurrency', '2', '--time-limit', '2']);
    expect(cohort.out).toMatch(/^4 drafts: .* 1 not read\.$/m);
    expect(linesOf(cohort.err)).toHaveLength(2);
  });

  it('are stopped with their threads where these stand still', async () => {
    const odd = await folder();
    await odd.write(
      'waits.mjs',
      `import { isMainThread } from 'node:worker_threads';\nif (!isMainThread) for (;;);\n${RULE}`,
    );
    await odd.write('narrative-lint.config.json', '{ "plugins": ["./waits.mjs"] }');
    for (const name of ['1.md', '2.md']) await odd.write(name, PLACEHOLDER);
    const run = await odd.run(['.', '--concurrency', '2', '--time-limit', '1', '--format', 'json']);
    expect(run).toMatchObject({ code: 2, err: '' });
    for (const { path, error } of reportOf(run).files)
      expect(error).toMatch(`${path} was stopped, since it took longer than 1 s; `);
  });

  it('need plugins and configurations that are programs in every thread', async () => {
    const typed = await folder();
    await typed.write(
      'breaks.mjs',
      RULE.replace(
        'check({ document }) {',
        "check({ report }) { report({ messageId: 'broken' }); },\n  never({ document }) {",
      ),
    );
    await typed.write(
      'narrative-lint.config.ts',
      'const plugins: string[] = ["./breaks.mjs"]; export default { plugins, overrides: [{ files: "b.md", kind: "hobby" as const }] };',
    );
    for (const name of ['a', 'b', 'c']) await typed.write(`${name}.md`, PLACEHOLDER);
    const run = await typed.run([
      '.',
      '--concurrency',
      '2',
      '--format',
      'json',
      '--output',
      'r.sarif',
      '--format',
      'sarif',
    ]);
    const { files } = reportOf(run);
    expect(files.map(({ kind }) => kind)).toEqual(['personal-statement', 'hobby', 'personal-statement']);
    for (const { messages } of files) expect(messages.map(({ ruleId }) => ruleId)).toContain('breaks');
    const sarif = JSON.parse(await typed.read('r.sarif'));
    const rules = sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(rules).toContain('breaks');
  });

  it('are dismissed and compared alike', async () => {
    const kept = await folder();
    for (const name of ['a', 'b', 'c']) await kept.write(`${name}.md`, `${PLACEHOLDER}And ${name}.\n`);
    await kept.run(['.', '--format', 'json', '--output', 'before.json', '--concurrency', '2']);
    await kept.write('b.md', 'I would be glad to train with you and to learn from your patients.\n');
    const since = await kept.run(['.', '--since', 'before.json', '--format', 'json', '--concurrency', '2']);
    expect(since.out).toBe((await kept.run(['.', '--since', 'before.json', '--format', 'json'])).out);
    expect(JSON.stringify(reportOf(since).files[1])).toContain('"solved":[{"ruleId":"no-placeholders"');
    const baseline = await kept.run(['.', '--suppress-all', '--concurrency', '2']);
    expect(baseline.err).toMatch(/\d findings dismissed in narrative-lint\.suppressions\.json/);
    expect((await kept.run(['.', '--concurrency', '2', '--fail-on', 'suggestion'])).code).toBe(0);
    const pruned = await kept.run(['.', '--prune-suppressions', '--concurrency', '2']);
    expect(pruned.err).toContain('0 dismissed findings forgotten');
  });

  it('are corrected, and shown before, in the order of their names', async () => {
    const curly = await folder();
    const text = (name: string) => `My attending said that I was \u201Cprepared\u201D for ${name}.\n`;
    for (const name of ['a', 'b', 'c']) await curly.write(`${name}.md`, text(name));
    const shown = await curly.run(['.', '--fix-dry-run', '--concurrency', '2']);
    expect(shown.out).toBe((await curly.run(['.', '--fix-dry-run'])).out);
    expect(await curly.read('a.md')).toBe(text('a'));
    expect((await curly.run(['.', '--fix', '--concurrency', '2'])).out).toContain('6 characters corrected.');
    expect(await curly.read('c.md')).toBe(text('c').replace(/[\u201C\u201D]/g, '"'));
  });
});

describe('a run that is broken off', () => {
  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130, '1'],
    ['SIGTERM', 143, '2'],
  ] as const)('by %s leaves the older report and nothing beside it', async (signal, code, concurrency) => {
    const broken = await folder();
    for (const name of names) await broken.write(name, await here.read(name));
    await broken.write('r.json', 'the older report');
    // A shell shows the code that a script would see; what it starts has the shell's own number.
    const script = `"$0" "$@" & echo $! > pid; wait $!; exit $?`;
    const args = [BIN, 'drafts', '--output', 'r.json', '--concurrency', concurrency];
    const child = spawn('sh', ['-c', script, process.execPath, ...args], { cwd: broken.path });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!readdirSync(broken.path).some((name) => name.includes('unfinished')) && child.exitCode === null)
      await new Promise((resolve) => setImmediate(resolve));
    process.kill(Number(await broken.read('pid')), signal);
    expect(await ended).toBe(code);
    // The shell may add a line of its own.
    expect(linesOf(err)[0]).toBe('narrative-lint: stopped before it was done; no unfinished report was left');
    expect(err.match(/narrative-lint/g)).toHaveLength(1);
    expect(await broken.read('r.json')).toBe('the older report');
    expect((await readdir(broken.path)).sort()).toEqual(['drafts', 'pid', 'r.json']);
  });

  it.skipIf(process.platform === 'win32')('by the reader of a pipe is quiet, and ends', async () => {
    const script = `"$0" "$@" | head -n 1; exit 0`;
    const child = spawn(
      'sh',
      ['-c', script, process.execPath, BIN, 'drafts', '--format', 'jsonl', '--concurrency', '2'],
      {
        cwd: here.path,
      },
    );
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(linesOf(out)).toHaveLength(1);
    expect(err).toBe('');
  });

  it.skipIf(process.platform === 'win32')('writes through a link, and keeps who may read', async () => {
    const linked = await folder();
    await linked.write('a.md', PLACEHOLDER);
    await linked.write('real/r.json', 'old');
    await symlink('real/r.json', join(linked.path, 'r.json'));
    await linked.run(['a.md', '--output', 'r.json']);
    expect(reportOf({ code: 1, out: await linked.read('real/r.json'), err: '' }).files).toHaveLength(1);
    expect((await readdir(linked.path)).sort()).toEqual(['a.md', 'r.json', 'real']);
  });
});
