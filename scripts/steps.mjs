// Runs the steps of a script: one line for each that works, everything it said for one that fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const PNPM = ['--yes', 'pnpm@10.34.9'];
const WINDOWS = process.platform === 'win32';
/** Without a terminal pnpm must not ask before it replaces a folder of packages. */
const environment = { ...process.env, CI: process.env.CI ?? 'true' };

/** How pnpm is called in the version of this repository, which npm brings; the machine needs none. */
export const pnpmCall = (...args) => ({
  command: WINDOWS ? 'npx.cmd' : 'npx',
  args: [...PNPM, ...args],
  options: { shell: WINDOWS, env: environment },
});

/** Runs pnpm quietly. */
export function pnpm(label, ...call) {
  const { command, args } = pnpmCall(...call);
  step(label, command, args);
}

/** Runs a command quietly. When it fails, prints what it said and ends the script with its code. */
export function step(label, command, args) {
  const started = Date.now();
  const run = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: WINDOWS,
    maxBuffer: 256 * 1024 * 1024,
    env: environment,
  });
  if (run.status === 0) {
    console.error(`${label} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return;
  }
  console.error(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  console.error(`${label} failed${run.error ? `: ${run.error.message}` : ''}.`);
  process.exit(run.status || 1);
}

/** Runs a command with its output shown as it comes; gives its exit code. */
export function show(command, args, options = {}) {
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (run.error) console.error(run.error.message);
  return run.status ?? 1;
}

/** Installs and builds, as every script needs. */
export function prepare() {
  pnpm('Packages installed', 'install', '--frozen-lockfile');
  pnpm('Built', 'run', 'build');
}
