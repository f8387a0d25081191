import { stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG_NAMES, SUPPRESSIONS_NAME } from '@narrative-lint/config';
import { DRAFT_EXTENSIONS, UNREAD_EXTENSIONS } from '@narrative-lint/readers';

/** Milliseconds for the system to begin to tell of changes; after that nobody waits for it. */
const BEGINS_WITHIN = 5000;
const RULES: ReadonlySet<string> = new Set([...CONFIG_NAMES, SUPPRESSIONS_NAME]);
/** Lock files of Word (`~$`) and files that programs hide (`.~lock.draft.docx#`) are no drafts, whatever their ending. */
const NO_DRAFT = /^(?:~\$|\.)/;
const DRAFT = new RegExp(`\\.(?:${[...DRAFT_EXTENSIONS, ...UNREAD_EXTENSIONS].join('|')})$`, 'i');

/** What the system tells of changes. It is a hint to look, and nothing is missed for good where none comes. */
export interface Hints {
  /** Asks for hints about these files as well; absolute. */
  add(files: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Asks the system to tell of changes.
 *
 * @param names - Files, folders and globs, as in the call.
 * @param ring - Called at each change that may be of a draft or a file that counts.
 */
export async function openHints(
  names: readonly string[],
  files: readonly string[],
  cwd: string,
  ring: () => void,
): Promise<Hints> {
  const { watch } = await import('chokidar');
  const trees: string[] = [];
  const single = new Set<string>();
  /** Folders of single files: a file that is replaced is seen there, in which way ever. */
  const folders = new Set<string>();
  const addFile = (file: string) => {
    single.add(file);
    folders.add(dirname(file));
  };
  for (const name of names) {
    const path = resolve(cwd, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory()) trees.push(path);
    else if (stats || !/[*?[\]{}]/.test(name)) addFile(path);
    else trees.push(resolve(cwd, baseOf(name)));
  }
  for (const file of files) addFile(resolve(cwd, file));

  const isOfTree = (path: string, isFile: boolean | undefined) =>
    trees.some((tree) => {
      const parts = relative(tree, path).split(sep);
      if (parts[0] === '') return true;
      if (parts.some((part) => part === 'node_modules' || NO_DRAFT.test(part))) return false;
      return isFile !== true || DRAFT.test(path) || RULES.has(basename(path));
    });
  const watcher = watch([...trees, ...folders], {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    atomic: false,
    ignored: (path, stats) => {
      const at = resolve(path);
      return !folders.has(at) && !single.has(at) && !isOfTree(at, stats?.isFile());
    },
  });
  watcher.on('all', ring);
  // Where the system has no watches left, or knows of none for a drive, looking from time to time has to do.
  watcher.on('error', () => undefined);
  const ready = new Promise((resolve) => watcher.once('ready', () => resolve(undefined)));
  await Promise.race([ready, pause(BEGINS_WITHIN, undefined, { ref: false })]);
  return {
    add(more) {
      for (const file of more) {
        if (single.has(file)) continue;
        addFile(file);
        watcher.add(dirname(file));
      }
    },
    close: () => watcher.close(),
  };
}

/** The folder that everything a glob matches lies in. */
function baseOf(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex((part) => /[*?[\]{}]/.test(part));
  return parts.slice(0, first).join('/') || (glob.startsWith('/') ? '/' : '.');
}
