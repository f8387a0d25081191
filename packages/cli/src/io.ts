import { fstatSync, writeSync } from 'node:fs';
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
  /** Sets this process up for one short draft after which it ends: code that runs a few times is not optimised. */
  hurry?(): void;
}

/** The world of a process. */
export interface ProcessIo extends Io {
  /** Ends the process with a code; at once where nothing that was written is still on its way. */
  end(code: number): void;
}

/**
 * The world as this process has it. A reader that closes the pipe early (`| head`) is no error; output that
 * cannot be written for another reason is told in a line, and the process ends with `EXIT.wrong`.
 *
 * @param worker - The path of a module whose default export is `workOn` of this bundle.
 * @param reader - The path of the program in `reading/thread.ts`.
 */
export function processIo(worker: string, reader: string): ProcessIo {
  const out = outputOf(1, () => process.stdout);
  const err = outputOf(2, () => process.stderr);
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
    out,
    err,
    hurry() {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8');
      for (const flag of HURRY) setFlagsFromString(flag);
    },
    end(code) {
      // Sets the world aside as it is: to take it apart takes longer than to print the report.
      if (!out.isStream && !err.isStream) process.exit(code);
      process.exitCode = code;
    },
  };
}

/**
 * What V8 does for code that runs long, a single short draft does not pay back: compiling hot functions a second
 * time with all optimisations (the budget is 15 times what is usual), and expressions as fast as can be. Room for
 * new objects grows at once to what a draft takes, rather than be cleared again and again on the way there.
 */
const HURRY = ['--interrupt-budget=1000000', '--no-regexp-optimization', '--semi-space-growth-factor=8'];

interface ProcessOutput extends Output {
  /** Whether the stream of Node was asked for, which may write later. */
  readonly isStream: boolean;
}

/**
 * The output `fd`. Files and pipes are written to directly, which needs none of the modules that streams consist of.
 *
 * @param open - Gives the stream of Node: for terminals, and for pipes that cannot take all at once.
 */
function outputOf(fd: number, open: () => NodeJS.WriteStream): ProcessOutput {
  let isOpen = true;
  let stream: NodeJS.WriteStream | undefined;
  const fail = ({ code }: NodeJS.ErrnoException) => {
    if (!isOpen) return;
    isOpen = false;
    if (code === 'EPIPE') return;
    // Whatever the run comes to: what it had to say is not all there.
    process.on('exit', () => {
      process.exitCode = EXIT.wrong;
    });
    if (fd === 1)
      process.stderr.write(
        `narrative-lint: the output could not be written (${code}); it is not whole, so look whether the disk is full\n`,
      );
  };
  const streamed = () => {
    if (!stream) {
      stream = open();
      stream.on('error', fail);
    }
    return stream;
  };
  const isDirect = canWriteTo(fd);
  return {
    get isStream() {
      return stream !== undefined;
    },
    get isTerminal() {
      return !isDirect && streamed().isTTY === true;
    },
    get columns() {
      return isDirect ? undefined : streamed().columns;
    },
    get isClosed() {
      return !isOpen;
    },
    write(text) {
      if (!isOpen) return;
      if (!isDirect || stream) streamed().write(text);
      else {
        const rest = writeDirectly(fd, text, fail);
        if (rest) streamed().write(rest);
      }
    },
  };
}

/** Whether it is a file or a pipe that is written to while the caller waits, as Node itself does on these systems. */
function canWriteTo(fd: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

/** Gives what could not be written yet, since whoever reads is slow and does not let the writer wait. */
function writeDirectly(
  fd: number,
  text: string,
  fail: (error: NodeJS.ErrnoException) => void,
): Buffer | undefined {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    fail(error as NodeJS.ErrnoException);
    return undefined;
  }
}
