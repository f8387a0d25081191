import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const folder = await mkdtemp(join(tmpdir(), 'narrative-lint-wrong-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const uri = pathToFileURL(join(folder, 'mine.md')).href;
const LIST = join(folder, 'narrative-lint.suppressions.json');
const DRAFT =
  '---\nkind: personal-statement\n---\n\nI failed Step 1 in May. Through no fault of my own, the room was loud.\n';
let client: Client;

beforeEach(async () => {
  client = await startClient();
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const dismissal = { uri, rule: 'no-excuse-framing', hash: '0123456789abcdef' };
const dismiss = (given: unknown) =>
  client.connection.sendRequest('workspace/executeCommand', {
    command: 'narrative-lint.dismissFinding',
    arguments: [given],
  });

describe('a wrong message', () => {
  it.each([
    ['a draft that is not open', dismissal],
    ['nothing', undefined],
    ['an address that is none', { ...dismissal, uri: 5 }],
    ['a rule that is no text', { ...dismissal, rule: {} }],
  ])('has no list of what was dismissed written: %s', async (_, given) => {
    await dismiss(given).catch(() => undefined);
    expect(existsSync(LIST)).toBe(false);
  });

  it.each([
    ['textDocument/hover', { textDocument: { uri }, position: null }],
    ['textDocument/codeAction', { textDocument: { uri }, range: { start: {}, end: {} } }],
    ['textDocument/documentSymbol', null],
    ['textDocument/completion', { textDocument: { uri }, position: { line: '1', character: 0.5 } }],
    ['narrativeLint/status', [uri]],
    ['narrativeLint/explain', { rule: {} }],
    ['narrativeLint/setFrontMatter', { uri, key: '__proto__', value: 'x' }],
  ])('has an answer that names it, and the next one counts: %s', async (method, params) => {
    await expect(client.connection.sendRequest(method, params)).rejects.toThrow(
      `The parameters of ${method} are not as the protocol has them.`,
    );
    client.open(uri, DRAFT);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('no-excuse-framing');
  });

  it('that tells of a change leaves the draft as it was', async () => {
    client.open(uri, DRAFT);
    const before = await client.diagnostics(uri);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 0 } }, text: 'x' }],
    });
    client.change(uri, 3, [{ text: `${DRAFT}\n` }]);
    expect((await client.diagnostics(uri, 3)).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
  });

  it('that names a command of several lines is answered in one', async () => {
    await expect(
      client.connection.sendRequest('workspace/executeCommand', { command: 'a\r\nb' }),
    ).rejects.toThrow('There is no command a\\u000D\\u000Ab.');
  });

  it('that changes lines which the draft does not have changes its end', async () => {
    const placeholder = async (version: number) =>
      (await client.diagnostics(uri, version)).find(({ code }) => code === 'no-placeholders')?.range.start;
    client.open(uri, '---\nkind: personal-statement\n---\n\nI like the wards.\n');
    await client.diagnostics(uri);
    const [start, end] = [
      { line: 211, character: 0 },
      { line: 210, character: 0 },
    ];
    client.change(uri, 2, [{ range: { start, end }, text: 'I scored 24X.\n' }]);
    const left = await placeholder(2);
    expect(left).toEqual({ line: 5, character: 9 });
    client.change(uri, 3, [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '\n' },
    ]);
    const moved = await placeholder(3);
    expect(moved).toEqual({ line: 6, character: 9 });
  });

  it('asks about names that every object has, and nothing is known of them', async () => {
    for (const rule of ['constructor', '__proto__', 'toString'])
      expect(
        JSON.stringify(await client.connection.sendRequest('narrativeLint/explain', { rule })),
      ).not.toMatch(/native code|function|\[object/);
    client.open(uri, '---\nconstructor: x\n---\n\nI passed.\n');
    const position = { line: 1, character: 3 };
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    expect(hover).toBeNull();
  });
});
