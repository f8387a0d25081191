import { access, constants } from 'node:fs/promises';
import { fileSystemError } from './errors.ts';
import { encodeText, type TextEncoding } from './plain-text.ts';

/**
 * Writes a draft in one step: whoever reads the file sees the old text or the new one, never half of it.
 * The file keeps its permissions.
 *
 * @throws {ReadError} `not-writable`.
 */
export async function writeDraft(
  path: string,
  text: string,
  encoding: TextEncoding = 'utf-8',
): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await requireWritable(path);
    await writeFileAtomic(path, Buffer.from(encodeText(text, encoding)));
  } catch (error) {
    throw fileSystemError(error, path, 'written');
  }
}

/** A file in a writable folder could be replaced although it is write-protected itself; that is not wanted. */
async function requireWritable(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
