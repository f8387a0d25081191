import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pnpmCall, root } from '../../scripts/steps.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** The commit of this tree, with a plus where files differ from it; nothing outside of a clone. */
export function currentCommit() {
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return undefined;
  }
}

/**
 * Builds commits in worktrees of their own.
 *
 * @param {readonly string[]} names - Of commits; `.` is this tree as it is built.
 * @param {string} scratch - An empty folder for the worktrees.
 * @returns Where each was built, and what takes the worktrees away.
 */
export function buildCommits(names, scratch, tell) {
  const made = [];
  const remove = () => {
    for (const folder of made) git('worktree', 'remove', '--force', folder);
  };
  try {
    const roots = names.map((name, at) => {
      if (name === '.') return root;
      const commit = git('rev-parse', '--verify', `${name}^{commit}`);
      const folder = join(scratch, `commit-${at + 1}`);
      tell(`building ${name}`);
      git('worktree', 'add', '--detach', folder, commit);
      made.push(folder);
      for (const step of [
        ['install', '--frozen-lockfile', '--prefer-offline'],
        ['run', 'build'],
      ]) {
        const { command, args, options } = pnpmCall(...step);
        execFileSync(command, args, { ...options, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
      }
      return folder;
    });
    return { roots, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
