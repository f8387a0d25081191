/** What can be wrong with a draft before anyone reads its words. */
export type ReadErrorCode =
  | 'not-found'
  | 'no-permission'
  | 'is-folder'
  | 'unsupported'
  | 'too-large'
  | 'binary'
  | 'bad-encoding'
  | 'damaged'
  | 'encrypted'
  | 'no-text-layer'
  | 'empty'
  | 'other-language'
  | 'unreadable'
  | 'not-writable';

/** A draft that could not be read or written. `message` is one line: the file, what is wrong, what to do. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: ReadErrorCode;
  /** The file as the caller named it. */
  readonly path: string;
  /** The message without the file's name. */
  readonly problem: string;

  /** @param problem - What is wrong and what to do, to follow the file's name: `is empty; write ...`. */
  constructor(code: ReadErrorCode, path: string, problem: string, options?: ErrorOptions) {
    super(`${path} ${problem}`.replace(/\s+/g, ' '), options);
    this.code = code;
    this.path = path;
    this.problem = problem;
  }
}

/** Turns what the file system threw into a `ReadError`; `verb` is what was tried. */
export function fileSystemError(error: unknown, path: string, verb: 'read' | 'written'): ReadError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  if (verb === 'written') {
    return new ReadError(
      'not-writable',
      path,
      `could not be written (${code || error}); check that the folder allows it and the disk is not full`,
      options,
    );
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ReadError('not-found', path, 'does not exist; check the name and the folder', options);
    case 'EACCES':
    case 'EPERM':
      return new ReadError(
        'no-permission',
        path,
        'may not be read by you; change its permissions or copy it elsewhere',
        options,
      );
    case 'EISDIR':
      return new ReadError('is-folder', path, 'is a folder; name a draft in it', options);
    default:
      return new ReadError(
        'unreadable',
        path,
        `could not be read (${code || error}); try a copy of it`,
        options,
      );
  }
}
