import { ReadError } from './errors.ts';

/** How much a draft may hold, and what somebody can do whose draft holds more. */
export interface ReadLimit {
  /** Bytes of a file, and of the parts of a Word document once they are unpacked. All other bounds grow with it. */
  readonly bytes: number;
  /** How to allow more where that is possible, to follow "or": `give more with ...`. */
  readonly raise?: string;
}

const MEGABYTE = 1024 * 1024;

export const STANDARD_LIMIT: ReadLimit = { bytes: 20 * MEGABYTE };

/** A bound under `limit` that is `standard` under the usual one: more bytes allow as much more of all else. */
export function scaled(standard: number, { bytes }: ReadLimit): number {
  return Math.floor(standard * Math.max(1, bytes / STANDARD_LIMIT.bytes));
}

/** A size for people: `20 MB`, `99 bytes`. */
export function sizeName(bytes: number): string {
  return bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE)} MB` : `${bytes} bytes`;
}

/**
 * A draft that holds more than it may.
 *
 * @param problem - What there is too much of, with the bound: `has more than 5000 parts`.
 * @param advice - What to do about it: `name the draft alone`.
 */
export function tooLarge(path: string, problem: string, advice: string, { raise }: ReadLimit): ReadError {
  return new ReadError('too-large', path, `${problem}; ${raise ? `${advice}, or ${raise}` : advice}`);
}
