import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { WATCHED_FILES } from './protocol.ts';

const USUAL = /\/(?:narrative-lint\.(?:config\.\w+|suppressions\.json)|package\.json)$/;

/** The files beside drafts that decide what is found: those of the usual names, and those that they name. */
export class WatchedFiles {
  private readonly connection: Connection;
  private readonly named = new Set<string>();
  private canRegister = false;
  private canPlace = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Asks the client to watch, where it can be asked. */
  start(params: InitializeParams | undefined): void {
    const capability = params?.capabilities.workspace?.didChangeWatchedFiles;
    this.canRegister = capability?.dynamicRegistration === true;
    this.canPlace = capability?.relativePatternSupport === true;
    this.register([{ globPattern: WATCHED_FILES }, ...this.patternsOf([...this.named])]);
  }

  /** More files to watch, by URI. */
  add(files: readonly string[]): void {
    const more = files.filter((file) => !USUAL.test(file) && !this.named.has(file));
    for (const file of more) this.named.add(file);
    this.register(this.patternsOf(more));
  }

  has(file: string): boolean {
    return USUAL.test(file) || this.named.has(file);
  }

  private patternsOf(files: readonly string[]): FileSystemWatcher[] {
    return files.map((file) => {
      const uri = URI.parse(file);
      const pattern = Utils.basename(uri);
      const baseUri = Utils.dirname(uri).toString();
      return { globPattern: this.canPlace ? { baseUri, pattern } : uri.path };
    });
  }

  private register(watchers: FileSystemWatcher[]): void {
    if (!this.canRegister || watchers.length === 0) return;
    void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
