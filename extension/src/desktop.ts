import { Worker } from 'node:worker_threads';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension.ts';
import { type Platform, type ReadReply, textOf } from './platform.ts';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const platform: Platform = {
    createClient: (options) =>
      new LanguageClient(
        'narrativeLint',
        'Narrative Lint',
        { module: context.asAbsolutePath('dist/server-node.cjs'), transport: TransportKind.ipc },
        options,
      ),
    async readText(reader, bytes, name) {
      const worker = new Worker(context.asAbsolutePath(`dist/read-${reader}.cjs`));
      try {
        const reply = new Promise<ReadReply>((resolve, reject) => {
          worker.once('message', resolve).once('error', reject);
        });
        worker.postMessage({ bytes, name });
        return textOf(await reply);
      } finally {
        await worker.terminate();
      }
    },
  };
  extension = new Extension(context, platform);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
