import { Worker } from 'node:worker_threads';
import { answerWithin, limitsOfThread, memoryFor } from '@narrative-lint/readers/apart';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension.ts';
import { MEGABYTE, MORE, type Platform, type ReadReply, textOf } from './platform.ts';

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
    async readText(reader, request, seconds) {
      const limits = { seconds, megabytes: memoryFor(request.limit.bytes / MEGABYTE), ...MORE };
      const worker = new Worker(context.asAbsolutePath(`dist/read-${reader}.cjs`), {
        resourceLimits: limitsOfThread(limits),
      });
      // One that is stopped may still say why it would have ended.
      worker.on('error', () => undefined);
      try {
        return textOf(await answerWithin<ReadReply>(worker, request, request.name, limits));
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
