import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigError, createConfigLoader, lintDraft, SUPPRESSIONS_NAME } from '@narrative-lint/config';
import { afterAll, describe, expect, it } from 'vitest';

const root = await mkdtemp(join(tmpdir(), 'narrative-lint-config-'));
afterAll(() => rm(root, { recursive: true, force: true }));

async function write(name: string, content: string): Promise<string> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function problemsOf(draft: string) {
  try {
    await createConfigLoader({ cwd: root }).load(draft);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('a loader', () => {
  it('names every file that has a part in what holds for a draft', async () => {
    const base = await write('watch/base.yaml', 'kind: hobby\n');
    const plugin = await write(
      'watch/rule.cjs',
      `module.exports = { meta: { id: 'mine', group: 'facts', severity: 'error', summary: 's', why: 'w', ask: 'a', source: 's', messages: { m: { text: 'Hi.' } } }, check: ({ report }) => report({ messageId: 'm' }) };`,
    );
    const own = await write(
      'watch/narrative-lint.config.json',
      '{"extends": "./base.yaml", "plugins": ["./rule.cjs"], "overrides": [{"files": "b.md", "kind": "secondary"}]}',
    );
    const configs = createConfigLoader({ cwd: root });
    const config = await configs.load('watch/drafts/a.md');
    expect([...config.files].sort()).toEqual(
      [base, own, plugin, join(root, 'watch', SUPPRESSIONS_NAME)].sort(),
    );
    expect(config).toMatchObject({ file: own, ignored: false, matched: false, refused: [] });
    const { kind, messages } = lintDraft('I bake.', config);
    expect([kind, messages.map(({ ruleId }) => ruleId)]).toEqual(['hobby', ['mine']]);

    const other = await configs.load('watch/drafts/b.md');
    expect(other.matched).toBe(true);
    expect(lintDraft('I bake.', other).kind).toBe('secondary');
    expect(lintDraft('---\nkind: experience\n---\nI bake.', other).kind).toBe('experience');
    expect(lintDraft('I bake.', other, { kind: 'hobby' }).kind).toBe('hobby');
  });

  it.each(['mjs', 'cjs', 'js', 'ts'])(
    'runs a plugin and a configuration in .%s again once saved',
    async (ext) => {
      const exporting = ext === 'cjs' ? 'module.exports =' : 'export default';
      const save = async (text: string) => {
        await write(
          `saved/${ext}/narrative-lint.config.${ext}`,
          `${exporting} { kind: '${text}', plugins: ['./rule.${ext}'] };`,
        );
        await write(
          `saved/${ext}/rule.${ext}`,
          `${exporting} { meta: { id: 'mine', group: 'facts', severity: 'error', summary: 's', why: 'w', ask: 'a', source: 's', messages: { m: { text: '${text}' } } }, check: ({ report }) => report({ messageId: 'm' }) };`,
        );
      };
      const configs = createConfigLoader({ cwd: root });
      for (const text of ['hobby', 'secondary', 'experience', 'hobby']) {
        await save(text);
        configs.clear();
        const { kind, messages } = lintDraft('I bake.', await configs.load(`saved/${ext}/a.md`));
        expect([kind, ...messages.map(({ reason }) => reason)]).toEqual([text, text]);
      }
    },
  );

  it('reads again what has changed after it was told to', async () => {
    await write('again/narrative-lint.config.json', '{"kind": "hobby"}');
    const configs = createConfigLoader({ cwd: root });
    expect((await configs.load('again/a.md')).config.kind).toBe('hobby');
    await write('again/narrative-lint.config.json', '{"kind": "secondary"}');
    expect((await configs.load('again/a.md')).config.kind).toBe('hobby');
    configs.clear();
    expect((await configs.load('again/a.md')).config.kind).toBe('secondary');
  });

  it('runs no code of a place that is not trusted, and takes the rest', async () => {
    await write(
      'alien/rule.js',
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(root, 'ran'))}, '');`,
    );
    await write(
      'alien/narrative-lint.config.json',
      '{"kind": "hobby", "plugins": ["./rule.js"], "rules": {"their-rule": "off"}}',
    );
    await write('alien/sub/narrative-lint.config.js', `throw new Error('ran');`);
    const config = await createConfigLoader({ cwd: root, trusted: false }).load('alien/sub/a.md');
    expect(config.config.kind).toBe('hobby');
    expect(config.refused).toEqual([
      'plugin ./rule.js of alien/narrative-lint.config.json is a program, and was not run',
      'alien/sub/narrative-lint.config.js is a program, and was not run',
    ]);
    const named = createConfigLoader({
      cwd: root,
      trusted: false,
      file: 'alien/sub/narrative-lint.config.js',
    });
    expect((await named.load('alien/a.md')).refused).toHaveLength(1);
    await expect(createConfigLoader({ cwd: root }).load('alien/sub/a.md')).rejects.toThrow('ran');
  });

  it.each([
    ['json', '{\n  "kind": "hobby",\n  "rules": {\n    "one-pag": "off"\n  }\n}', ['rules', 'one-pag'], 4],
    [
      'jsonc',
      '// mine\n{\n  "overrides": [\n    { "files": "a.md",\n      "kind": "hoby" }\n  ]\n}',
      ['overrides', 0, 'kind'],
      5,
    ],
    ['yaml', 'kind: hobby\nlimits:\n  hobby: many\n', ['limits', 'hobby'], 3],
    ['yml', 'kind: [\n', [], 2],
  ])('says where in the file a problem is (.%s)', async (ending, content, path, line) => {
    const file = await write(`where-${ending}/narrative-lint.config.${ending}`, content);
    expect(await problemsOf(`where-${ending}/a.md`)).toMatchObject([{ file, path, line }]);
  });
});
