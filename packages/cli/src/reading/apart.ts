import { Worker } from 'node:worker_threads';
import { type Extract, ReadError, type ReadErrorCode, type ReadLimit } from '@narrative-lint/readers';
import { answerWithin, type CostLimits, limitsOfThread } from '@narrative-lint/readers/apart';
import { costLimits, type Limits } from './limits.ts';

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

async function extract(file: string, job: Job, given: Limits): Promise<string> {
  const limits = costLimits(given);
  const thread = idle ?? threadOf(file, limits);
  idle = undefined;
  thread.ref();
  const reply = await answerWithin<Reply>(thread, job, job.path, limits).catch(async (error) => {
    await thread.terminate();
    throw error;
  });
  thread.unref();
  idle = thread;
  if ('text' in reply) return reply.text;
  throw new ReadError(reply.code, job.path, reply.problem);
}

function threadOf(file: string, limits: CostLimits): Worker {
  const thread = new Worker(file, { resourceLimits: limitsOfThread(limits) });
  // One that is stopped may still say why it would have ended.
  thread.on('error', () => undefined);
  thread.on('exit', () => {
    if (idle === thread) idle = undefined;
  });
  return thread;
}
