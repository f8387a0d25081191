import type { Configs, ConfigsOptions } from './configs.ts';

/** What the server needs of the place it runs in: a Node process or a web worker. */
export interface Host {
  /** The text of a file, or nothing where there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Whether files can be read without asking the client. */
  readonly readsFiles: boolean;
  /** A reader of configurations where this host reads files itself; elsewhere they come through the client. */
  readonly configs?: (options: ConfigsOptions) => Configs;
  /** Settles after messages that have arrived were taken in. */
  nextTurn(): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}
