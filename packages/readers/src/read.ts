import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Container, containerOf } from './containers.ts';
import { readDocx } from './docx.ts';
import { fileSystemError, ReadError } from './errors.ts';
import { requireDraft } from './language.ts';
import { type ReadLimit, STANDARD_LIMIT, sizeName, tooLarge } from './limits.ts';
import { readPdf } from './pdf.ts';
import { decodeText, type TextEncoding } from './plain-text.ts';

/** A draft as text. */
export interface Draft {
  /** As the caller named it. */
  readonly path: string;
  /** The decoded file without byte order mark; for .docx and .pdf the extracted text. */
  readonly text: string;
  readonly format: 'markdown' | 'text';
  readonly container: Container;
  /** How the file was encoded; `utf-8` for .docx and .pdf. */
  readonly encoding: TextEncoding;
}

/** The text of a Word document or a PDF, or a `ReadError`. */
export type Extract = (
  container: 'docx' | 'pdf',
  bytes: Uint8Array,
  path: string,
  limit: ReadLimit,
) => Promise<string>;

export interface ReadOptions {
  /**
   * Files larger than this many bytes are refused, and Word documents that unpack to more; 20 MiB when left
   * out. More than that allows as much more of all else that is bounded: text, pages, parts of a document.
   */
  readonly maximumBytes?: number;
  /** How a user allows more, to follow "or" in messages: `give more with ...`. */
  readonly raise?: string;
  /** Takes the text out of a document in the place of this thread: a thread that can be stopped, say. */
  readonly extract?: Extract;
}

/** Bytes that are read at once: it takes less time than to wait for another thread to do so. */
const SMALL = 256 * 1024;
const SUPPORTED = '.docx, .md, .txt or .pdf';
/** What to do about common files that are no drafts yet. */
const ADVICE: Readonly<Record<string, string>> = {
  '.doc': 'is an old Word file; save it as .docx',
  '.docm': 'is a Word file with macros; save it as .docx',
  '.rtf': 'is a rich text file; save it as .docx or .txt',
  '.odt': 'is an OpenDocument file; save it as .docx',
  '.pages': 'is a Pages file; export it as .docx',
  '.gdoc': 'is only a link to a Google document; download it as .docx',
};
/** Extensions of files that people write drafts in and that cannot be read, without the dot. */
export const UNREAD_EXTENSIONS: readonly string[] = Object.keys(ADVICE).map((extension) =>
  extension.slice(1),
);

/**
 * Reads a draft from a file.
 *
 * @throws {ReadError} for anything that keeps the draft from being read.
 */
export async function readDraft(path: string, options: ReadOptions = {}): Promise<Draft> {
  const limit = limitOf(options);
  let bytes: Uint8Array;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new ReadError('is-folder', path, 'is a folder; name a draft in it');
    requireSupported(path);
    if (stats.size > limit.bytes) throw fileTooLarge(path, limit);
    bytes = stats.isFile() && stats.size <= SMALL ? readFileSync(path) : await readFile(path);
  } catch (error) {
    throw error instanceof ReadError ? error : fileSystemError(error, path, 'read');
  }
  return draftOf(bytes, path, containerOf(path) ?? 'txt', options);
}

/**
 * Reads a draft from standard input or any other stream of bytes.
 *
 * @param name - Stands for the file's name: its extension decides how the bytes are read, and Markdown
 *   is assumed without one.
 * @throws {ReadError} as `readDraft`.
 */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
  options: ReadOptions = {},
): Promise<Draft> {
  const limit = limitOf(options);
  const chunks: Buffer[] = [];
  let size = 0;
  if (extname(name) !== '') requireSupported(name);
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > limit.bytes) throw fileTooLarge(name, limit);
  }
  const container = containerOf(name);
  const draft = await draftOf(Buffer.concat(chunks), name, container ?? 'md', options);
  return container === 'docx' || container === 'pdf' ? draft : { ...draft, container: 'stdin' };
}

async function draftOf(
  bytes: Uint8Array,
  path: string,
  container: Exclude<Container, 'stdin'>,
  options: ReadOptions,
): Promise<Draft> {
  const limit = limitOf(options);
  const { extract = extractHere } = options;
  let text = '';
  let encoding: TextEncoding = 'utf-8';
  if (bytes.length === 0) await requireDraft(text, path);
  if (container === 'docx' || container === 'pdf') text = await extract(container, bytes, path, limit);
  else ({ text, encoding } = decodeText(bytes, path));
  await requireDraft(text, path, limit);
  return { path, text, format: container === 'md' ? 'markdown' : 'text', container, encoding };
}

function requireSupported(path: string): void {
  if (containerOf(path)) return;
  const extension = extname(path).toLowerCase();
  const problem = ADVICE[extension] ?? `is not a kind of file a draft comes in; use ${SUPPORTED}`;
  throw new ReadError('unsupported', path, problem);
}

const extractHere: Extract = (container, bytes, path, limit) =>
  (container === 'docx' ? readDocx : readPdf)(bytes, path, limit);

function limitOf({ maximumBytes, raise }: ReadOptions): ReadLimit {
  return { bytes: maximumBytes ?? STANDARD_LIMIT.bytes, ...(raise === undefined ? {} : { raise }) };
}

function fileTooLarge(path: string, limit: ReadLimit): ReadError {
  const advice = 'name the draft alone, without pictures';
  return tooLarge(path, `is larger than ${sizeName(limit.bytes)}`, advice, limit);
}
