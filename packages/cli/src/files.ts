import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DRAFT_EXTENSIONS } from '@narrative-lint/readers';
import { didYouMean } from './nearest.ts';

/** A draft to lint, or why a name on the command line leads to none. */
export type Target =
  | {
      readonly kind: 'file';
      readonly path: string /** By itself, not by its folder or a glob. */;
      readonly named: boolean;
    }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: string };

/** Word keeps a lock file beside each open document. */
const NEVER = ['**/node_modules/**', '**/~$*'];

/**
 * Finds the drafts that names on the command line stand for: a file itself, the drafts anywhere in a
 * folder, the drafts that a glob matches, `-` for standard input. Each draft comes once, in the order of
 * the names, and by path within a folder or glob.
 *
 * @param commands - Names of commands, for the hint when a missing file looks like a mistyped one.
 * @param extensions - Of the files that count as drafts in a folder, without the dot.
 */
export async function findTargets(
  names: readonly string[],
  cwd: string,
  commands: readonly string[],
  extensions: readonly string[] = DRAFT_EXTENSIONS,
): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const name of names) {
    for (const target of await expand(name, cwd, commands, extensions)) {
      const key = target.kind === 'stdin' ? '-' : resolve(cwd, target.path);
      if (!targets.has(key)) targets.set(key, target);
    }
  }
  return [...targets.values()];
}

async function expand(
  name: string,
  cwd: string,
  commands: readonly string[],
  extensions: readonly string[],
): Promise<Target[]> {
  if (name === '-') return [{ kind: 'stdin' }];
  const stats = statsOf(resolve(cwd, name));
  if (stats?.isDirectory()) {
    const found = await glob(`**/*.{${extensions.join(',')}}`, resolve(cwd, name));
    const base = name.replace(/(?<![\\/])[\\/]+$/, '');
    if (found.length > 0)
      return found.map((path) => ({
        kind: 'file',
        path: base === '.' ? path : `${base}/${path}`,
        named: false,
      }));
    return [
      problem(
        name,
        `holds no draft; drafts end in ${DRAFT_EXTENSIONS.map((extension) => `.${extension}`).join(', ')}`,
      ),
    ];
  }
  if (!stats && /[*?[\]{}]/.test(name)) {
    const found = (await glob(name, cwd)).filter((path) =>
      DRAFT_EXTENSIONS.includes(path.split('.').at(-1)?.toLowerCase() ?? ''),
    );
    if (found.length > 0) return found.map((path) => ({ kind: 'file', path, named: false }));
    return [problem(name, 'matches no draft; check the pattern')];
  }
  if (!stats && /^[a-z-]+$/i.test(name)) {
    const hint = didYouMean(name, commands);
    if (hint) return [problem(name, `is neither a file nor a command.${hint}`)];
  }
  return [{ kind: 'file', path: name, named: true }];
}

/** Looked at at once: there is nothing else to do meanwhile. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function problem(path: string, text: string): Target {
  return { kind: 'problem', path, problem: `${path} ${text}` };
}

async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { glob: search } = await import('tinyglobby');
  const found = await search(pattern, {
    cwd,
    ignore: NEVER,
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  return found.sort((a, b) => (a < b ? -1 : 1));
}
