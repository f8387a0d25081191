import type { CallSettings } from '../run.ts';

/** What it may cost to read a draft, as the call says it: seconds, and megabytes of its file. */
export type Limits = Pick<CallSettings, 'timeLimit' | 'sizeLimit'>;

/** What the text of a large, honest document takes is far below it. */
const MEMORY_PER_MEGABYTE = 50;

/** Megabytes of memory that a document of the largest size may take. */
export function memoryFor({ sizeLimit }: Limits): number {
  return Math.max(1000, sizeLimit * MEMORY_PER_MEGABYTE);
}

/** Says of a draft that it was stopped, to follow its name. */
export function tookTooLong(seconds: number): string {
  return `was stopped, since it took longer than ${seconds} s; look whether something else than a draft is in it, or give more with --time-limit`;
}

/** The same of memory. */
export function tookTooMuch(megabytes: number): string {
  return `was stopped, since it took more than ${megabytes} MB of memory; look whether something else than a draft is in it, or give more with --size-limit`;
}
