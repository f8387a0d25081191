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
    await writeFileAtomic(path, Buffer.from(encodeText(text, encoding)));
  } catch (error) {
    throw fileSystemError(error, path, 'written');
  }
}
