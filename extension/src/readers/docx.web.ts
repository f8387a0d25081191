import { readDocx } from '@narrative-lint/readers/bytes';
import { answer } from './answer.ts';

addEventListener('message', async ({ data }) => {
  postMessage(await answer(readDocx, data));
});
