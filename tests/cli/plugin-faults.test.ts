import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, type Run, reportOf } from './run.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));

/** A plugin whose rules do what a draft asks them for. */
const PLUGIN = `import { writeFileSync } from 'node:fs';
const rule = (id, word, act) => ({
  meta: { id, group: 'facts', severity: 'suggestion', summary: 'None.', why: 'None.', ask: 'What?',
    source: 'The tests.', options: {}, messages: { seen: { text: 'Seen.' } } },
  check(context) { if (context.document.source.includes(word)) return act(context); },
  examples: { invalid: [], valid: [] },
});
export default [
  rule('counts-on', 'without end', () => { writeFileSync('started', ''); for (;;) try { for (;;); } catch {} }),
  rule('asks-twice', 'aaaa', ({ document }) => /^I (a+)+$/.test(document.source)),
  rule('gives-up', 'throw', () => { throw new TypeError('no\\nluck'); }),
  rule('throws-nothing', 'throw', () => { throw Object.create(null); }),
  rule('promises', 'promise', async () => { throw new Error('late'); }),
  rule('points-away', 'far', ({ report }) => report({ messageId: 'seen', at: { start: 0, end: 9999 } })),
  rule('sees-all', '', ({ report }) => report({ messageId: 'seen' })),
];
`;
const OF = 'of the plugin rules\\.mjs, which';
const ENDLESS = `could not be checked by the rule counts-on ${OF} did not end within 1 s and was stopped; mend it, turn it off, or give it more with --time-limit`;

async function drafts(texts: Readonly<Record<string, string>>) {
  const here = await folder();
  await here.write('rules.mjs', PLUGIN);
  await here.write('narrative-lint.config.json', '{ "plugins": ["./rules.mjs"] }');
  for (const [name, text] of Object.entries(texts)) await here.write(name, text);
  return here;
}

function foundIn(run: Run): string[][] {
  return reportOf(run).files.map(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

describe('a rule of a plugin that does not end', () => {
  it('is stopped in the one draft that is linted, and all other rules count', async () => {
    const here = await drafts({ 'a.md': `${PLACEHOLDER}I ran without end.\n` });
    const run = await here.run(['a.md', '--time-limit', '1']);
    expect(run.code).toBe(2);
    expect(linesOf(run.err)).toEqual([expect.stringMatching(`^narrative-lint: a\\.md ${ENDLESS}$`)]);
    expect(run.out).toContain('sees-all');
    const json = await here.run(['a.md', '--time-limit', '1', '--format', 'json']);
    expect(json).toMatchObject({ code: 2, err: '' });
    expect(foundIn(json)).toEqual([['counts-on', 'sees-all', 'no-placeholders']]);
    expect(json.out).toMatch(new RegExp(`"This draft ${ENDLESS}\\."`));
  });

  it('is stopped within an expression, too', async () => {
    const here = await drafts({ 'a.txt': `I ${'a'.repeat(60)}b` });
    const { code, err } = await here.run(['a.txt', '--time-limit', '1']);
    expect([code, linesOf(err)]).toEqual([2, [expect.stringMatching(/ the rule asks-twice of .* 1 s /)]]);
  });

  it.each([
    ['outline', 'a.md'],
    ['brief', 'a.md'],
    ['compare', 'b.md', 'a.md'],
    ['cohort', '.'],
    ['a.md', '--fix'],
    ['.', '--concurrency', '2'],
  ])('is told of by %s, once, with 2', async (...args) => {
    const here = await drafts({ 'a.md': `I ran \u2013 without end.\n`, 'b.md': PLACEHOLDER });
    const { code, out, err } = await here.run([...args, '--time-limit', '1']);
    expect([code, out === '']).toEqual([2, false]);
    expect(linesOf(err)).toEqual([expect.stringMatching(new RegExp(`a\\.md ${ENDLESS}$`))]);
  });

  it.skipIf(process.platform === 'win32')('does not keep Ctrl-C from ending the run', async () => {
    const here = await drafts({ 'a.md': 'I ran without end.\n' });
    const child = spawn(process.execPath, [BIN, 'a.md', '--time-limit', '600'], { cwd: here.path });
    const ended = new Promise((resolve) => child.on('close', (code, by) => resolve(by ?? code)));
    while (!existsSync(join(here.path, 'started')) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  });
});

describe('a rule of a plugin that breaks', () => {
  it('is named with its plugin and its file; the other rules and drafts are checked', async () => {
    const here = await drafts({
      'a.md': 'I throw balls.\n',
      'b.md': 'I promise that I went far.\n',
      'c.md': 'I bake bread.\n',
    });
    const run = await here.run(['.']);
    expect(run.code).toBe(2);
    expect(linesOf(run.err)).toEqual(
      [
        `a\\.md could not be checked by the rule gives-up ${OF} broke: no luck`,
        `a\\.md could not be checked by the rule throws-nothing ${OF} broke: it threw something that has no words`,
        `b\\.md could not be checked by the rule promises ${OF} gave a promise; .*`,
        `b\\.md could not be checked by the rule points-away ${OF} broke: it reported a place that .*`,
      ].map((line) => expect.stringMatching(`^narrative-lint: ${line}$`)),
    );
    expect(run.out + run.err).not.toContain('fault in narrative-lint');
    const json = await here.run(['.', '--format', 'json']);
    expect(foundIn(json)).toEqual([
      ['gives-up', 'throws-nothing', 'sees-all'],
      ['promises', 'points-away', 'sees-all'],
      ['sees-all'],
    ]);
  });

  it('is named as the package that it is in, or as the configuration itself', async () => {
    const here = await drafts({ 'a.md': 'I throw balls.\n' });
    await here.write('node_modules/of-ours/index.mjs', PLUGIN);
    await here.write('node_modules/of-ours/package.json', '{ "main": "index.mjs" }');
    await here.write('narrative-lint.config.json', '{ "plugins": ["of-ours"] }');
    expect((await here.run(['a.md'])).err).toMatch(
      /the rule gives-up of the plugin of-ours \(node_modules.of-ours.index\.mjs\), which broke: no luck$/m,
    );
    await here.write(
      'own.config.mjs',
      "import rules from './rules.mjs'; export default { plugins: [rules] };",
    );
    expect((await here.run(['a.md', '--config', 'own.config.mjs'])).err).toMatch(
      /the rule gives-up of the plugin in own\.config\.mjs, which broke: no luck$/m,
    );
  });
});

describe('a plugin that does not end while it is loaded', () => {
  const LATE =
    'was not loaded within 1 s and was stopped; mend what it does before it exports something, or give it more with --time-limit';
  const ENDLESS_LOADS = [
    ['counts on', 'for (;;) try { for (;;); } catch {}'],
    ['searches on', `/^(a+)+$/.test('${'a'.repeat(60)}b');`],
    ['waits for nothing', 'await new Promise(() => {});'],
    ['imports one that counts on', "import './counts.mjs';"],
  ] as const;
  const withPlugin = async (code: string) => {
    const here = await drafts({ 'a.md': PLACEHOLDER, 'b.md': PLACEHOLDER });
    await here.write('rules.mjs', code);
    await here.write('counts.mjs', 'await null; for (;;);');
    return here;
  };

  it.each(ENDLESS_LOADS)('is named, once for all drafts: it %s', async (_, code) => {
    const here = await withPlugin(code);
    const { code: exit, err } = await here.run(['.', '--time-limit', '1']);
    expect([exit, linesOf(err)]).toEqual([2, [`narrative-lint: rules.mjs ${LATE}`]]);
  });

  it('is named where drafts are linted at once, and drafts that it is not for are linted', async () => {
    const here = await withPlugin(ENDLESS_LOADS[0][1]);
    await here.write('other/narrative-lint.config.json', '{}');
    await here.write('other/c.md', PLACEHOLDER);
    const run = await here.run(['.', '--time-limit', '1', '--concurrency', '2']);
    expect([run.code, linesOf(run.err)]).toEqual([2, [`narrative-lint: rules.mjs ${LATE}`]]);
    expect(run.out).toContain('[Program]');
  });

  it('may take its time below the limit', async () => {
    const here = await withPlugin(`const till = Date.now() + 300; while (Date.now() < till);\n${PLUGIN}`);
    const { code, err } = await here.run(['a.md', '--fail-on', 'never', '--time-limit', '60']);
    expect([code, err]).toEqual([0, '']);
  });
});

describe('a configuration that throws', () => {
  it('keeps none of the drafts from being linted that it is not for', async () => {
    const here = await folder();
    await here.write('a/one.md', PLACEHOLDER);
    await here.write('b/two.md', PLACEHOLDER);
    await here.write('b/three.md', PLACEHOLDER);
    await here.write('b/narrative-lint.config.mjs', 'throw new Error("no luck");');
    const run = await here.run(['.']);
    expect(run.code).toBe(2);
    expect(linesOf(run.err)).toEqual([
      expect.stringMatching(/^narrative-lint: b.narrative-lint\.config\.mjs could not be run: no luck$/),
    ]);
    const json = await here.run(['.', '--format', 'json', '--concurrency', '2']);
    expect(json.code).toBe(2);
    expect(reportOf(json).files.map(({ error }) => error === undefined)).toEqual([true, false, false]);
  });
});
