import { ConfigError } from '@narrative-lint/config';

/** Exit codes: nothing to object to, findings, and a call or an input that was wrong. */
export const EXIT = { clean: 0, findings: 1, wrong: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be carried out. `message` is one line that says what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Words an error for the terminal: one line each, a stack only for `--debug`. */
export function describeError(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return `narrative-lint: ${error}\n`;
  const expected = error instanceof UsageError || error instanceof ConfigError;
  if (debug) return `narrative-lint: ${error.stack ?? error.message}\n`;
  if (expected) return error.message.replace(/^/gm, 'narrative-lint: ').concat('\n');
  const line = error.message.split('\n')[0];
  return `narrative-lint: an unexpected fault: ${line} (run again with --debug for the details, which hold no text of yours)\n`;
}
