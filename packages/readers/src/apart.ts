/** Documents read in a thread that is stopped where they take too much: for whoever runs on Node. */
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { type CostLimits, tookTooLong, tookTooMuch } from './costs.ts';
import { ReadError } from './errors.ts';
import { watchMemory } from './memory.ts';

export { type CostLimits, tookTooLong, tookTooMuch, watchMemory };

/** What the text of a large, honest document takes is far below it. */
const MEMORY_PER_MEGABYTE = 50;

/** Megabytes of memory that a document may take where files may have so many. */
export function memoryFor(megabytesOfFile: number): number {
  return Math.max(1000, megabytesOfFile * MEMORY_PER_MEGABYTE);
}

/** The limits of a thread that reads under limits. */
export function limitsOfThread({ megabytes }: CostLimits): ResourceLimits {
  return { maxOldGenerationSizeMb: megabytes };
}

/**
 * Hands a document to a thread and gives its next message.
 *
 * @param path - The document, as a message names it.
 * @throws {ReadError} where it takes more than it may, or where the thread ends by itself. The thread goes on:
 *   it is to be terminated then.
 */
export async function answerWithin<Reply>(
  thread: Worker,
  job: unknown,
  path: string,
  limits: CostLimits,
): Promise<Reply> {
  let unhear = () => {};
  const reply = new Promise<Reply>((resolve, reject) => {
    const refuse = (problem: string, cause?: unknown) =>
      reject(new ReadError('too-large', path, problem, { cause }));
    const onError = (error: Error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse(tookTooMuch(limits), error)
        : refuse(`could not be read (${error.message}); save it again where it was written`, error);
    const onExit = (code: number) => refuse(`could not be read, since its thread ended (${code})`);
    const timer = setTimeout(() => refuse(tookTooLong(limits)), limits.seconds * 1000);
    const unwatch = watchMemory(limits.megabytes, () => refuse(tookTooMuch(limits)));
    thread.on('message', resolve).on('error', onError).on('exit', onExit);
    unhear = () => {
      clearTimeout(timer);
      unwatch();
      thread.off('message', resolve).off('error', onError).off('exit', onExit);
    };
    thread.postMessage(job);
  });
  try {
    return await reply;
  } finally {
    unhear();
  }
}
