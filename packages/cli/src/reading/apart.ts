import { Worker } from 'node:worker_threads';
import { type Extract, ReadError, type ReadErrorCode, type ReadLimit } from '@narrative-lint/readers';
import { type Limits, memoryFor, tookTooLong, tookTooMuch } from './limits.ts';
import { watchMemory } from './memory.ts';

/** A document whose text is wanted. */
export interface Job {
  readonly container: 'docx' | 'pdf';
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly limit: ReadLimit;
}

export type Reply = { readonly text: string } | { readonly code: ReadErrorCode; readonly problem: string };

/** A thread without a job; it keeps no process alive. */
let idle: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Takes the text out of documents in a thread, one at a time. The thread is stopped where a document takes more
 * time or memory than it may: what it holds is foreign, and no reader of such formats is safe from all of it.
 *
 * @param file - The program of the thread.
 */
export function extractApart(file: string, limits: Limits): Extract {
  return (container, bytes, path, limit) => {
    const run = () => extract(file, { container, bytes, path, limit }, limits);
    const text = last.then(run, run);
    last = text;
    return text;
  };
}

async function extract(file: string, job: Job, limits: Limits): Promise<string> {
  const megabytes = memoryFor(limits);
  const thread = idle ?? threadOf(file, megabytes);
  idle = undefined;
  thread.ref();
  const reply = await replyOf(thread, job, limits.timeLimit, megabytes).catch(async (error) => {
    await thread.terminate();
    throw error;
  });
  thread.unref();
  idle = thread;
  if ('text' in reply) return reply.text;
  throw new ReadError(reply.code, job.path, reply.problem);
}

function threadOf(file: string, megabytes: number): Worker {
  const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  // One that is stopped may still say why it would have ended.
  thread.on('error', () => undefined);
  thread.on('exit', () => {
    if (idle === thread) idle = undefined;
  });
  return thread;
}

/** @throws {ReadError} where the thread has to be stopped, or stops by itself. */
async function replyOf(thread: Worker, job: Job, seconds: number, megabytes: number): Promise<Reply> {
  let unhear = () => {};
  const reply = new Promise<Reply>((resolve, reject) => {
    const refuse = (problem: string, cause?: unknown) =>
      reject(new ReadError('too-large', job.path, problem, { cause }));
    const onError = (error: Error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse(tookTooMuch(megabytes), error)
        : refuse(`could not be read (${error.message}); save it again where it was written`, error);
    const onExit = (code: number) => refuse(`could not be read, since its thread ended (${code})`);
    const timer = setTimeout(() => refuse(tookTooLong(seconds)), seconds * 1000);
    const unwatch = watchMemory(megabytes, () => refuse(tookTooMuch(megabytes)));
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
