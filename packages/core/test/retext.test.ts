import { retextNarrative } from '@narrative-lint/core';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';

function pipeline(config?: unknown) {
  return unified()
    .use(retextEnglish)
    .use(function print() {
      this.compiler = (_tree, file) => String(file);
    })
    .use(retextNarrative, config === undefined ? {} : { config });
}

describe('retextNarrative', () => {
  it('adds messages to the file of any pipeline', async () => {
    const file = new VFile({ path: 'draft.md', value: '---\nkind: hobby\n---\nI scored a 24X on Step 2.\n' });
    await pipeline().process(file);
    const message = file.messages.find(({ ruleId }) => ruleId === 'no-placeholders');
    expect(message).toMatchObject({
      source: 'narrative-lint',
      line: 4,
      column: 12,
      actual: '24X',
      fatal: true,
      file: 'draft.md',
    });
    expect(message?.name).toBe('draft.md:4:12-4:15');
    expect(message?.url).toMatch(/\/docs\/rules\/no-placeholders\.md$/);
  });

  it('takes the settings of a configuration file', async () => {
    const file = await pipeline({ rules: { 'no-placeholders': 'off' } }).process('I scored a 24X on Step 2.');
    expect(file.messages.filter(({ ruleId }) => ruleId === 'no-placeholders')).toEqual([]);
  });

  it('says what is wrong with front matter', async () => {
    const file = await pipeline().process('---\nknd: hobby\n---\nI bake.\n');
    expect(file.messages.map(({ reason, line }) => [reason, line])).toContainEqual([
      'front matter: unknown key "knd". Did you mean "kind"?',
      2,
    ]);
  });

  it('refuses a configuration that is not valid', () => {
    expect(() => pipeline({ rules: { 'no-placeholder': 'off' } }).freeze()).toThrow(
      'retextNarrative: unknown rule "no-placeholder" in rules. Did you mean "no-placeholders"?',
    );
  });
});
