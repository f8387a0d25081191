import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';

/** Tells programs that make copies of folders to leave this one out (bford.info/cachedir). */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# Kept by narrative-lint --cache. It holds no text of a draft, and can be deleted at any time.
`;
const ENTRY = /^[0-9a-f]{64}\.json$/;
const DAY = 24 * 60 * 60 * 1000;
/** What was not asked for so long is forgotten. */
const KEPT_FOR = 30 * DAY;

/** How a call wants its cache. */
export interface CacheCall {
  /** The folder; the usual one when left out. */
  readonly location?: string;
}

/** The file of what was made under a key. */
export function entryFile(folder: string, key: string): string {
  return join(folder, `${key}.json`);
}

/**
 * Makes the folder of a cache, readable by its owner only, and forgets in it what was not used for a month.
 *
 * @param location - Where it is, from the folder of the call; where the system keeps caches when left out.
 * @returns Its absolute path.
 * @throws {UsageError} where it cannot be made, or holds something else.
 */
export async function openCacheFolder(location: string | undefined, io: Io): Promise<string> {
  const folder = location === undefined ? await usualFolder() : resolve(io.cwd, location);
  const name = location ?? folder;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const tag = await stat(join(folder, TAG)).catch(() => undefined);
    if (tag && Date.now() - tag.mtimeMs < DAY) return folder;
    const files = await readdir(folder);
    if (tag) await sweep(folder, files);
    else if (files.length > 0)
      throw new UsageError(
        `${name} holds something that is no cache; name a new folder for --cache-location`,
      );
    await writeFile(join(folder, TAG), TAG_TEXT, { mode: 0o600 });
    await writeFile(join(folder, '.gitignore'), '*\n', { mode: 0o600 });
    return folder;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : cause;
    throw new UsageError(
      `the cache in ${name} cannot be used (${code}); name another folder with --cache-location, or leave out --cache`,
      { cause },
    );
  }
}

/** Notes that an entry was of use. */
export async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

async function usualFolder(): Promise<string> {
  const { default: envPaths } = await import('env-paths');
  return envPaths('narrative-lint', { suffix: '' }).cache;
}

async function sweep(folder: string, files: readonly string[]): Promise<void> {
  for (const name of files.filter((file) => ENTRY.test(file))) {
    const file = join(folder, name);
    const stats = await stat(file).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > KEPT_FOR) await rm(file, { force: true });
  }
}
