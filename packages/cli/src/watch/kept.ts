import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkOnAll } from '../work/pool.ts';
import type { Done } from '../work/types.ts';
import type { Look } from './look.ts';

/** Milliseconds between attempts at a draft that was just saved and cannot be read. */
const AGAIN = 250;
/** Milliseconds that a run waits for such drafts, all together. */
const PATIENCE = 1500;

/**
 * Works on drafts as `workOnAll` does, and takes what came of a draft in an earlier run as long as nothing that
 * it depends on has changed. A draft that was just saved may still be held by the program that wrote it: it is
 * tried again for a moment before anybody hears that it cannot be read.
 *
 * @param latest - Gives the look that the run is about.
 */
export function keepingWork(workOnAll: WorkOnAll, latest: () => Look): WorkOnAll {
  const kept = new Map<string, { readonly state: string; readonly done: Done }>();
  let before: string | undefined;
  return async function* keepingWorkOnAll<Made>(
    ...[order, tasks, pace, io]: Parameters<WorkOnAll>
  ): AsyncGenerator<Done<Made>> {
    const { drafts, rules } = latest();
    let patience = before === undefined ? 0 : PATIENCE;
    const common = JSON.stringify([order, rules]);
    if (common !== before) kept.clear();
    before = common;
    const steps = tasks.map((task) => {
      const path = 'path' in task.target ? resolve(order.cwd, task.target.path) : '';
      const draft = drafts.get(path);
      const state = draft === undefined ? undefined : JSON.stringify([draft, task]);
      const old = kept.get(path);
      return { task, path, state, done: old && old.state === state ? old.done : undefined };
    });
    const paths = new Set(steps.map(({ path }) => path));
    for (const path of kept.keys()) if (!paths.has(path)) kept.delete(path);
    const toDo = steps.flatMap(({ task, done }) => (done ? [] : [task]));
    const working = workOnAll<Made>(order, toDo, pace, io);
    try {
      for (const { task, path, state, done: known } of steps) {
        if (known) {
          yield known as Done<Made>;
          continue;
        }
        const next = await working.next();
        if (next.done) return;
        let done = next.value;
        for (; isUnread(done) && patience > 0; patience -= AGAIN) {
          await pause(AGAIN);
          for await (const again of workOnAll<Made>(order, [task], pace, io)) done = again;
        }
        if (state !== undefined) kept.set(path, { state, done });
        yield done;
      }
    } finally {
      await working.return(undefined);
    }
  };
}

function isUnread(done: Done): boolean {
  const made = 'made' in done ? (done.made as { readonly problems?: readonly string[] }) : {};
  return (made.problems ?? []).length > 0;
}
