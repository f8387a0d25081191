import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const here = await folder();
const OFF = { rules: { 'no-placeholders': 'off' } };

async function rulesIn(name: string, ...args: string[]): Promise<string[]> {
  const { files } = reportOf(await here.run([name, '--kind', 'experience', '--format', 'json', ...args]));
  return files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

describe('configuration', () => {
  it.each([
    ['json', 'narrative-lint.config.json', JSON.stringify(OFF)],
    ['jsonc', 'narrative-lint.config.jsonc', '// while drafting\n{"rules": {"no-placeholders": "off",},}'],
    ['yaml', 'narrative-lint.config.yaml', 'rules:\n  no-placeholders: off\n'],
    ['yml', 'narrative-lint.config.yml', 'rules: {no-placeholders: off}\n'],
    ['package', 'package.json', JSON.stringify({ name: 'drafts', narrativeLint: OFF })],
  ])('is found upward from the draft (%s)', async (dir, name, content) => {
    await here.write(`${dir}/${name}`, content);
    await here.write(`${dir}/2026/fall/a.md`, PLACEHOLDER);
    expect(await rulesIn(`${dir}/2026/fall/a.md`)).toEqual([]);
  });

  it('leaves other folders alone, and is replaced by --config', async () => {
    await here.write('other/a.md', PLACEHOLDER);
    expect(await rulesIn('other/a.md')).toEqual(['no-placeholders']);
    expect(await rulesIn('other/a.md', '--config', 'json/narrative-lint.config.json')).toEqual([]);
    await here.write('warn.yml', 'rules: {no-placeholders: warning}\n');
    expect(await rulesIn('json/2026/fall/a.md', '--config', 'warn.yml')).toEqual(['no-placeholders']);
  });

  it('is not held up by somebody else’s package.json', async () => {
    await here.write('broken/package.json', '{');
    await here.write('broken/a.md', PLACEHOLDER);
    expect(await rulesIn('broken/a.md')).toEqual(['no-placeholders']);
  });

  it.each([
    ['bad-json', 'narrative-lint.config.json', '{\n "rules": {,}}', /not valid JSON: line 2/],
    ['bad-yaml', 'narrative-lint.config.yaml', 'rules: [\n', /not valid YAML/],
    [
      'bad-rule',
      'narrative-lint.config.json',
      '{"rules": {"no-placeholder": "off"}}',
      /no-placeholder.*Did you mean "no-placeholders"/,
    ],
    ['bad-key', 'narrative-lint.config.json', '{"rule": {}}', /unknown key "rule".*Did you mean "rules"/],
  ])('%s is one line for all its drafts, which names the file', async (dir, name, content, says) => {
    await here.write(`${dir}/${name}`, content);
    await here.write(`${dir}/a.md`, PLACEHOLDER);
    await here.write(`${dir}/b.md`, PLACEHOLDER);
    const { code, err } = await here.run([dir]);
    expect(code).toBe(2);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
    expect(err).toContain(`${dir}/${name}`);
  });
});
