import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './errors.ts';
import { onInterrupt } from './interrupt.ts';
import type { Io } from './io.ts';

/** Readable by its owner only. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** What a report may hold; a folder with anything else in it is somebody's own and is never replaced. */
const OWN =
  /^(?:index\.(?:html|svg)|report\.json|summary\.(?:csv|xlsx)|drafts|\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const OWN_PAGE = /\.(?:html|svg)$/;

/** A report that is being written beside the place it goes to. */
export interface ReportFolder {
  /** Absolute, where the report will be. */
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  /** What was written to a file before. */
  read(name: string): string;
  append(name: string, text: string): void;
  /** Puts the report in its place, over an older one. */
  commit(): void;
  /** Leaves nothing behind; an older report stays as it is. Does nothing after `commit`. */
  discard(): void;
}

/**
 * Begins a report. Until `commit`, whoever looks sees the older report or none; a signal that ends the process
 * takes the unfinished one away.
 *
 * @throws {UsageError} where the place cannot be written to or holds something that is no report.
 */
export async function openReportFolder(name: string, io: Io): Promise<ReportFolder> {
  const path = resolve(io.cwd, name);
  await requireReplaceable(path, name);
  const staging = join(dirname(path), `${basename(path)}.unfinished-${randomBytes(4).toString('hex')}`);
  let open = true;
  const remove = () => rmSync(staging, { recursive: true, force: true });
  // Before there is anything to take away.
  const release = onInterrupt(remove, io);
  const close = () => {
    open = false;
    release();
  };
  const discard = () => {
    if (!open) return;
    close();
    remove();
  };
  try {
    await mkdir(dirname(path), { recursive: true });
    mkdirSync(staging, { mode: FOLDER_MODE });
    mkdirSync(join(staging, 'drafts'), { mode: FOLDER_MODE });
  } catch (cause) {
    discard();
    throw new UsageError(`${name} cannot be written (${codeOf(cause)}); name another folder for --report`, {
      cause,
    });
  }
  return {
    path,
    // Without a pause, so that no write is under way when a signal takes the folder away.
    write: (file, content) => writeFileSync(join(staging, file), content, { mode: FILE_MODE }),
    read: (file) => readFileSync(join(staging, file), 'utf8'),
    append: (file, text) => appendFileSync(join(staging, file), text, { mode: FILE_MODE }),
    commit() {
      replace(staging, path);
      close();
    },
    discard,
  };
}

/** Renames in one go, without a pause in which a signal could come. */
function replace(staging: string, path: string): void {
  const old = `${staging}-old`;
  let moved = true;
  try {
    renameSync(path, old);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    moved = false;
  }
  try {
    renameSync(staging, path);
  } catch (error) {
    if (moved) renameSync(old, path);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

async function requireReplaceable(path: string, name: string): Promise<void> {
  const list = async (folder: string) => {
    try {
      return await readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw new UsageError(`${name} is there and is no folder that can be read; name another for --report`, {
        cause: error,
      });
    }
  };
  const files = await list(path);
  const pages = files.includes('drafts') ? await list(join(path, 'drafts')) : [];
  const foreign =
    files.find((file) => !OWN.test(file)) ?? pages.find((file) => !OWN_PAGE.test(file)) ?? undefined;
  if (foreign !== undefined || (files.length > 0 && !files.includes('report.json')))
    throw new UsageError(
      `${name} holds something that is no report (${foreign ?? files[0]}); name a new folder for --report, nothing was written`,
    );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
