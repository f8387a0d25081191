import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RawClient } from '../lsp-client.mjs';
import { must, mustBePlain } from '../properties.mjs';
import { DRAFTS, edit, ODD, text } from '../texts.mjs';

/** Drafts are dismissed beside where they lie, so they lie in a folder of their own. */
const FOLDER = mkdtempSync(join(tmpdir(), 'narrative-lint-fuzz-'));
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
const uriOf = (name) => pathToFileURL(join(FOLDER, name)).href;
const URI = uriOf('personal-statement.md');
const METHODS = [
  'textDocument/codeAction',
  'textDocument/hover',
  'textDocument/documentSymbol',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/semanticTokens/full',
  'textDocument/completion',
  'textDocument/diagnostic',
  'workspace/executeCommand',
  'narrativeLint/status',
  'narrativeLint/roles',
  'narrativeLint/outline',
  'narrativeLint/vocabulary',
  'narrativeLint/explain',
  'narrativeLint/setFrontMatter',
  'nonsense/method',
];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  '$/cancelRequest',
  '$/nonsense',
  'nonsense/notification',
];
const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 3, 2 ** 31, 1e308, 0.5, null, '1'),
  fc.integer({ min: -5, max: 200 }),
);
const position = fc.record({ line: number, character: number }, { requiredKeys: [] });
const range = fc.record({ start: position, end: position }, { requiredKeys: [] });
const scalar = fc.oneof(
  fc.constantFrom(
    URI,
    'nonsense:',
    '',
    null,
    true,
    0,
    -1,
    'no-melodrama',
    'narrative-lint.explainRule',
    'narrative-lint.dismissFinding',
    'kind',
    '__proto__',
  ),
  fc.constantFrom(...ODD),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'uri',
        'textDocument',
        'range',
        'position',
        'context',
        'diagnostics',
        'only',
        'command',
        'arguments',
        'rule',
        'key',
        'value',
        'id',
        'version',
        'contentChanges',
        'text',
        'settings',
        'narrativeLint',
        'changes',
        'hash',
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
}));
const likely = fc.record(
  {
    textDocument: fc.oneof(
      { weight: 6, arbitrary: fc.constant({ uri: URI }) },
      { weight: 1, arbitrary: value },
    ),
    uri: fc.oneof(fc.constant(URI), value),
    position: fc.oneof(position, value),
    range: fc.oneof(range, value),
    context: fc.oneof(
      fc.constantFrom({ diagnostics: [] }, { diagnostics: [], only: ['source.fixAll'] }),
      value,
    ),
    command: scalar,
    arguments: fc.oneof(value, fc.array(value, { maxLength: 2 })),
    rule: scalar,
    key: scalar,
    value,
    contentChanges: fc.oneof(
      value,
      fc.array(fc.record({ range, text: fc.constantFrom('', 'x', ...ODD) }, { requiredKeys: [] }), {
        maxLength: 2,
      }),
    ),
    settings: value,
    changes: value,
  },
  { requiredKeys: ['textDocument'] },
);
const params = fc.oneof(
  { weight: 4, arbitrary: likely },
  { weight: 1, arbitrary: value },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const message = fc.oneof(
  { weight: 3, arbitrary: fc.record({ request: fc.constantFrom(...METHODS), params }) },
  { weight: 2, arbitrary: fc.record({ notification: fc.constantFrom(...NOTIFICATIONS), params }) },
);

/** Messages as JSON-RPC has them, with parameters of any shape: each request has one answer, and the server goes on. */
export const messages = {
  weight: 0.25,
  property: async () => {
    let client;
    return fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), async (sent) => {
      if (!client?.alive) {
        client = new RawClient();
        await client.start();
      }
      client.send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: DRAFTS[0] } },
      });
      const answers = [];
      for (const one of sent)
        if (one.request) answers.push(client.request(one.request, one.params));
        else client.send({ method: one.notification, params: one.params });
      const fresh = uriOf('fresh.ps.md');
      client.send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: fresh, languageId: 'markdown', version: 1, text: DRAFTS[0] } },
      });
      const last = await client.request('narrativeLint/status', { uri: fresh });
      const { errors, received } = client;
      client.errors = '';
      client.received = [];
      must(!last.ended, () => `the server ended: ${errors}`);
      must(last.result?.uri === fresh, () => `no answer after it: ${JSON.stringify(last)}`);
      const given = JSON.stringify(sent);
      for (const answer of await Promise.all(answers))
        if (answer.error) mustBePlain(answer.error.message, given);
      for (const { method, params: told } of received)
        if (/window\/(?:log|show)Message/.test(method ?? '')) mustBePlain(told.message, given);
      must(errors === '', () => `on standard error: ${errors}`);
      for (const uri of [URI, fresh])
        client.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
    });
  },
};

/** Edits at places that may lie outside of the text: what is shown is what a full lint of the text finds. */
export const positions = {
  weight: 0.25,
  property: async () => {
    let client;
    let number = 0;
    const wild = fc.option(
      fc.record({
        start: fc.record({ line: fc.nat(400), character: fc.nat(4000) }),
        end: fc.record({ line: fc.nat(400), character: fc.nat(4000) }),
      }),
      { freq: 3 },
    );
    return fc.asyncProperty(
      fc.oneof(text, fc.constantFrom(...DRAFTS)),
      fc.array(fc.tuple(edit, wild), { minLength: 1, maxLength: 5 }),
      async (first, edits) => {
        if (!client?.alive) {
          client = new RawClient();
          await client.start({ capabilities: { textDocument: { diagnostic: {} } } });
        }
        const uri = uriOf(`${++number}.ps.md`);
        client.send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'markdown', version: 1, text: first } },
        });
        let document = TextDocument.create(uri, 'markdown', 1, first);
        for (const [{ at, remove, insert }, outside] of edits) {
          const start = Math.floor((at / 10_000) * document.getText().length);
          const range = outside ?? {
            start: document.positionAt(start),
            end: document.positionAt(start + remove),
          };
          const change = { range, text: insert };
          const version = document.version + 1;
          client.send({
            method: 'textDocument/didChange',
            params: { textDocument: { uri, version }, contentChanges: [change] },
          });
          // Made anew, since the library loses count of the lines when a change names some that are not there.
          const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)].sort(
            (a, b) => a - b,
          );
          const before = document.getText();
          const after = before.slice(0, from) + insert + before.slice(to);
          document = TextDocument.create(uri, 'markdown', version, after);
        }
        const answer = await client.request('textDocument/diagnostic', { textDocument: { uri } });
        must(Array.isArray(answer.result?.items), () => `no diagnostics but ${JSON.stringify(answer)}`);
        const size = document.getText().length;
        for (const { range, message: told } of answer.result.items) {
          mustBePlain(told.split('\n')[0], document.getText());
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          must(start <= end && end <= size, 'a diagnostic outside of the text');
          for (const [place, offset] of [
            [range.start, start],
            [range.end, end],
          ]) {
            const back = document.positionAt(offset);
            must(
              back.line === place.line && back.character === place.character,
              () => `no such place: ${JSON.stringify(place)}`,
            );
          }
        }
        const all = { start: { line: 0, character: 0 }, end: document.positionAt(size) };
        const actions = await client.request('textDocument/codeAction', {
          textDocument: { uri },
          range: all,
          context: { diagnostics: [], only: ['source.fixAll.narrativeLint'] },
        });
        for (const { edit: made } of actions.result ?? []) {
          const after = TextDocument.applyEdits(document, made.changes[uri]);
          must(!document.getText().isWellFormed() || after.isWellFormed(), 'half a character is left');
          for (const { range, newText } of made.changes[uri])
            must(
              (newText.isWellFormed() && document.getText(range).isWellFormed()) ||
                !document.getText().isWellFormed(),
              () => `an edit cuts a character: ${JSON.stringify([document.getText(range), newText])}`,
            );
        }
        client.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
        must(client.errors === '', () => `on standard error: ${client.errors}`);
        client.received = [];
      },
    );
  },
};

const noise = fc.oneof(
  fc.constantFrom(
    'Content-Length: 5\r\n\r\n{}',
    'Content-Length: -1\r\n\r\n',
    'Content-Length: x\r\n\r\n{}',
    'Content-Length: 2\r\n\r\n[]',
    'Content-Length: 4\r\n\r\nnull',
    '\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'Content-Length: 9\r\n\r\n{"id":1,}',
    'Content-Length: 0\r\n\r\n',
  ),
  fc.string({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);

/** Bytes that are no messages: the server goes on, or ends; it neither hangs nor throws its inside at the user. */
export const bytes = {
  weight: 0.02,
  property: () =>
    fc.asyncProperty(
      fc.array(noise, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (pieces, started) => {
        const client = new RawClient();
        try {
          if (started) await client.start();
          for (const piece of pieces) client.raw(Buffer.from(piece, 'latin1'));
          client.server.stdin.end();
          await client.ended;
          must(!/TypeError|\n\s+at /.test(client.errors), () => `on standard error: ${client.errors}`);
        } finally {
          await client.kill();
        }
      },
    ),
};
