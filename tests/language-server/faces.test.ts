import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { startClient } from './client.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SEVERITIES = ['', 'error', 'warning', 'suggestion'];

interface CliMessage {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly url: string;
  readonly start?: { readonly line: number; readonly column: number };
  readonly end?: { readonly line: number; readonly column: number };
}

/** What the server uses of the scope of a worker. */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  addEventListener(): void;
  postMessage(message: Message): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: PublishDiagnosticsParams;
  readonly result?: unknown;
}

/** A finding of the command line without its place where it is about the whole draft. */
const ofCli = ({ ruleId, severity, message, url, start, end }: CliMessage) => ({
  ruleId,
  severity,
  message,
  url,
  place: start && end ? [start.line, start.column, end.line, end.column] : undefined,
});
const ofServer = (
  { code, severity, message, codeDescription, range }: Diagnostic,
  whole: ReadonlySet<string>,
) => ({
  ruleId: code,
  severity: SEVERITIES[severity ?? 0],
  message,
  url: codeDescription?.href,
  place: whole.has(message)
    ? undefined
    : [range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1],
});

describe('the command line and the server', () => {
  it('find the same in the same drafts, with the same configuration', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'narrative-lint-faces-'));
    try {
      const sample = readFileSync(here('fixtures/samples/personal-statement.md'), 'utf8');
      const bare = sample.replace(/^---[\s\S]*?---\n/, '');
      const drafts: Readonly<Record<string, string>> = {
        'one.ps.md': sample,
        'windows.ps.md': sample.replaceAll('\n', '\r\n'),
        'marked.ps.md': `# Title\n\n${bare}\n\n- a *list*\n`,
        'text.ps.txt': bare,
        'clean.ps.md': readFileSync(here('fixtures/samples/personal-statement-clean.md'), 'utf8'),
      };
      for (const [name, text] of Object.entries(drafts)) writeFileSync(join(folder, name), text);
      const config = {
        rules: {
          'one-page': 'error',
          'no-melodrama': 'off',
          'acknowledge-briefly': ['warning', { words: 80 }],
        },
      };
      writeFileSync(join(folder, 'narrative-lint.config.json'), JSON.stringify(config));

      const cli = spawnSync(
        process.execPath,
        [here('packages/cli/bin/narrative-lint.js'), ...Object.keys(drafts), '--format', 'json'],
        { cwd: folder, encoding: 'utf8' },
      );
      const { files } = JSON.parse(cli.stdout) as { files: { path: string; messages: CliMessage[] }[] };
      expect(files).toHaveLength(5);
      const client = await startClient();
      for (const { path, messages } of files) {
        const uri = pathToFileURL(join(folder, path)).href;
        client.open(uri, drafts[path] ?? '', path.endsWith('.txt') ? 'plaintext' : 'markdown');
        const whole = new Set(messages.filter(({ start }) => !start).map(({ message }) => message));
        const shown = (await client.diagnostics(uri)).map((one) => ofServer(one, whole));
        expect(shown, path).toEqual(messages.map(ofCli));
      }
      await client.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the server in a web worker', () => {
  it('finds what the server of Node finds, without anything of Node', async () => {
    const waiting = new Map<number | string, (result: unknown) => void>();
    let seen: (given: PublishDiagnosticsParams) => void = () => undefined;
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      seen = resolve;
    });
    const receive = (message: Message) => {
      if (message.method === 'textDocument/publishDiagnostics' && message.params) seen(message.params);
      else if (message.id !== undefined && message.method === undefined)
        waiting.get(message.id)?.(message.result);
    };
    const self: WorkerScope = { addEventListener: () => undefined, postMessage: receive };
    const globals = {
      self,
      setTimeout,
      clearTimeout,
      performance,
      atob,
      URL,
      TextEncoder,
      TextDecoder,
      console,
      queueMicrotask,
    };
    new Script(readFileSync(here('packages/language-server/dist/server-worker.js'), 'utf8')).runInContext(
      createContext(globals),
    );
    const send = (method: string, params: object, id?: number) =>
      new Promise<unknown>((resolve) => {
        if (id === undefined) resolve(undefined);
        else waiting.set(id, resolve);
        const data = { jsonrpc: '2.0', method, params, ...(id === undefined ? {} : { id }) };
        self.onmessage?.({ data });
      });
    const result = (await send(
      'initialize',
      { processId: null, rootUri: null, capabilities: {} },
      1,
    )) as InitializeResult;
    expect(result.capabilities.hoverProvider).toBe(true);
    await send('initialized', {});
    const text = readFileSync(here('fixtures/samples/personal-statement.md'), 'utf8');
    const uri = 'vscode-vfs://github/me/drafts/mine.md';
    await send('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    const { diagnostics } = await published;

    const client = await startClient();
    client.open(uri, text);
    expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(await client.diagnostics(uri));
    await client.stop();
  });
});
