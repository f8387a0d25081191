import { parentPort } from 'node:worker_threads';
import { readPdf } from '@narrative-lint/readers/bytes';
import type { ReadRequest } from '../platform.ts';
import { answer } from './answer.ts';

parentPort?.on('message', async (request: ReadRequest) => {
  parentPort?.postMessage(await answer(readPdf, request));
});
