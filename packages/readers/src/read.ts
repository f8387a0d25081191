import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Container, containerOf } from './containers.ts';
import { readDocx } from './docx.ts';
import { fileSystemError, ReadError } from './errors.ts';
import { requireDraft } from './language.ts';
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

export interface ReadOptions {
  /** Files larger than this many bytes are refused; 20 MiB when left out. */
  readonly maximumBytes?: number;
}

const MAXIMUM_BYTES = 20 * 1024 * 1024;
const SUPPORTED = '.docx, .md, .txt or .pdf';
/** What to do about common files that are no drafts yet. */
const ADVICE: Readonly<Record<string, string>> = {
  '.doc': 'is an old Word file; save it as .docx',
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
  const maximum = options.maximumBytes ?? MAXIMUM_BYTES;
  let bytes: Uint8Array;
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new ReadError('is-folder', path, 'is a folder; name a draft in it');
    requireSupported(path);
    if (stats.size > maximum) throw tooLarge(path, maximum);
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof ReadError ? error : fileSystemError(error, path, 'read');
  }
  return draftOf(bytes, path, containerOf(path) ?? 'txt');
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
  const maximum = options.maximumBytes ?? MAXIMUM_BYTES;
  const chunks: Buffer[] = [];
  let size = 0;
  if (extname(name) !== '') requireSupported(name);
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > maximum) throw tooLarge(name, maximum);
  }
  const container = containerOf(name);
  const draft = await draftOf(Buffer.concat(chunks), name, container ?? 'md');
  return container === 'docx' || container === 'pdf' ? draft : { ...draft, container: 'stdin' };
}

async function draftOf(
  bytes: Uint8Array,
  path: string,
  container: Exclude<Container, 'stdin'>,
): Promise<Draft> {
  let text = '';
  let encoding: TextEncoding = 'utf-8';
  if (bytes.length === 0) await requireDraft(text, path);
  if (container === 'docx') text = await readDocx(bytes, path);
  else if (container === 'pdf') text = await readPdf(bytes, path);
  else ({ text, encoding } = decodeText(bytes, path));
  await requireDraft(text, path);
  return { path, text, format: container === 'md' ? 'markdown' : 'text', container, encoding };
}

function requireSupported(path: string): void {
  if (containerOf(path)) return;
  const extension = extname(path).toLowerCase();
  const problem = ADVICE[extension] ?? `is not a kind of file a draft comes in; use ${SUPPORTED}`;
  throw new ReadError('unsupported', path, problem);
}

function tooLarge(path: string, maximum: number): ReadError {
  const limit = maximum >= 1024 * 1024 ? `${Math.floor(maximum / 1024 / 1024)} MB` : `${maximum} bytes`;
  return new ReadError('too-large', path, `is larger than ${limit}; name the draft alone, without pictures`);
}
