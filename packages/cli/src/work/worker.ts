import { createConfigLoader } from '@narrative-lint/config';
import type { Io } from '../io.ts';
import { type FailedDraft, lintRead, readTarget } from '../run.ts';
import type { Done, Order, Task } from './types.ts';
import { loadWork } from './works.ts';

/** Works on the drafts of a run, in this thread. */
export interface Worker {
  work(task: Task): Promise<Done>;
  /** What comes of a draft that could not be worked on. */
  fail(failed: FailedDraft, task: Task): Promise<Done>;
}

/** Prepares this thread to work on the drafts of a run. */
export async function openWorker(order: Order, io: Pick<Io, 'stdin'>): Promise<Worker> {
  const { cwd, details, settings } = order;
  const { configFile } = settings;
  const configs = createConfigLoader({ cwd, ...(configFile === undefined ? {} : { file: configFile }) });
  const maker = await (await loadWork(order.work)).begin(details);
  const finish = async (made: unknown) => (maker.finish ? maker.finish(made) : made);
  return {
    async work(task) {
      const own = { ...settings, configs, ...task.settings };
      const read = await readTarget(task.target, own, io);
      if ('ignoredBy' in read) return { ignored: read };
      if (!('draft' in read)) return { made: await finish(await maker.make(read, task)) };
      return { made: await finish(await maker.make(await lintRead(read, own), task)) };
    },
    fail: async (failed, task) => ({ made: await finish(await maker.make(failed, task)) }),
  };
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
