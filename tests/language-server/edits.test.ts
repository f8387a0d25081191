import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lint } from '@narrative-lint/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './client.ts';

const sample = readFileSync(
  fileURLToPath(new URL('../../fixtures/samples/personal-statement.md', import.meta.url)),
  'utf8',
);
const LONG = Array.from({ length: 9 }, (_, at) =>
  sample.replace(/^---[\s\S]*?---\n/, at === 0 ? '---\nkind: personal-statement\n---\n' : ''),
).join('\n\n');
const EDITS = 500;
const PIECES = [
  'a',
  'I',
  '. ',
  '\n\n',
  '\r\n',
  ' ',
  '"',
  '\u2019',
  '\u{1F389}',
  ' I failed Step 1. ',
  ' I passed with a 244. ',
  '*',
  '- ',
  '<!-- ',
  '-->',
  ' because the exam was unfair',
];

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

/** Where and what, as a full lint of the text says. */
function expected(document: TextDocument) {
  const result = lint(document.getText());
  const first = result.document.sentences[0]?.tokens[0] ?? {
    start: result.document.body.start,
    end: result.document.body.start,
  };
  return result.messages.map(({ ruleId, reason, range = first }) => ({
    code: ruleId,
    message: reason,
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
  }));
}

function shown(diagnostics: readonly Diagnostic[]) {
  return diagnostics
    .filter(({ code }) => code !== 'front-matter')
    .map(({ code, message, range }) => ({ code, message, range }));
}

describe('a draft that is edited', () => {
  it(`shows what a full lint finds after each of ${EDITS} random edits`, async () => {
    const uri = 'file:///drafts/personal-statement.md';
    await client.connection.sendRequest('narrativeLint/check', { uri, check: 'always' });
    client.open(uri, sample);
    let document = TextDocument.create(uri, 'markdown', 1, sample);
    const edits = fc.sample(
      fc.record({
        at: fc.noBias(fc.integer({ min: 0, max: 10_000 })),
        remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 20 })),
        insert: fc.constantFrom('', ...PIECES),
      }),
      { numRuns: EDITS, seed: 5 },
    );
    for (const { at, remove, insert } of edits) {
      const start = Math.floor((at / 10_000) * document.getText().length);
      const range = { start: document.positionAt(start), end: document.positionAt(start + remove) };
      const version = document.version + 1;
      client.change(uri, version, [{ range, text: insert }]);
      document = TextDocument.update(document, [{ range, text: insert }], version);
      expect(shown(await client.diagnostics(uri, version))).toEqual(expected(document));
    }
  }, 240_000);

  it('never shows what was found in an older version', async () => {
    const uri = 'file:///drafts/quick.ps.md';
    client.open(uri, LONG);
    for (let version = 2; version <= 60; version += 1) {
      const place = { line: 6, character: 3 };
      client.change(uri, version, [{ range: { start: place, end: place }, text: 'x' }]);
    }
    await client.diagnostics(uri, 60);
    const versions = client.published.filter((given) => given.uri === uri).map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(60);
    // Typed faster than it can be read, so most versions were left off.
    expect(versions.length).toBeLessThan(30);
  });
});

describe('a client that pulls', () => {
  it('gets diagnostics when it asks, and none are pushed', async () => {
    const puller = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = 'file:///drafts/pulled.ps.md';
    puller.open(uri, sample);
    const report = await puller.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const items = report.kind === 'full' ? report.items : [];
    expect(shown(items)).toEqual(expected(TextDocument.create(uri, 'markdown', 1, sample)));
    expect(puller.published).toEqual([]);
    await puller.stop();
  });

  it('may cancel a request', async () => {
    const puller = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = 'file:///drafts/cancelled.ps.md';
    puller.open(uri, LONG);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const asked = puller.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    const again = await puller.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(again.kind === 'full' && again.items.length > 0).toBe(true);
    await puller.stop();
  });
});
