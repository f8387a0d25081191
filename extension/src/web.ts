import { tookTooLong } from '@narrative-lint/readers/bytes';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Extension } from './extension.ts';
import { MORE, type Platform, type ReadReply, textOf } from './platform.ts';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const workerOf = (file: string) =>
    new Worker(Uri.joinPath(context.extensionUri, 'dist', file).toString(true));
  const platform: Platform = {
    createClient: (options) =>
      new LanguageClient('narrativeLint', 'Narrative Lint', workerOf('server-worker.js'), options),
    async readText(reader, request, seconds) {
      const worker = workerOf(`read-${reader}.js`);
      let timer: ReturnType<typeof setTimeout> | undefined;
      try {
        const reply = new Promise<ReadReply>((resolve, reject) => {
          const late = () => reject(new Error(`${request.name} ${tookTooLong({ seconds, ...MORE })}`));
          timer = setTimeout(late, seconds * 1000);
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message || 'The reader could not be loaded.'));
        });
        worker.postMessage(request);
        return textOf(await reply);
      } finally {
        clearTimeout(timer);
        worker.terminate();
      }
    },
  };
  extension = new Extension(context, platform);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
