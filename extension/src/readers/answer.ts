import { ReadError, type ReadLimit, requireDraft } from '@narrative-lint/readers/bytes';
import type { ReadReply, ReadRequest } from '../platform.ts';

/** Reads a draft, and says what is wrong with it where it cannot be read. */
export async function answer(
  read: (bytes: Uint8Array, name: string, limit: ReadLimit) => Promise<string>,
  { bytes, name, limit }: ReadRequest,
): Promise<ReadReply> {
  try {
    const text = await read(bytes, name, limit);
    await requireDraft(text, name, limit);
    return { text };
  } catch (error) {
    if (error instanceof ReadError) return { problem: error.message };
    return { problem: `${name} could not be read; save it again, or export it as text. (${error})` };
  }
}
