import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

export const BIN = fileURLToPath(
  new URL('../../packages/language-server/bin/narrative-lint-language-server.js', import.meta.url),
);

/** A client of a server process, as an editor is one. */
export interface Client {
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  /** The diagnostics of a version of a document, once they are published. */
  diagnostics(uri: string, version?: number): Promise<Diagnostic[]>;
  /** Waits for the next published diagnostics of a document that a test accepts. */
  until(uri: string, accepts: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  /** Ends the server as an editor does. @returns Its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts a server and initializes it.
 *
 * @param through - A command that starts it in its turn, with other variables of the environment.
 */
export async function startClient(
  params: Partial<InitializeParams> = {},
  answer: (connection: ProtocolConnection) => void = () => undefined,
  through: { readonly command: readonly string[]; readonly env: NodeJS.ProcessEnv } = {
    command: [],
    env: process.env,
  },
): Promise<Client> {
  const [command = process.execPath, ...args] = [...through.command, process.execPath, BIN, '--stdio'];
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: through.env });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const listeners = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (given: PublishDiagnosticsParams) => {
    published.push(given);
    for (const listener of listeners) listener();
  });
  connection.onRequest('client/registerCapability', () => null);
  answer(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  await connection.sendNotification('initialized', {});
  const wait = (accepts: (given: PublishDiagnosticsParams) => boolean) =>
    new Promise<Diagnostic[]>((resolve) => {
      const look = () => {
        const found = published.findLast(accepts);
        if (!found) return;
        listeners.delete(look);
        resolve(found.diagnostics);
      };
      listeners.add(look);
      look();
    });
  return {
    server,
    connection,
    initialized,
    published,
    open: (uri, text, languageId = 'markdown') =>
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    diagnostics: (uri, version = 1) => wait((given) => given.uri === uri && given.version === version),
    until(uri, accepts) {
      const seen = published.length;
      return wait(
        (given) => published.indexOf(given) >= seen && given.uri === uri && accepts(given.diagnostics),
      );
    },
    async stop() {
      if (server.exitCode !== null) return server.exitCode;
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
  };
}
