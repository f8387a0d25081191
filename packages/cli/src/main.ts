import { CommanderError } from 'commander';
import { describeError, EXIT, type ExitCode, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { runProgram } from './program.ts';

export type { ExitCode } from './errors.ts';
export { type Io, processIo } from './io.ts';
export { workOn } from './work/worker.ts';

/**
 * Runs the command line.
 *
 * @param argv - The arguments, without the names of node and the script.
 * @returns The code to exit with. Never throws; what went wrong is written to `io.err`.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runProgram(argv, io);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    io.err.write(
      describeError(error instanceof CommanderError ? usageError(error) : error, argv.includes('--debug')),
    );
    return EXIT.wrong;
  }
}

/** Commander words its errors over two lines; ours are one. */
function usageError(error: CommanderError): UsageError {
  const lines = error.message.replace(/^error: /, '').split('\n');
  const text = lines
    .map((line) => line.trim())
    .join(' ')
    .trim();
  return new UsageError(`${text} (see --help)`, { cause: error });
}
