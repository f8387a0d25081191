import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Folder } from './run.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
/** Ends what each run says. */
const END = /^narrative-lint: done at \d\d:\d\d:\d\d, watching (.*), press Ctrl-C to stop$/m;

/** Whether the system can run a program in a terminal of its own. */
export const hasTerminals = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

/** Milliseconds after which a test fails with what was said, and not without a word. */
const PATIENCE = 50_000;

const CTRL_C = '\u0003';

/** Says of a run that it does not say this. */
export const without = (words: string) => (said: string) => !said.includes(words);

/** A call with `--watch` that is under way. */
export interface Watching {
  /** What the runs so far have said, on both outputs, without the line that ends each. */
  runs(): string[];
  /** Waits for a run, after those that were waited for already, that says this, and gives all it said. */
  until(words: string | RegExp | ((said: string) => boolean)): Promise<string>;
  /** What the last run that was waited for watches. */
  readonly watched: string;
  /** Presses Ctrl-C, and gives the code it ends with. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

/** @param terminal - Whether the call runs in a terminal; see `hasTerminals`. */
export async function watching(
  here: Folder,
  args: readonly string[],
  { env = {}, terminal = false }: { env?: Record<string, string>; terminal?: boolean } = {},
): Promise<Watching> {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
  const apart = await mkdtemp(join(tmpdir(), 'narrative-lint-watching-'));
  const file = join(apart, 'output');
  // Both outputs go to one file, so that their order is known.
  const output = openSync(file, 'a');
  const call = [process.execPath, BIN, ...args, '--watch'];
  // A shell that stayed around the call would itself be ended by Ctrl-C, and its code be the one that counts.
  const line = `exec ${call.map((part) => `'${part}'`).join(' ')}`;
  const [program = '', ...rest] = terminal
    ? ['script', '--quiet', '--return', '--command', line, '/dev/null']
    : call;
  const child = spawn(program, rest, {
    cwd: here.path,
    env: { ...inherited, ...env },
    stdio: [terminal ? 'pipe' : 'ignore', output, output],
  });
  closeSync(output);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  afterAll(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(apart, { recursive: true, force: true });
  });
  let heard = 0;
  let watched = '';
  /** Pieces between lines that end runs: what a run said, what it watches, and so on. */
  const pieces = () => readFileSync(file, 'utf8').split(END);
  return {
    runs: () => pieces().filter((_, at, all) => at % 2 === 0 && at < all.length - 1),
    async until(words) {
      const says =
        typeof words === 'function'
          ? words
          : (said: string) => (typeof words === 'string' ? said.includes(words) : words.test(said));
      for (const began = performance.now(); ; await pause(20)) {
        const isOver = child.exitCode !== null || performance.now() - began > PATIENCE;
        const all = pieces();
        const done = (all.length - 1) / 2;
        while (heard < done) {
          const said = all[2 * heard] ?? '';
          watched = all[2 * heard + 1] ?? '';
          heard += 1;
          if (says(said)) return said;
        }
        if (isOver) throw new Error(`Nothing said ${words}:\n${readFileSync(file, 'utf8')}`);
      }
    },
    get watched() {
      return watched;
    },
    stop() {
      if (child.stdin) child.stdin.write(CTRL_C);
      else child.kill('SIGINT');
      return ended;
    },
  };
}
