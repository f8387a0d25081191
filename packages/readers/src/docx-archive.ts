import type JSZip from 'jszip';
import { ReadError } from './errors.ts';
import { join } from './join.ts';
import { type ReadLimit, scaled, sizeName, tooLarge } from './limits.ts';
import { requirePlainXml } from './plain-xml.ts';

/** Word writes some twenty; documents full of pictures have hundreds. */
const MOST_PARTS = 5000;
/** XML of Word shrinks to a tenth or so, blank tables to a hundredth. */
const HIGHEST_RATIO = 300;
/** Below this size no ratio matters. */
const RATIO_FROM = 4 * 1024 * 1024;
/** Bytes of the last record of an archive without a comment. */
const END_OF_DIRECTORY = 22;
const NEW_DOCUMENT = 'copy its text into a new document and save that';
/** Parts that hold the text and what it needs; pictures, fonts and macros stay packed. */
const TEXT_PART = /\.(?:xml|rels)$/i;

/**
 * Unpacks the XML of a Word document under limits, and packs it again, alone and without compression:
 * what reads the result meets nothing that was not measured here. Sizes that the archive states are not
 * believed; what comes out is counted, and unpacking stops at the limit.
 *
 * @throws {ReadError} `too-large` for more bytes, parts, compression or nesting than a draft has, and
 *   `damaged` for what no Word document has.
 * @throws {Error} of the library for a broken archive.
 */
export async function measuredArchive(
  bytes: Uint8Array,
  path: string,
  limit: ReadLimit,
): Promise<Uint8Array> {
  const parts = scaled(MOST_PARTS, limit);
  if (partsListed(bytes) > parts)
    throw tooLarge(path, `has more than ${parts} files packed in it`, NEW_DOCUMENT, limit);
  const { default: Zip } = await import('jszip');
  const archive = await Zip.loadAsync(bytes);
  requireOnce(archive, bytes, path);
  const measured = new Zip();
  const ratio = scaled(HIGHEST_RATIO, limit);
  const mostByRatio = Math.max(RATIO_FROM, bytes.length * ratio);
  let left = Math.min(limit.bytes, mostByRatio);
  for (const entry of Object.values(archive.files)) {
    requireInside(entry, path);
    if (entry.dir || !TEXT_PART.test(entry.name)) continue;
    const part = await unpack(entry, left);
    if (!part) {
      const most =
        limit.bytes <= mostByRatio ? sizeName(limit.bytes) : `${ratio} times its size, as no draft does`;
      throw tooLarge(path, `unpacks to more than ${most}`, NEW_DOCUMENT, limit);
    }
    left -= part.length;
    requirePlainXml(new TextDecoder().decode(part), path);
    measured.file(entry.name, part, { createFolders: false });
  }
  return measured.generateAsync({ type: 'uint8array', compression: 'STORE' });
}

/** How many parts the directory of an archive lists, counted by their signature, which costs nothing. */
function partsListed(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) count += 1;
  }
  return count;
}

/** Refuses a part that would land elsewhere if somebody unpacked it, or in the place of another part. */
function requireInside({ unsafeOriginalName = '' }: JSZip.JSZipObject, path: string): void {
  if (!unsafeOriginalName.split(/[/\\]/).includes('..')) return;
  throw new ReadError(
    'damaged',
    path,
    'has a file packed in it that leads out of it (..), which Word never writes; open it in Word and save it again as .docx',
  );
}

/** Refuses an archive that has two parts in one place: it would hold one thing for one reader, and another for the next. */
function requireOnce({ files }: JSZip, bytes: Uint8Array, path: string): void {
  const end = bytes.lastIndexOf(0x50, bytes.length - END_OF_DIRECTORY);
  const stated = (bytes[end + 10] ?? 0) + (bytes[end + 11] ?? 0) * 256;
  if (bytes[end + 2] !== 5 || stated === Object.keys(files).length) return;
  throw new ReadError(
    'damaged',
    path,
    'has a file packed twice in it, which Word never writes; open it in Word and save it again as .docx',
  );
}

/** The bytes of a part; `undefined` as soon as they are more than `most`. */
function unpack(part: JSZip.JSZipObject, most: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = (part as PackedPart).internalStream('uint8array');
    stream
      .on('data', (chunk) => {
        size += chunk.length;
        if (size <= most) {
          chunks.push(chunk);
          return;
        }
        stream.pause();
        resolve(undefined);
      })
      .on('error', reject)
      .on('end', () => resolve(join(chunks)))
      .resume();
  });
}

/** Documented by JSZip, and missing in its types. */
interface PackedPart extends JSZip.JSZipObject {
  internalStream(type: 'uint8array'): PartStream;
}
interface PartStream {
  on(event: 'data', heard: (chunk: Uint8Array) => void): PartStream;
  on(event: 'error', heard: (error: Error) => void): PartStream;
  on(event: 'end', heard: () => void): PartStream;
  pause(): PartStream;
  resume(): PartStream;
}
