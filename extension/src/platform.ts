import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the desktop (or a remote) and the browser. */
export interface Platform {
  /** A client that is not started yet, with its server beside it. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /**
   * Extracts the text of a draft in a worker, which loads the reader's bundle and ends afterwards.
   *
   * @param name - As a message may name the file.
   * @throws {Error} Its message is for the user: the file, what is wrong, what to do.
   */
  readText(reader: Reader, bytes: Uint8Array, name: string): Promise<string>;
}

/** The readers that have a bundle of their own. */
export type Reader = 'docx' | 'pdf';

/** What a reader's worker is sent. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What it answers. */
export type ReadReply = { readonly text: string } | { readonly problem: string };

/** The text of a reply. */
export function textOf(reply: ReadReply): string {
  if ('problem' in reply) throw new Error(reply.problem);
  return reply.text;
}
