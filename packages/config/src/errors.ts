import type { ConfigProblem } from './types.ts';

/** A configuration that cannot be used. Each problem is one line that begins with the name of its file. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], options?: ErrorOptions) {
    super(problems.map(({ message }) => message).join('\n'), options);
    this.problems = problems;
  }
}

/** One problem of a file as a whole, or of one of its lines. */
export function configError(file: string, message: string, line?: number, cause?: unknown): ConfigError {
  const problem = { file, path: [], message, ...(line === undefined ? {} : { line }) };
  return new ConfigError([problem], cause === undefined ? {} : { cause });
}
