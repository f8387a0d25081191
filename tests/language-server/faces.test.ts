import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** A rule of somebody's own. */
const PLUGIN = `import { defineRule } from '@narrative-lint/core';

export default defineRule({
  meta: {
    id: 'says-step',
    group: 'what-happened',
    severity: 'warning',
    summary: 'No step is spoken of.',
    why: 'It was asked for.',
    ask: 'Which?',
    source: 'Us.',
    url: 'https://example.org/says-step',
    options: {},
    messages: { word: { text: 'You write "{{word}}".' } },
  },
  check({ document, report }) {
    for (const { tokens } of document.sentences)
      for (const { norm, text, start, end } of tokens)
        if (norm === 'step') report({ messageId: 'word', at: { start, end }, data: { word: text } });
  },
  examples: { invalid: [], valid: [] },
});
`;

/** What the server uses of the scope of a worker. */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  addEventListener(): void;
  postMessage(message: Message): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: PublishDiagnosticsParams & { readonly message?: string };
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
        'silent.ps.md': bare.replace('\n\n', '\n\n<!-- narrative-lint disable no-excuse-framing -->\n\n'),
        'short/one.md': bare,
        'left/one.ps.md': sample,
      };
      for (const name of ['short', 'left', 'rules']) mkdirSync(join(folder, name));
      for (const [name, text] of Object.entries(drafts)) writeFileSync(join(folder, name), text);
      const config = {
        extends: ['strict', './shared.yaml'],
        plugins: ['./rules/step.js'],
        rules: {
          'one-page': 'error',
          'says-step': 'suggestion',
          'acknowledge-briefly': ['warning', { words: 80 }],
        },
        overrides: [
          {
            files: 'short/*.md',
            extends: 'eras-only',
            kind: 'interruption',
            rules: { 'says-step': 'error' },
          },
        ],
        ignore: ['left/'],
      };
      writeFileSync(join(folder, 'narrative-lint.config.json'), JSON.stringify(config));
      writeFileSync(join(folder, 'shared.yaml'), 'rules:\n  no-melodrama: off\n');
      writeFileSync(join(folder, 'rules/step.js'), PLUGIN);

      const cli = (...given: string[]) =>
        spawnSync(process.execPath, [here('packages/cli/bin/narrative-lint.js'), ...given], {
          cwd: folder,
          encoding: 'utf8',
        });
      const dismissed = 'no-excuse-framing';
      const dismissing = cli('dismiss', 'one.ps.md', `${dismissed}:1`);
      expect(dismissing.status, dismissing.stderr).toBe(0);
      const linted = Object.keys(drafts).filter((name) => !name.startsWith('left/'));
      const { stdout } = cli(...Object.keys(drafts), '--format', 'json');
      const { files } = JSON.parse(stdout) as { files: { path: string; messages: CliMessage[] }[] };
      expect(files.map(({ path }) => path).sort()).toEqual([...linted].sort());
      const found = (name: string) => files.find(({ path }) => path === name)?.messages ?? [];
      expect(found('one.ps.md').map(({ ruleId }) => ruleId)).toContain('says-step');
      expect(found('short/one.md').find(({ ruleId }) => ruleId === 'says-step')?.severity).toBe('error');

      const client = await startClient({
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'drafts' }],
        initializationOptions: { trusted: true },
      });
      const show = async (path: string) => {
        const uri = pathToFileURL(join(folder, path)).href;
        client.open(uri, drafts[path] ?? '', path.endsWith('.txt') ? 'plaintext' : 'markdown');
        return client.diagnostics(uri);
      };
      for (const { path, messages } of files) {
        const whole = new Set(messages.filter(({ start }) => !start).map(({ message }) => message));
        const shown = (await show(path)).map((one) => ofServer(one, whole));
        expect(shown, path).toEqual(messages.map(ofCli));
      }
      expect(await show('left/one.ps.md')).toEqual([]);
      await client.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

/** A server in a worker that has nothing of Node, and a client of it that reads these files. */
async function startWorker(root: string | null = null, files: Readonly<Record<string, string>> = {}) {
  const waiting = new Map<number | string, (result: unknown) => void>();
  const shown = new Map<string, (given: PublishDiagnosticsParams) => void>();
  const said: string[] = [];
  const self: WorkerScope = {
    addEventListener: () => undefined,
    postMessage({ id, method, params, result }) {
      if (method === 'textDocument/publishDiagnostics' && params) shown.get(params.uri)?.(params);
      else if (method === 'window/showMessage' && params) said.push(params.message ?? '');
      else if (method === 'narrativeLint/readFile')
        self.onmessage?.({ data: { jsonrpc: '2.0', id, result: files[params?.uri ?? ''] ?? null } });
      else if (id !== undefined && method === undefined) waiting.get(id)?.(result);
    },
  };
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
  const workspaceFolders = root === null ? null : [{ uri: root, name: 'drafts' }];
  const initializationOptions = { readsFiles: true };
  const given = { processId: null, rootUri: null, capabilities: {}, workspaceFolders, initializationOptions };
  const initialized = (await send('initialize', given, 1)) as InitializeResult;
  await send('initialized', {});
  return {
    initialized,
    said,
    async open(uri: string, text: string): Promise<Diagnostic[]> {
      const published = new Promise<PublishDiagnosticsParams>((resolve) => shown.set(uri, resolve));
      await send('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
      return JSON.parse(JSON.stringify((await published).diagnostics)) as Diagnostic[];
    },
  };
}

describe('the server in a web worker', () => {
  it('finds what the server of Node finds, without anything of Node', async () => {
    const worker = await startWorker();
    expect(worker.initialized.capabilities.hoverProvider).toBe(true);
    const text = readFileSync(here('fixtures/samples/personal-statement.md'), 'utf8');
    const uri = 'vscode-vfs://github/me/drafts/mine.md';
    const client = await startClient();
    client.open(uri, text);
    expect(await worker.open(uri, text)).toEqual(await client.diagnostics(uri));
    await client.stop();
  });

  it('reads through its client what configurations say', async () => {
    const text = readFileSync(here('fixtures/samples/personal-statement.md'), 'utf8');
    const drafts = ['one.ps.md', 'short/one.md', 'left/one.ps.md'];
    const files: Readonly<Record<string, string>> = {
      'narrative-lint.config.json': JSON.stringify({
        extends: ['strict', './shared.yaml'],
        plugins: ['./rules/step.js'],
        rules: { 'says-step': 'error', 'acknowledge-briefly': ['warning', { words: 80 }] },
        overrides: [{ files: 'short/*.md', extends: 'eras-only', kind: 'interruption' }],
        ignore: ['left/'],
      }),
      'shared.yaml': 'rules:\n  no-melodrama: off\n',
    };
    const folder = mkdtempSync(join(tmpdir(), 'narrative-lint-worker-'));
    const root = 'vscode-vfs://github/me/drafts';
    const client = await startClient();
    try {
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      const held = Object.entries(files).map(([name, content]) => [`${root}/${name}`, content]);
      const worker = await startWorker(root, Object.fromEntries(held));
      const counts: number[] = [];
      for (const name of drafts) {
        const uri = pathToFileURL(join(folder, name)).href;
        client.open(uri, text);
        const inWorker = await worker.open(`${root}/${name}`, text);
        const elsewhere = JSON.stringify(await client.diagnostics(uri)).replaceAll(uri, `${root}/${name}`);
        expect(inWorker, name).toEqual(JSON.parse(elsewhere));
        counts.push(inWorker.length);
      }
      expect(counts[0]).toBeGreaterThan(counts[1] ?? 0);
      expect(counts[2]).toBe(0);
      expect(worker.said).toEqual([expect.stringContaining('plugin ./rules/step.js')]);
    } finally {
      await client.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
