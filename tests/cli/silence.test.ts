import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const here = await folder();

async function placeholders(name: string, ...args: string[]): Promise<string[]> {
  const { files } = reportOf(await here.run([name, '--kind', 'experience', '--format', 'json', ...args]));
  return files.flatMap(({ messages }) => messages.map(({ ruleId, start }) => `${ruleId} ${start?.line}`));
}

describe('comments in a draft', () => {
  it.each([
    [
      'next',
      '<!-- narrative-lint disable-next no-placeholders -- it is theirs -->\n\n[Program]. [Program].\n\nTo [Program].',
      ['no-placeholders 5'],
    ],
    [
      'inside',
      'I am glad. <!-- narrative-lint disable-next no-placeholders --> At [Program]. At [Program].',
      ['no-placeholders 1'],
    ],
    [
      'range',
      '<!-- narrative-lint disable no-placeholders, one-page -->\n\n[Program].\n\n<!-- narrative-lint enable -->\n\nAt [Program].',
      ['no-placeholders 7'],
    ],
    ['all', '[Program].\n\n<!-- narrative-lint disable -->\n\n[Program].', ['no-placeholders 1']],
    ['other', '<!-- narrative-lint disable no-melodrama -->\n\n[Program].', ['no-placeholders 3']],
    [
      'misspelt',
      '<!-- narrative-lint disable-next no-placeholder -->\n\n[Program].',
      ['comment 1', 'no-placeholders 3'],
    ],
    [
      'unknown',
      '<!-- narrative-lint ignore no-placeholders -->\n\n[Program].',
      ['comment 1', 'no-placeholders 3'],
    ],
    ['private', '<!-- narrative-lint is what I use -->\n<!-- a note -->\n\nI bake.', ['comment 1']],
  ])('%s', async (name, text, found) => {
    await here.write(`${name}.md`, text);
    expect(await placeholders(`${name}.md`)).toEqual(found);
  });

  it('that silence nothing are reported on request', async () => {
    await here.write(
      'unused.md',
      '<!-- narrative-lint disable no-placeholders no-melodrama -->\n\n[Program].\n',
    );
    expect(await placeholders('unused.md')).toEqual([]);
    expect(await placeholders('unused.md', '--report-unused-disables')).toEqual(['comment 1']);
    const { out } = await here.run(['unused.md', '--report-unused-disables']);
    expect(out).toContain('turns off no-melodrama, which finds nothing there');
  });

  it('silence a finding about the whole draft wherever they stand', async () => {
    await here.write('whole.md', 'I bake.\n\n<!-- narrative-lint disable one-page -- on purpose -->\n');
    const { out } = await here.run(['whole.md', '--kind', 'personal-statement', '--format', 'json']);
    expect(reportOf({ code: 0, out, err: '' }).files[0]?.messages).toEqual([]);
  });
});

describe('dismissed findings', () => {
  const LIST = 'narrative-lint.suppressions.json';
  const TWO = 'I hope to train at [Program]. I would bake for [Hospital].\n';

  it('are silent without a word of the draft in the list, and come back when their sentence changes', async () => {
    await here.write('d/a.md', TWO);
    const done = await here.run(['dismiss', 'd/a.md', 'no-placeholders:2', '--kind', 'experience']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(await here.read('d/a.md')).toBe(TWO);
    const list = await here.read(`d/${LIST}`);
    expect(list).toMatch(
      /^\{\s+"version": 1,\s+"dismissed": \{\s+"a\.md": \{\s+"no-placeholders": \[\s+"[0-9a-f]{16}"\s+\]/,
    );
    expect(list).not.toMatch(/Hospital|bake/);
    expect(await placeholders('d/a.md')).toEqual(['no-placeholders 1']);

    await here.write('d/a.md', `A new start.\n\nAnd more. I would  bake for\n[Hospital].\n`);
    expect(await placeholders('d/a.md')).toEqual([]);
    await here.write('d/renamed.md', TWO);
    expect(await placeholders('d/renamed.md')).toEqual(['no-placeholders 1']);
    await here.write('d/a.md', 'I would cook for [Hospital].\n');
    expect(await placeholders('d/a.md')).toEqual(['no-placeholders 1']);
  });

  it('are a baseline with --suppress-all, and cleaned with --prune-suppressions', async () => {
    await here.write('all/narrative-lint.config.json', '{"kind": "experience"}');
    await here.write('all/x/a.md', TWO);
    await here.write('all/x/b.md', PLACEHOLDER);
    const first = await here.run(['all', '--suppress-all']);
    expect(first.code).toBe(0);
    expect(first.err).toContain(`3 findings dismissed in all/${LIST}`);
    expect(await placeholders('all')).toEqual([]);

    await here.write('all/x/a.md', 'I bake.\n');
    const pruned = await here.run(['all/x/a.md', '--prune-suppressions']);
    expect(pruned.err).toContain('2 dismissed findings forgotten');
    expect(Object.keys(JSON.parse(await here.read(`all/${LIST}`)).dismissed)).toEqual(['x/b.md']);
    expect(await placeholders('all')).toEqual([]);
  });

  it('about the whole draft belong to its name', async () => {
    await here.write('w/a.md', 'I bake.\n');
    await here.write('w/b.md', 'I bake.\n');
    await here.run(['dismiss', 'w/a.md', 'one-page', '--kind', 'personal-statement']);
    const { files } = reportOf(await here.run(['w', '--kind', 'personal-statement', '--format', 'json']));
    expect(files.map(({ messages }) => messages.length)).toEqual([0, 1]);
  });

  it.each([
    [
      ['dismiss', 'd/renamed.md', 'no-placeholder'],
      /no rule "no-placeholder"\. Did you mean no-placeholders\?/,
    ],
    [['dismiss', 'd/renamed.md', 'no-melodrama'], /has no finding of no-melodrama/],
    [['dismiss', 'd/renamed.md', 'no-placeholders:7'], /has 1 finding of no-placeholders/],
    [['dismiss', 'd/none.md', 'no-placeholders'], /d\/none\.md/],
    [['-', '--suppress-all'], /standard input/],
    [['d', '--suppress-all', '--prune-suppressions'], /choose one/],
  ])('%j is one line that helps', async (args, says) => {
    const { code, err } = await here.run(args);
    expect(code).toBe(2);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
  });

  it('in a list that is broken are told, and the list is left as it is', async () => {
    await here.write(`torn/${LIST}`, '{"version": 1, "dismissed": {"a.md"');
    await here.write('torn/a.md', PLACEHOLDER);
    const { code, err } = await here.run(['torn/a.md', '--suppress-all']);
    expect(code).toBe(2);
    expect(err).toMatch(/torn\/narrative-lint\.suppressions\.json is not valid JSON/);
    expect(await here.read(`torn/${LIST}`)).toBe('{"version": 1, "dismissed": {"a.md"');
  });
});
