import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { guard } from './guard.ts';
import type { Host } from './host.ts';
import { READ_FILE, type ReadFileResult } from './protocol.ts';
import { startServer } from './server.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), guard);

const host: Host = {
  readsFiles: false,
  async readFile(uri) {
    const text = await connection.sendRequest<ReadFileResult>(READ_FILE, { uri }).catch(() => null);
    return text ?? undefined;
  },
  nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: () => performance.now(),
};

startServer(connection, host);
