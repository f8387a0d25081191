import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const here = await folder();

const RULE = `{
  meta: {
    id: 'no-journey',
    group: 'what-happened',
    severity: 'warning',
    summary: 'No journey is spoken of.',
    why: 'We have read it before.',
    ask: 'What was it?',
    source: 'Our committee.',
    options: { words: { default: ['journey'], description: 'Words that are not wanted.' } },
    messages: { word: { text: 'You write "{{word}}".' } },
  },
  check({ document, options, report }) {
    for (const { tokens } of document.sentences)
      for (const { norm, text, start, end } of tokens)
        if (options.words.includes(norm)) report({ messageId: 'word', at: { start, end }, data: { word: text } });
  },
}`;
const JOURNEY = 'My journey and my path went on. My father is a nurse.\n';

async function found(dir: string, ...args: string[]) {
  const run = await here.run([dir, '--format', 'json', ...args]);
  expect(run.err).toBe('');
  return reportOf(run).files.map(({ path, kind, messages }) => ({
    path: path.slice(dir.length + 1),
    kind,
    found: messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`),
  }));
}

describe('a configuration that is a program', () => {
  it.each([
    ['js', 'export default { rules: { "no-placeholders": "warning" } };'],
    ['mjs', 'export default { rules: { "no-placeholders": "warning" } };'],
    ['cjs', 'module.exports = { rules: { "no-placeholders": "warning" } };'],
    ['ts', 'const level: string = "warning";\nexport default { rules: { "no-placeholders": level } };'],
  ])('is run (.%s)', async (ending, content) => {
    await here.write(`${ending}/narrative-lint.config.${ending}`, content);
    await here.write(`${ending}/drafts/a.md`, PLACEHOLDER);
    expect((await found(`${ending}/drafts`))[0]?.found).toEqual(['no-placeholders warning']);
  });

  it('is one line when it fails', async () => {
    await here.write('throws/narrative-lint.config.js', 'throw new Error("no luck");');
    await here.write('throws/a.md', PLACEHOLDER);
    const { code, err } = await here.run(['throws']);
    expect(code).toBe(2);
    expect(err).toBe('narrative-lint: throws/narrative-lint.config.js could not be run: no luck\n');
  });
});

describe('presets', () => {
  it.each([
    ['recommended', 'personal-statement', ['no-placeholders error', 'eras-plain-text warning']],
    ['strict', 'personal-statement', ['no-placeholders error', 'eras-plain-text error']],
    ['eras-only', 'personal-statement', ['no-placeholders error', 'eras-plain-text warning']],
    ['interview', 'interview-answer', ['no-placeholders error']],
  ])('%s', async (preset, kind, rules) => {
    await here.write(`preset-${preset}/narrative-lint.config.yaml`, `extends: ${preset}\n`);
    await here.write(`preset-${preset}/a.md`, 'I would be **glad** to train at [Program].\n');
    const [draft] = await found(`preset-${preset}`);
    expect(draft?.kind).toBe(kind);
    expect(draft?.found.sort()).toEqual([...rules].sort());
  });

  it('are a start that the file itself and a later entry change', async () => {
    await here.write('base/base.json', '{"extends": "eras-only", "kind": "hobby"}');
    await here.write(
      'base/narrative-lint.config.json',
      '{"extends": ["./base.json"], "rules": {"no-placeholders": "suggestion"}}',
    );
    await here.write('base/a.md', PLACEHOLDER);
    expect(await found('base')).toEqual([
      { path: 'a.md', kind: 'hobby', found: ['no-placeholders suggestion'] },
    ]);
  });
});

describe('overrides and ignored drafts', () => {
  it('count from the folder of the configuration', async () => {
    await here.write(
      'globs/narrative-lint.config.jsonc',
      `{
        "ignore": ["old/", "*.notes.md"],
        "overrides": [
          { "files": "experiences/*.md", "kind": "experience", "rules": { "no-placeholders": "warning" } },
          { "files": ["*-im.md"], "rules": { "no-placeholders": "off" } },
        ],
      }`,
    );
    for (const name of [
      'a.md',
      'a-im.md',
      'a.notes.md',
      'old/a.md',
      'experiences/a.md',
      'experiences/x/a-im.md',
    ])
      await here.write(`globs/${name}`, PLACEHOLDER);
    expect(await found('globs')).toEqual([
      { path: 'a-im.md', kind: 'personal-statement', found: [] },
      { path: 'a.md', kind: 'personal-statement', found: ['no-placeholders error'] },
      { path: 'experiences/a.md', kind: 'experience', found: ['no-placeholders warning'] },
      { path: 'experiences/x/a-im.md', kind: 'personal-statement', found: [] },
    ]);
  });

  it('an ignored draft that is named is told, and nothing is wrong with it', async () => {
    const { code, err } = await here.run(['globs/old/a.md']);
    expect(code).toBe(0);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(/globs\/old\/a\.md was not read; .*narrative-lint\.config\.jsonc says to ignore it/);
  });
});

describe('plugins', () => {
  it('bring rules from a folder of the user, in JavaScript and TypeScript', async () => {
    await here.write(
      'plug/rules/a.js',
      `import { defineRule } from '@narrative-lint/core';\nexport default [defineRule(${RULE})];`,
    );
    await here.write(
      'plug/rules/b.ts',
      `const rule = ${RULE.replace('no-journey', 'no-trip')};\nexport default rule as object;`,
    );
    await here.write(
      'plug/narrative-lint.config.json',
      '{"plugins": ["./rules/a.js", "./rules/b.ts"], "rules": {"no-journey": ["error", {"words": ["path"]}], "no-trip": "suggestion"}}',
    );
    await here.write('plug/drafts/a.md', JOURNEY);
    expect((await found('plug/drafts'))[0]?.found).toEqual(['no-trip suggestion', 'no-journey error']);
    const { out } = await here.run(['explain', 'no-journey'], { cwd: 'plug' });
    expect(out).toContain('We have read it before.');
    expect((await here.run(['rules'], { cwd: 'plug' })).out).toMatch(/no-trip +warning/);
  });

  it('may stand in a JavaScript configuration themselves', async () => {
    await here.write('inline/narrative-lint.config.mjs', `export default { plugins: [${RULE}] };`);
    await here.write('inline/a.md', JOURNEY);
    expect((await found('inline'))[0]?.found).toEqual(['no-journey warning']);
  });

  it.each([
    ['missing', undefined, /plugins: "\.\/rule\.js" does not exist/],
    ['throwing', 'throw new Error("no luck")', /rule\.js could not be run: no luck/],
    ['empty', 'export default {}', /rule\.js: holds no rule/],
    [
      'misspelt',
      `export default ${RULE.replace("'warning'", "'warnign'")}`,
      /rule\.js: rule no-journey: meta\.severity: "warnign" .*Did you mean "warning"/,
    ],
    [
      'known',
      `export default ${RULE.replace('no-journey', 'one-page')}`,
      /"one-page" is also in narrative-lint itself/,
    ],
  ])('that are %s are one line', async (dir, rule, says) => {
    await here.write(`plug-${dir}/narrative-lint.config.json`, '{"plugins": ["./rule.js"]}');
    if (rule) await here.write(`plug-${dir}/rule.js`, rule);
    await here.write(`plug-${dir}/a.md`, JOURNEY);
    const { code, err } = await here.run([`plug-${dir}`]);
    expect(code).toBe(2);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
  });
});

describe('a bad configuration', () => {
  it.each([
    ['extends: strct', /extends: "strct" is neither a preset nor a path\. Did you mean "strict"\?/],
    ['extends: ./none.json', /extends: "\.\/none\.json" does not exist/],
    ['extends: ./narrative-lint.config.yaml', /narrative-lint\.config\.yaml extends itself/],
    [
      'overrides: [{files: a.md, rules: {one-pag: off}}]',
      /unknown rule "one-pag" in overrides\[0\]\.rules\. Did you mean "one-page"/,
    ],
    ['overrides: [{file: a.md}]', /overrides\[0\]\.files is missing/],
    [
      'overrides: [{files: a.md, extends: ./x.json}]',
      /overrides\[0\]\.extends: ".\/x\.json" is neither a preset/,
    ],
    ['ignore: 3', /ignore: 3 must be a glob/],
    ['plugins: ./x.js', /plugins: "\.\/x\.js" must be a list/],
    ['plugins: [nobody]', /plugins: "nobody" is not installed here/],
  ])('%s', async (content, says) => {
    await here.write('bad/narrative-lint.config.yaml', `${content}\n`);
    await here.write('bad/a.md', PLACEHOLDER);
    const { code, err } = await here.run(['bad']);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err).toContain('bad/narrative-lint.config.yaml');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('does not keep anybody from looking up the names of rules', async () => {
    await here.write('lost/narrative-lint.config.yaml', 'rules: {one-pag: off}\n');
    const { code, out, err } = await here.run(['rules'], { cwd: 'lost' });
    expect(code).toBe(0);
    expect(out).toContain('one-page');
    expect(err).toContain('Did you mean "one-page"?');
  });
});
