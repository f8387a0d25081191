import { sniff } from './containers.ts';
import { ReadError } from './errors.ts';

/** How a text file writes its characters; kept, so that a corrected file is written the same way. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

const DISGUISES = {
  ole: 'is an old Word or Office file under another name; save it as .docx',
  zip: 'is a Word or zip file under another name; give it its own extension, such as .docx',
  pdf: 'is a PDF under another name; rename it to end in .pdf',
  rtf: 'is a rich text (RTF) file under another name; save it as .docx or .txt',
  image: 'is a picture; the draft is needed as text, in .docx, .md, .txt or .pdf',
} as const;

/**
 * Decodes a text file: UTF-8, with or without a byte order mark, or UTF-16 with one. The mark is no part
 * of the text.
 *
 * @throws {ReadError} `binary` for content that is no text, `bad-encoding` for bytes that are not valid.
 */
export function decodeText(bytes: Uint8Array, path: string): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes);
  const utf8 = encoding === 'utf-8' || encoding === 'utf-8-bom';
  const disguise = sniff(bytes);
  if (disguise) throw new ReadError('binary', path, DISGUISES[disguise]);
  if (utf8 && bytes.includes(0)) {
    throw new ReadError(
      'binary',
      path,
      'is a binary file, not text; the draft is needed as .docx, .md, .txt or .pdf',
    );
  }
  try {
    return { text: new TextDecoder(utf8 ? 'utf-8' : encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    const problem = utf8
      ? `is not valid UTF-8 (line ${badLine(bytes)}); save it again with the encoding UTF-8`
      : 'is not valid UTF-16; save it again with the encoding UTF-8';
    throw new ReadError('bad-encoding', path, problem, { cause });
  }
}

/** Encodes a text the way its file was encoded. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const marked = Buffer.from(`\uFEFF${text}`, encoding === 'utf-8-bom' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? marked.swap16() : marked;
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The line, from 1, on which UTF-8 goes wrong. No line break lies within a character, so lines decode alone. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const stop = bytes.indexOf(0x0a, start);
    const end = stop < 0 ? bytes.length : stop;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
