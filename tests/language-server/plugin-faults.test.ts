import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startClient } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'narrative-lint-plugin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rules that do what a draft asks them for. */
const rules = (act: string) => `const rule = (id, act) => ({
  meta: { id, group: 'facts', severity: 'suggestion', summary: 'None.', why: 'None.', ask: 'What?',
    source: 'The tests.', options: {}, messages: { seen: { text: 'Seen.' } } },
  check(context) { act(context); },
  examples: { invalid: [], valid: [] },
});
export default [
  rule('counts-on', ({ report, document }) => { ${act} }),
  rule('gives-up', ({ document }) => { if (document.source.includes('throw')) throw new TypeError('no luck'); }),
  rule('sees-all', ({ report }) => report({ messageId: 'seen' })),
];
`;

async function start(name: string, settings: Readonly<Record<string, unknown>>) {
  const root = join(folder, name);
  mkdirSync(root);
  writeFileSync(join(root, 'narrative-lint.config.json'), '{ "plugins": ["./rules.mjs"] }');
  writeFileSync(
    join(root, 'rules.mjs'),
    rules("if (document.source.includes('end')) for (;;); report({ messageId: 'seen' });"),
  );
  const said: string[] = [];
  const client = await startClient(
    {
      rootUri: pathToFileURL(root).href,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      initializationOptions: { trusted: true, settings },
    },
    (connection) => {
      connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
        said.push(message),
      );
    },
  );
  const uri = (file: string) => pathToFileURL(join(root, file)).href;
  const rulesIn = async (file: string, version = 1) =>
    (await client.diagnostics(uri(file), version)).map(({ code }) => code).sort();
  return { client, root, said, uri, rulesIn };
}

describe('a rule of a plugin', () => {
  it('that does not end is stopped and told of once, and left out until it is saved again', async () => {
    const { client, root, said, uri, rulesIn } = await start('endless', { ruleTimeLimit: 1 });
    client.open(uri('a.ps.md'), 'I ran to the end.\n');
    expect(await rulesIn('a.ps.md')).toEqual(['counts-on', 'sees-all']);
    const lines = [
      expect.stringMatching(
        /^Drafts could not be checked by the rule counts-on of the plugin rules\.mjs, which did not end within 1 s .* give it more with narrativeLint\.ruleTimeLimit\. All other rules are\.$/,
      ),
    ];
    expect(said).toEqual(lines);
    // It answers, and what is typed and opened then does not wait for the rule again: it is not run.
    client.change(uri('a.ps.md'), 2, [{ text: 'I ran to the very end.\n' }]);
    expect(await rulesIn('a.ps.md', 2)).toEqual(['counts-on', 'sees-all']);
    client.open(uri('b.ps.md'), 'I bake bread.\n');
    const other = await client.diagnostics(uri('b.ps.md'));
    expect(other.find(({ code }) => code === 'counts-on')?.message).toContain('did not end within 1 s');
    expect(said).toEqual(lines);

    const mended = client.until(uri('b.ps.md'), (found) =>
      found.some(({ code, message }) => code === 'counts-on' && message.startsWith('Seen.')),
    );
    writeFileSync(join(root, 'rules.mjs'), rules("report({ messageId: 'seen' });"));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('rules.mjs'), type: 2 }],
    });
    await mended;
    expect(said).toEqual(lines);
    expect(await client.stop()).toBe(0);
  });

  it('that breaks is told of once, with its plugin', async () => {
    const { client, said, uri, rulesIn } = await start('broken', {});
    client.open(uri('a.ps.md'), 'I throw balls.\n');
    expect(await rulesIn('a.ps.md')).toEqual(['counts-on', 'gives-up', 'sees-all']);
    client.change(uri('a.ps.md'), 2, [{ text: 'I throw more balls.\n' }]);
    expect(await rulesIn('a.ps.md', 2)).toEqual(['counts-on', 'gives-up', 'sees-all']);
    expect(said).toEqual([
      'Drafts could not be checked by the rule gives-up of the plugin rules.mjs, which broke: no luck. All other rules are.',
    ]);
    expect(await client.stop()).toBe(0);
  });
});

describe('a plugin that does not end while it is loaded', () => {
  it('is stopped and named, and the built-in rules go on', async () => {
    const { client, root, uri, rulesIn } = await start('unloadable', {});
    writeFileSync(join(root, 'rules.mjs'), 'for (;;);');
    const told = client.until(uri('rules.mjs'), (found) => found.length > 0);
    client.open(uri('a.ps.md'), 'I would be glad to train at [Program].\n');
    expect(await rulesIn('a.ps.md')).toEqual(['no-placeholders']);
    expect((await told).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Was not loaded within 10 s and was stopped; .* give it more with narrativeLint\.ruleTimeLimit$/,
      ),
    ]);
    expect(await client.stop()).toBe(0);
  });
});
