import { dirname } from 'node:path';
import { ConfigError } from '@narrative-lint/config';
import type { Cache } from '../cache/cache.ts';
import { configsOf } from '../configs.ts';
import type { Io } from '../io.ts';
import { type FailedDraft, faultIn, isFailed, lintRead, readTarget } from '../run.ts';
import type { Done, Order, Task } from './types.ts';
import { loadWork } from './works.ts';

/** Works on the drafts of a run, in this thread. */
export interface Worker {
  /**
   * Whether the configuration of a draft can be loaded. A plugin that does not come to an end can be stopped in
   * the main thread, so that one asks first; it can be asked of every draft, and looks once for each folder.
   */
  canLoad(path: string): Promise<boolean>;
  work(task: Task): Promise<Done>;
  /** What comes of a draft that could not be worked on. */
  fail(failed: FailedDraft, task: Task): Promise<Done>;
}

/** UTF-16 code units of a text that is linted before optimised code would pay. */
const SHORT = 30_000;

/**
 * Prepares this thread to work on the drafts of a run.
 *
 * @param hurry - Called before a short draft is linted, where it is the only one.
 */
export async function openWorker(
  order: Order,
  io: Pick<Io, 'stdin' | 'reader'>,
  hurry?: Io['hurry'],
): Promise<Worker> {
  const { cwd, details, settings } = order;
  const configs = configsOf(cwd, settings);
  const maker = await (await loadWork(order.work)).begin(details);
  const cache = order.cache === undefined ? undefined : await openCache(order, order.cache);
  const finish = async (made: unknown) => (maker.finish ? maker.finish(made) : made);
  const workOnce = async (task: Task): Promise<Done> => {
    const own = { ...settings, configs, ...task.settings };
    const read = await readTarget(task.target, own, io);
    if ('ignoredBy' in read) return { ignored: read };
    if (!('draft' in read)) return { made: await finish(await maker.make(read, task)) };
    const make = async () => {
      if (read.draft.text.length < SHORT) hurry?.();
      const outcome = await lintRead(read, own);
      return { made: await maker.make(outcome, task), keep: !isFailed(outcome) };
    };
    const kept = task.target.kind === 'file' ? await cache?.through(read, task, make) : undefined;
    const { made, note } = kept ?? { made: (await make()).made };
    return { made: await finish(made), ...(note === undefined ? {} : { note }) };
  };
  const fail = async (failed: FailedDraft, task: Task) => ({
    made: await finish(await maker.make(failed, task)),
  });
  const loadable = new Map<string, Promise<boolean>>();
  return {
    canLoad(path) {
      const folder = dirname(path);
      const known =
        loadable.get(folder) ??
        configs.load(path).then(
          () => true,
          (error) => !(error instanceof ConfigError),
        );
      loadable.set(folder, known);
      return known;
    },
    async work(task) {
      try {
        return await workOnce(task);
      } catch (error) {
        if (settings.debug) throw error;
        const path = task.target.kind === 'stdin' ? settings.stdinName : task.target.path;
        return fail(faultIn(path, error), task);
      }
    },
    fail,
  };
}

async function openCache(order: Order, folder: string): Promise<Cache> {
  const { cacheIn } = await import('../cache/cache.ts');
  return cacheIn(folder, order);
}

/** What a thread of the pool does with a task; the run it belongs to is what the thread was started with. */
export async function workOn(task: Task): Promise<Done> {
  worker ??= import('node:worker_threads').then(({ workerData }) =>
    openWorker(workerData as Order, { stdin: nothing() }),
  );
  return (await worker).work(task);
}

let worker: Promise<Worker> | undefined;

async function* nothing(): AsyncGenerator<never> {}
