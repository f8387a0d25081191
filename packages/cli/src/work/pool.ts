import { memoryFor, tookTooLong, tookTooMuch, watchMemory } from '@narrative-lint/readers/apart';
import type { Io } from '../io.ts';
import { MORE } from '../reading/limits.ts';
import type { Done, Order, Pace, Task } from './types.ts';
import { openWorker, type Worker } from './worker.ts';

/** Drafts for which a thread is worth its start: it takes as long as some thirty drafts, until it is warm. */
const WORTH_A_THREAD = 32;
/** Each thread holds the whole engine (100 MB), so that not every core of a large machine gets one. */
const MOST_THREADS = 8;
/** Megabytes of a thread beside what its draft takes. */
const ENGINE = 300;
/** Megabytes of the heap of a thread: four times what the longest text takes that is linted. */
const HEAP = 4000;
/** Drafts that may be done before one that comes earlier: what is held is bounded, whatever the run. */
const AHEAD = 16;
/** Seconds beyond the limit in which a thread itself stops a rule of a plugin, and can say which it was. */
const GRACE = 5;

/**
 * Works on drafts, several at once where that is faster, and gives what came of them in the order of the tasks.
 * No more than a few drafts are in memory: it waits for whoever takes them.
 */
export async function* workOnAll<Made>(
  order: Order,
  tasks: readonly Task[],
  pace: Pace,
  io: Io,
): AsyncGenerator<Done<Made>> {
  const here = await openWorker(order, io, tasks.length === 1 ? io.hurry : undefined);
  const threads = io.worker === undefined ? 1 : await threadsFor(tasks.length, pace);
  if (threads === 1)
    for (const [at, task] of tasks.entries()) {
      // Signals are heard between drafts.
      if (at > 0) await new Promise((resolve) => setImmediate(resolve));
      yield (await here.work(task)) as Done<Made>;
    }
  else yield* inThreads<Made>(io.worker ?? '', order, tasks, threads, here);
}

/** Why a draft was stopped. */
const TIME = Symbol('time');
const MEMORY = Symbol('memory');

export type WorkOnAll = typeof workOnAll;

async function threadsFor(drafts: number, { concurrency }: Pace): Promise<number> {
  if (concurrency !== undefined) return Math.max(1, Math.min(concurrency, drafts));
  if (drafts < 2 * WORTH_A_THREAD) return 1;
  const { availableParallelism } = await import('node:os');
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(drafts / WORTH_A_THREAD)));
}

async function* inThreads<Made>(
  filename: string,
  order: Order,
  tasks: readonly Task[],
  threads: number,
  here: Worker,
): AsyncGenerator<Done<Made>> {
  const [{ Piscina }, { pMapIterable }] = await Promise.all([import('piscina'), import('p-map')]);
  const memory = memoryFor(order.settings.sizeLimit);
  const heap = Math.max(HEAP, memory);
  const pool = new Piscina({
    filename,
    workerData: order,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  // A thread that dies without work is replaced; one that dies with it is told of below.
  pool.on('error', () => undefined);
  const { timeLimit, debug } = order.settings;
  let running: AbortController[] = [];
  let alone: Promise<unknown> = Promise.resolve();
  const run = async (task: Task): Promise<Done> => {
    const { target } = task;
    if (target.kind !== 'file' || !(await here.canLoad(target.path))) return here.work(task);
    await alone;
    const limit = new AbortController();
    running.push(limit);
    const timer = setTimeout(() => limit.abort(TIME), (timeLimit + GRACE) * 1000);
    try {
      return await pool.run(task, { signal: limit.signal });
    } catch (error) {
      const { aborted, reason } = limit.signal;
      // Nobody can tell which of them took it: all are tried by themselves, and no others meanwhile.
      if (reason === MEMORY) {
        const again = alone.then(() => here.work(task));
        alone = again.catch(() => undefined);
        return again;
      }
      if (debug && !aborted) throw error;
      const why = aborted ? tookTooLong({ seconds: timeLimit, ...MORE }) : whyOf(error, heap);
      return here.fail({ path: target.path, problems: [`${target.path} ${why}`] }, task);
    } finally {
      running = running.filter((other) => other !== limit);
      clearTimeout(timer);
    }
  };
  const unwatch = watchMemory(memory + threads * ENGINE, () => {
    for (const limit of running) limit.abort(MEMORY);
  });
  try {
    yield* pMapIterable(tasks, run, { concurrency: threads, backpressure: threads + AHEAD }) as AsyncIterable<
      Done<Made>
    >;
  } finally {
    unwatch();
    await pool.destroy();
  }
}

function whyOf(error: unknown, heap: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tookTooMuch({ megabytes: heap, ...MORE });
  const message = error instanceof Error ? error.message.split('\n')[0] : error;
  return `could not be linted, since its thread ended (${message}); the other drafts were`;
}
