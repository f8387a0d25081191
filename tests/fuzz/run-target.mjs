import { Worker } from 'node:worker_threads';

/** Memory that any one target may use, in megabytes. */
const MOST_MEMORY = 1500;
/** Milliseconds without an end of one input. No input takes a hundredth of it, however busy the machine is. */
const LONGEST_INPUT = 120_000;

/**
 * Tries random inputs on a target, in a thread that is ended when an input takes too long or too much memory.
 *
 * @param {{ name: string, seed: number, runs: number, path?: string }} what
 * @returns How many inputs were tried, and the failure where there was one: why, the smallest input found that
 *   shows it, and the path that leads fast-check to it.
 */
export function runTarget(what) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url), {
      workerData: what,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    let last = { tried: 0, input: '' };
    let timer;
    const end = (result) => {
      clearTimeout(timer);
      resolve({ ...what, tried: last.tried, ...result });
      void worker.terminate();
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => end({ failure: { why: 'it does not end', input: last.input } }),
        LONGEST_INPUT,
      );
    };
    watch();
    worker.on('message', (message) => {
      if (message.runs !== undefined) end(message);
      else last = message;
      if (message.runs === undefined) watch();
    });
    worker.on('error', (error) => end({ failure: { why: String(error), input: last.input } }));
  });
}
