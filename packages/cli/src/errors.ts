import { ConfigError } from '@narrative-lint/config';
import { visible } from '@narrative-lint/core';
import { ReadError } from '@narrative-lint/readers';

/** Exit codes: nothing to object to, findings, and a call or an input that was wrong. */
export const EXIT = { clean: 0, findings: 1, wrong: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that cannot be carried out. `message` is one line that says what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the system means by its codes, where neither the call nor a draft is at fault. */
const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'a file would be larger than it may be',
  EROFS: 'the disk can only be read',
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EIO: 'the disk does not work as it should',
  EMFILE: 'too many files are open',
};

/** What a code of the system such as ENOSPC means, in words that stand after "since". */
export function systemFault(code: unknown): string | undefined {
  return typeof code === 'string' ? SYSTEM_FAULTS[code] : undefined;
}

/** Words an error for the terminal: one line each, a stack only for `--debug`. */
export function describeError(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return `narrative-lint: ${error}\n`;
  const expected = error instanceof UsageError || error instanceof ConfigError || error instanceof ReadError;
  if (debug) return `narrative-lint: ${error.stack ?? error.message}\n`;
  if (expected)
    return error.message
      .split('\n')
      .map((line) => `narrative-lint: ${visible(line)}\n`)
      .join('');
  const code = 'code' in error ? error.code : undefined;
  const fault = systemFault(code);
  if (fault !== undefined)
    return `narrative-lint: not finished, since ${fault} (${code}); an older report is as it was\n`;
  const line = error.message.split('\n')[0];
  return `narrative-lint: an unexpected fault: ${line} (run again with --debug for the details, which hold no text of yours)\n`;
}
