import { readFile } from 'node:fs/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createDiskConfigs } from './disk-configs.ts';
import { guard } from './guard.ts';
import type { Host } from './host.ts';
import { startServer } from './server.ts';

const host: Host = {
  readsFiles: true,
  async readFile(uri) {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'file') return undefined;
    return readFile(parsed.fsPath, 'utf8').catch(() => undefined);
  },
  configs: createDiskConfigs,
  // One turn would only end the message at hand: the next that has arrived is taken in after it.
  nextTurn: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  now: () => performance.now(),
};

startServer(createConnection(ProposedFeatures.all, guard), host);
