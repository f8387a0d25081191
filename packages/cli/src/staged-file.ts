import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { onInterrupt } from './interrupt.ts';
import type { Io } from './io.ts';

/** A report quotes drafts, and they are their writer's: a new one can be read by its owner only. */
const OWNER_ONLY = 0o600;

/** A file that grows beside its place, so that whoever reads that place sees the old file or the whole new one. */
export interface StagedFile {
  write(text: string): void;
  /** Puts the file in its place. */
  commit(): void;
  /** Leaves nothing behind; an older file stays. Does nothing after `commit`. */
  discard(): void;
}

/**
 * Begins a file. A signal that ends the process takes the unfinished one away.
 *
 * @param path - Absolute. A link stays one, and an older file hands on who may read it.
 * @throws {Error} of the file system where it cannot be made.
 */
export function openStagedFile(path: string, io: Io): StagedFile {
  mkdirSync(dirname(path), { recursive: true });
  const place = real(path);
  const staging = join(dirname(place), `.${basename(place)}.unfinished-${randomBytes(4).toString('hex')}`);
  const release = onInterrupt(() => rmSync(staging, { force: true }), io);
  let file: number | undefined;
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const discard = () => {
    if (file === undefined) return;
    close();
    rmSync(staging, { force: true });
    release();
  };
  try {
    file = openSync(staging, 'wx', OWNER_ONLY);
    const older = statSync(place, { throwIfNoEntry: false });
    if (older) fchmodSync(file, older.mode & 0o777);
  } catch (error) {
    if (file === undefined) release();
    discard();
    throw error;
  }
  return {
    // Without a pause, so that no write is under way when a signal takes the file away.
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; file !== undefined && at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    commit() {
      if (file === undefined) return;
      fsyncSync(file);
      close();
      try {
        renameSync(staging, place);
      } catch (error) {
        rmSync(staging, { force: true });
        throw error;
      } finally {
        release();
      }
    },
    discard,
  };
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
