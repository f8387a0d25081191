import { join } from './join.ts';
import { type ReadLimit, scaled, sizeName, tooLarge } from './limits.ts';

/** A hundred pages with all their fonts and pictures have fewer. */
const MOST_STREAMS = 3000;
/** Fonts and pages unpack to far less; only what no memory holds is refused. */
const UNPACKED_FOR_BYTES = 10;
/** Streams packed again and again; a writer does it once. */
const MOST_LAYERS = 4;
/** Most streams end within the first; a long one is fed in ever larger pieces. */
const FIRST_CHUNK = 2048;
const LARGEST_CHUNK = 64 * 1024;
/** Dictionaries of pictures are shorter. */
const DICTIONARY = 1024;
const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0));
const EXPORT_AGAIN = 'export the draft again from your editor, without pictures';

/**
 * Refuses a PDF whose streams unpack to more than a reader can hold. The parser unpacks whole streams into
 * memory, so they are measured before; any bytes that look packed are, whatever their dictionary says of
 * their size. Streams that call themselves pictures stay packed where text is read, and are not measured.
 *
 * @throws {ReadError} `too-large`.
 */
export async function measureStreams(bytes: Uint8Array, path: string, limit: ReadLimit): Promise<void> {
  const most = limit.bytes * UNPACKED_FOR_BYTES;
  const mostStreams = scaled(MOST_STREAMS, limit);
  let total = 0;
  let streams = 0;
  for (const start of streamStarts(bytes)) {
    streams += 1;
    if (streams > mostStreams)
      throw tooLarge(path, `has more than ${mostStreams} streams, as no draft has`, EXPORT_AGAIN, limit);
    total += await unpackedSize(bytes.subarray(start), most - total, MOST_LAYERS);
    if (total > most) throw tooLarge(path, `unpacks to more than ${sizeName(most)}`, EXPORT_AGAIN, limit);
  }
}

/** Where the packed content of each stream begins: on the line after the word, as parsers have it. */
function* streamStarts(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(STREAM[0] ?? 0); at >= 0; at = bytes.indexOf(STREAM[0] ?? 0, at + 1)) {
    if (!STREAM.every((code, index) => bytes[at + index] === code)) continue;
    const start = nextLine(bytes, at + STREAM.length);
    if (isPacked(bytes, start) && !isPicture(bytes, at)) yield start;
  }
}

function nextLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at + (bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1);
}

/** Whether the two bytes at `at` begin what PDF parsers take for a zlib stream (RFC 1950, section 2.2). */
function isPacked(bytes: Uint8Array, at: number): boolean {
  const [method = 0, flags = 0] = bytes.subarray(at, at + 2);
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

/** Whether the dictionary before a stream says that it is a picture. */
function isPicture(bytes: Uint8Array, end: number): boolean {
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, end - DICTIONARY), end));
  return /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj') + 1));
}

/**
 * How many bytes come out of a zlib stream, and out of what is packed within, up to little more than `most`;
 * infinitely many where it is packed more than `layers` times.
 */
async function unpackedSize(packed: Uint8Array, most: number, layers: number): Promise<number> {
  if (layers === 0) return Number.POSITIVE_INFINITY;
  // Its head was looked at, and nobody who reads a PDF minds its checksum.
  const inflate = new DecompressionStream('deflate-raw');
  const writer = inflate.writable.getWriter();
  const reader = inflate.readable.getReader();
  let over = false;
  const feeding = (async () => {
    let chunk = FIRST_CHUNK;
    for (let at = 2; at < packed.length && !over; at += chunk, chunk = Math.min(at, LARGEST_CHUNK)) {
      await writer.write(packed.slice(at, at + chunk));
    }
    await writer.close();
  })().catch(() => undefined);
  const inner: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (inner.length > 0 || (size === 0 && isPacked(value, 0))) inner.push(value);
      size += value.length;
      if (size > most) break;
    }
  } catch {
    // Damaged, or followed by the rest of the file: what came out until then counts.
  }
  over = true;
  await reader.cancel().catch(() => undefined);
  await writer.abort().catch(() => undefined);
  await feeding;
  if (inner.length === 0 || size > most) return size;
  return size + (await unpackedSize(join(inner), most - size, layers - 1));
}
