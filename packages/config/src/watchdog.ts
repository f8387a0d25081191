import { isMainThread, Worker } from 'node:worker_threads';

/** Milliseconds between two signs of life. */
const BEAT = 100;

/** The program of a thread that stops what the main thread computes once that gives no sign of life for so long. */
const PROGRAM = `
const { workerData: { signs, longest, beat } } = require('node:worker_threads');
const { Session } = require('node:inspector');
const main = new Session();
main.connectToMainThread();
let last = -1;
let silent = 0;
setInterval(() => {
  const sign = Atomics.load(signs, 0);
  silent = sign === last ? silent + beat : 0;
  last = sign;
  if (silent < longest) return;
  silent = 0;
  main.post('Runtime.terminateExecution');
}, beat);
`;

/**
 * Runs foreign code that may wait, and gives what it gives; both what it waits for and what it computes is given
 * up after so many seconds. Code that was stopped is left where it is, and no `catch` of its own hears of it.
 * In a thread that is not the main one, what it computes is not stopped: whoever started the thread can do that.
 *
 * @param late - What is thrown then.
 * @throws whatever `run` throws.
 */
export async function within<Result>(
  seconds: number,
  run: () => Promise<Result>,
  late: () => Error,
): Promise<Result> {
  const signs = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const watchdog = isMainThread ? watchdogOver(signs, seconds * 1000) : undefined;
  const pulse = setInterval(() => Atomics.add(signs, 0, 1), BEAT);
  let timer: NodeJS.Timeout | undefined;
  try {
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late()), seconds * 1000);
    });
    return await Promise.race([run(), end]);
  } finally {
    clearTimeout(timer);
    clearInterval(pulse);
    // A process that ends while the watchdog still holds on to it would wait, and say so.
    await watchdog?.terminate();
  }
}

function watchdogOver(signs: Int32Array, longest: number): Worker {
  const watchdog = new Worker(PROGRAM, { eval: true, workerData: { signs, longest, beat: BEAT } });
  // Where there is no inspector, all else still holds.
  watchdog.on('error', () => undefined);
  watchdog.unref();
  return watchdog;
}
