import { describe, expect, it } from 'vitest';
import { folder, linesOf } from './run.ts';

const here = await folder();

describe('init without a terminal', () => {
  it('writes the front matter of a draft and leaves its words alone', async () => {
    await here.write('a.md', 'I bake.\n');
    const run = await here.run([
      'init',
      'a.md',
      '--kind',
      'hobby',
      '--specialty',
      'IM',
      '--setback',
      'step-1:2:passed',
      'leave',
    ]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(await here.read('a.md')).toBe(
      '---\nkind: hobby\nspecialty: internal-medicine\nsetbacks:\n  - what: usmle-step-1\n    attempts: 2\n    passed: true\n  - what: leave\n---\n\nI bake.\n',
    );
    expect((await here.run(['a.md'])).out).toContain('hobby, 2 words');
  });

  it('writes a configuration for a folder, with what an editor needs', async () => {
    await here.write('dir/a.docx', 'x');
    expect((await here.run(['init', 'dir', '--preset', 'strict', '--kind', 'secondary'])).code).toBe(0);
    expect(JSON.parse(await here.read('dir/narrative-lint.config.json'))).toEqual({
      $schema: expect.stringMatching(/schema\.json$/),
      extends: 'strict',
      kind: 'secondary',
    });
  });

  it.each([
    [['init'], /no terminal to ask at; say it with --kind/],
    [['init', 'a.md', '--kind', 'hobby'], /has front matter already/],
    [['init', 'dir', '--kind', 'hobby'], /dir\/narrative-lint\.config\.json is there already/],
    [['init', 'none.md', '--kind', 'hobby'], /none\.md does not exist/],
    [['init', '.', '--setback', 'usmle-step1'], /"usmle-step1".*Did you mean "usmle-step-1"/],
    [['init', '.', '--preset', 'strct'], /Did you mean strict\?/],
    [['init', '.', '--kind', 'hoby'], /Did you mean hobby\?/],
  ])('%j is one line that helps, and writes nothing', async (args, says) => {
    const { code, err } = await here.run(args);
    expect(code).toBe(2);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
    await expect(here.read('narrative-lint.config.json')).rejects.toThrow();
  });
});
