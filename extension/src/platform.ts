import type { ReadLimit } from '@narrative-lint/readers/bytes';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export const MEGABYTE = 1024 * 1024;

/** What differs between the desktop (or a remote) and the browser. */
export interface Platform {
  /** A client that is not started yet, with its server beside it. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /**
   * Extracts the text of a draft in a worker, which loads the reader's bundle and ends afterwards. It is stopped
   * where it takes longer than it may, or too much memory where that can be seen.
   *
   * @throws {Error} Its message is for the user: the file, what is wrong, what to do.
   */
  readText(reader: Reader, request: ReadRequest, seconds: number): Promise<string>;
}

/** The readers that have a bundle of their own. */
export type Reader = 'docx' | 'pdf';

/** What a reader's worker is sent. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  /** As a message may name the file. */
  readonly name: string;
  readonly limit: ReadLimit;
}

/** How somebody allows more, as messages say it. */
export const MORE = {
  moreTime: 'give more with the setting narrativeLint.timeLimit',
  moreMemory: 'give more with the setting narrativeLint.sizeLimit',
};

/** What it answers. */
export type ReadReply = { readonly text: string } | { readonly problem: string };

/** The text of a reply. */
export function textOf(reply: ReadReply): string {
  if ('problem' in reply) throw new Error(reply.problem);
  return reply.text;
}
