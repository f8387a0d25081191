import { parentPort } from 'node:worker_threads';
import { readDocx } from '@narrative-lint/readers/bytes';
import type { ReadRequest } from '../platform.ts';
import { answer } from './answer.ts';

parentPort?.on('message', async (request: ReadRequest) => {
  parentPort?.postMessage(await answer(readDocx, request));
});
