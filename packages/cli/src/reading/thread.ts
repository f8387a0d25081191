import { parentPort } from 'node:worker_threads';
import { ReadError, readDocx, readPdf } from '@narrative-lint/readers/bytes';
import type { Job, Reply } from './apart.ts';

// One document after the other, in a thread that whoever started it may stop at any time.
parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answer(job));
});

async function answer({ container, bytes, path, limit }: Job): Promise<Reply> {
  try {
    return { text: await (container === 'docx' ? readDocx : readPdf)(bytes, path, limit) };
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, problem: error.problem };
    return { code: 'damaged', problem: `could not be read (${error}); save it again where it was written` };
  }
}
