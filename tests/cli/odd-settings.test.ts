import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER } from './run.ts';

const here = await folder();
await here.write('a.md', PLACEHOLDER);

/** What is said of a configuration, in one line. */
async function saidOf(name: string, content: string): Promise<string> {
  await here.write(name, content);
  const { code, out, err } = await here.run(['a.md', '--config', name]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const lines = linesOf(err);
  expect(lines).toHaveLength(1);
  expect(err).not.toMatch(/fault in narrative-lint|\bat .*:\d+/);
  expect(err).toMatch(new RegExp(`^narrative-lint: ${name}`));
  return err;
}

describe('settings that nest thousands deep', () => {
  // Parsers recurse: the one of YAML took the whole process with it.
  it.each([
    ['lists of YAML', 'deep.yaml', '['.repeat(50_000)],
    ['keys of YAML', 'deep.yml', '{a: '.repeat(50_000)],
    ['lines of YAML', 'lines.yaml', '- '.repeat(50_000)],
    [
      'indented YAML',
      'indented.yaml',
      Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['lists of JSON', 'deep.json', '['.repeat(50_000)],
    ['objects of JSON', 'deep.jsonc', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('are one error: %s', async (_, name, content) => {
    expect(await saidOf(name, content)).toMatch(/nests more than 100 levels deep/);
  });
});

describe('settings that no file could hold', () => {
  it.each([
    ['a number too large for JSON', 'big.mjs', 'export default { kind: 10n }', /kind: bigint is not known/],
    [
      'an object that holds itself',
      'itself.mjs',
      'const a = {}; a.a = a; export default { kind: a }',
      /nests more than 100 levels deep, or holds itself/,
    ],
    [
      'lists that hold each other twice',
      'twice.mjs',
      'let a = []; for (let i = 0; i < 40; i++) a = [a, a]; export default { ignore: a }',
      /holds more values than settings have/,
    ],
    [
      'a list of rules that holds itself',
      'rules.mjs',
      'const a = []; a.push(a, a); export default { plugins: [a] }',
      /holds no rule/,
    ],
    [
      'an object that cannot be written',
      'written.mjs',
      'export default { kind: { toJSON() { throw new Error("no") } } }',
      /kind: object is not known/,
    ],
    [
      'a key that fails when it is read',
      'fails.mjs',
      'export default { get kind() { throw new Error("not\\nnow") } }',
      /could not be read: not now/,
    ],
  ])('are one error: %s', async (_, name, content, says) => {
    expect(await saidOf(name, content)).toMatch(says);
  });

  it('leave rules alone that hold themselves', async () => {
    await here.write(
      'own.mjs',
      `const own = { meta: { id: 'own', group: 'form', severity: 'warning', appliesTo: ['personal-statement'], summary: 'x', why: 'x', messages: { found: 'Found.' }, question: 'Why?' }, check: () => {} };
       own.self = own;
       export default { plugins: [own], rules: { 'no-placeholders': 'off' } };`,
    );
    const { err } = await here.run(['a.md', '--config', 'own.mjs']);
    expect(err).not.toMatch(/fault in narrative-lint|holds itself/);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    'are unknown rules, keys, kinds and presets: %s',
    async (name) => {
      for (const settings of [
        `{"rules": {"${name}": "off"}}`,
        `{"${name}": {}}`,
        `{"kind": "${name}"}`,
        `{"limits": {"${name}": 1}}`,
        `{"extends": "${name}"}`,
        `{"rules": {"one-page": ["warning", {"${name}": 1}]}}`,
        `{"specialty": "${name}"}`,
      ]) {
        const said = await saidOf('names.json', settings);
        // Kinds are known in any case, and with or without their dashes.
        expect(said.toLowerCase(), settings).toContain(name.replaceAll('_', '').toLowerCase());
      }
    },
  );

  it('are files and columns of a roster like others', async () => {
    await here.write('drafts/constructor.md', PLACEHOLDER);
    await here.write(
      'roster.csv',
      'file,constructor,__proto__,toString\nconstructor.md,1,2,3\n__proto__,1,2,3\n',
    );
    const { code, err } = await here.run([
      'cohort',
      'drafts',
      '--roster',
      'roster.csv',
      '--output',
      'report',
    ]);
    expect(code, err).toBe(1);
    expect(err).not.toMatch(/fault in narrative-lint/);
    expect(err).toMatch(/__proto__/);
  });
});

describe('a value with an emoji where it is cut short', () => {
  it('is told without half of a character', async () => {
    for (const length of [58, 59, 60]) {
      const said = await saidOf(
        'long.json',
        JSON.stringify({ rules: { 'one-page': `${'x'.repeat(length)}\u{1F389}\u{1F389}` } }),
      );
      expect(said).toMatch(/"x{58,}(?:\u{1F389})*" is not known/u);
    }
  });
});
