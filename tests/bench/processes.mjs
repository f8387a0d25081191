import { spawn, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url));
/** No linter looks for a newer version of itself while it is measured. */
const QUIET = { NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' };

/**
 * How a program is kept to one processor, where the system can. V8 compiles and collects in threads of its own, so
 * a program that does all its work in one thread would else take a part of a second processor.
 */
export const ON_ONE_CORE =
  spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : [];

/** Runs Node as a whole process; gives the milliseconds until it has ended. Throws where it says nothing. */
export async function timeProcess(args, { cwd, silent = false, env = {}, cores }) {
  const [program, ...given] = [...(cores === 1 ? ON_ONE_CORE : []), process.execPath, ...args];
  const began = performance.now();
  const child = spawn(program, given, {
    cwd,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = 0;
  let wrong = '';
  child.stdout.on('data', ({ length }) => {
    said += length;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text.length;
    wrong = (wrong + text).slice(-2000);
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const [time, code] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve([performance.now() - began, code]));
  });
  await closed;
  if (code === null || (!silent && said === 0))
    throw new Error(`${args.join(' ')} ended with ${code}: ${wrong}`);
  return time;
}

/** As `timeProcess`, with the peak of its memory in MB and the time of the processors in milliseconds. */
export async function measureProcess(args, { cwd, scratch, cores }) {
  const file = join(scratch, 'usage.json');
  await rm(file, { force: true });
  const env = { NARRATIVE_LINT_BENCH_USAGE: file };
  const time = await timeProcess(['--require', USAGE, ...args], { cwd, env, cores });
  return { time, ...JSON.parse(await readFile(file, 'utf8')) };
}
