import { EXIT } from './errors.ts';

/** Where a run writes to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Width in columns, where it is known. */
  readonly columns: number | undefined;
  write(text: string): void;
  /** Whether nothing written to it reaches anybody: who read it has gone (`| head`), or the disk is full. */
  readonly isClosed: boolean;
}

/** The world of a run: everything that it reads from and writes to beside the drafts. */
export interface Io {
  readonly cwd: string;
  /** Whether a person can be asked: input and output are a terminal. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly out: Output;
  readonly err: Output;
  /** The module that works on drafts in a thread of its own; without it this thread does all. */
  readonly worker?: string;
  /** The program of a thread that takes the text out of documents; without it this thread does. */
  readonly reader?: string;
}

/**
 * The world as this process has it. A reader that closes the pipe early (`| head`) is no error; output that
 * cannot be written for another reason is told in a line, and the process ends with `EXIT.wrong`.
 *
 * @param worker - The path of a module whose default export is `workOn` of this bundle.
 * @param reader - The path of the program in `reading/thread.ts`.
 */
export function processIo(worker: string, reader: string): Io {
  return {
    worker,
    reader,
    cwd: process.cwd(),
    env: process.env,
    get interactive() {
      return process.stdin.isTTY === true && process.stdout.isTTY === true;
    },
    get stdin() {
      return process.stdin;
    },
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!open) return;
    open = false;
    if (error.code === 'EPIPE') return;
    // Whatever the run comes to: what it had to say is not all there.
    process.on('exit', () => {
      process.exitCode = EXIT.wrong;
    });
    if (stream === process.stdout)
      process.stderr.write(
        `narrative-lint: the output could not be written (${error.code}); it is not whole, so look whether the disk is full\n`,
      );
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    get isClosed() {
      return !open;
    },
    write(text) {
      if (open) stream.write(text);
    },
  };
}
