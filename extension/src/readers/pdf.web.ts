import { readPdf } from '@narrative-lint/readers/bytes';
import { answer } from './answer.ts';

addEventListener('message', async ({ data }) => {
  postMessage(await answer(readPdf, data));
});
