import { setTimeout as pause } from 'node:timers/promises';
import { describeError, EXIT, type ExitCode } from '../errors.ts';
import type { Target } from '../files.ts';
import { count } from '../format/text.ts';
import { endOnInterrupt } from '../interrupt.ts';
import type { Io } from '../io.ts';
import { type WorkOnAll, workOnAll } from '../work/pool.ts';
import { openHints } from './hints.ts';
import { keepingWork } from './kept.ts';
import { hasLost, type Look, type Looker, lookerAt, type Watched } from './look.ts';

/** Milliseconds in which nothing changes before a run begins: programs save in several steps. */
const QUIET = 200;
/** The same where a draft has gone: it mostly comes back under its name. */
const QUIET_WITHOUT = 800;
/** Milliseconds until a run begins though something keeps changing. */
const LONGEST = 10_000;
/** Milliseconds between looks without a hint. Network drives and some virtual machines never give any. */
const BETWEEN = 2000;
/** No more than a twentieth of the time goes into looking. */
const SHARE = 20;
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/** What is done again each time. */
export interface WatchJob extends Omit<Watched, 'cwd'> {
  /** Files, folders and globs, as in the call. */
  readonly names: readonly string[];
  /** Lints and reports. */
  run(targets: readonly Target[], work: WorkOnAll): Promise<unknown>;
  readonly debug: boolean;
}

/**
 * Lints, and again each time that a draft or something else that counts was saved, until Ctrl-C or until whoever
 * read the output has gone.
 *
 * @throws Whatever the first run throws: the call is wrong. What a later one throws is told.
 */
export async function watchDrafts(job: WatchJob, io: Io): Promise<ExitCode> {
  endOnInterrupt(io);
  const looker = lookerAt({ ...job, cwd: io.cwd });
  const bell = makeBell();
  let look = await looker.learn(await looker.look());
  const work = keepingWork(workOnAll, () => look);
  const opening = openHints(job.names, looker.files, io.cwd, bell.ring);
  // Told of where it is awaited.
  opening.catch(() => undefined);
  try {
    for (let isFirst = true; ; isFirst = false) {
      clear(io);
      try {
        await job.run(look.targets, work);
      } catch (error) {
        if (isFirst) throw error;
        io.err.write(describeError(error, job.debug));
      }
      (await opening).add(looker.files);
      if (io.out.isClosed) return EXIT.clean;
      io.err.write(`narrative-lint: ${closing(look)}\n`);
      look = await looker.learn(await nextLook(looker, look, bell));
    }
  } finally {
    await opening.then(
      (hints) => hints.close(),
      () => undefined,
    );
  }
}

/** Waits until something is different from what the last run saw, and has come to rest. */
async function nextLook(looker: Looker, seen: Look, bell: Bell): Promise<Look> {
  let began = performance.now();
  let look = await looker.look();
  while (look.state === seen.state) {
    await bell.wait(Math.max(BETWEEN, SHARE * (performance.now() - began)));
    began = performance.now();
    look = await looker.look();
  }
  for (const since = performance.now(); performance.now() - since < LONGEST; ) {
    await pause(hasLost(look, seen) ? QUIET_WITHOUT : QUIET);
    const later = await looker.look();
    if (later.state === look.state) break;
    look = later;
  }
  return look;
}

interface Bell {
  ring(): void;
  /** Waits for a ring, one since the last wait included, but no longer than so many milliseconds. */
  wait(most: number): Promise<void>;
}

function makeBell(): Bell {
  let rung = new AbortController();
  return {
    ring: () => rung.abort(),
    async wait(most) {
      await pause(most, undefined, { signal: rung.signal }).catch(() => undefined);
      rung = new AbortController();
    },
  };
}

function clear(io: Io): void {
  if (io.out.isTerminal && io.env.TERM !== 'dumb') io.out.write(CLEAR);
}

/** When the run was, and what is watched. */
function closing({ targets }: Look): string {
  const drafts = targets.filter(({ kind }) => kind === 'file').length;
  const what = drafts === 0 ? 'for drafts' : count(drafts, 'draft');
  return `done at ${new Date().toLocaleTimeString('en-GB')}, watching ${what}, press Ctrl-C to stop`;
}
