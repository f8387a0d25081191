import { createSession } from '@narrative-lint/core';
import type { Extract, ReadOptions } from '@narrative-lint/readers';
import type { Limits } from './limits.ts';
import { STANDARD_MEGABYTES } from './standard.ts';

/**
 * How drafts are read under limits. Only Word documents and PDFs go to a thread of their own: to decode text
 * takes no longer than to hand it over.
 *
 * @param reader - The program of that thread; without it this one reads, as a thread of the pool does, which is
 *   stopped itself.
 */
export function readOptions(limits: Limits, reader: string | undefined): ReadOptions {
  // Below the usual limit all other bounds stand as they are, so less than it gives no more.
  const raise = `give more than ${Math.max(STANDARD_MEGABYTES, limits.sizeLimit)} with --size-limit`;
  const options = { maximumBytes: limits.sizeLimit * 1024 * 1024, raise };
  if (reader === undefined) return options;
  const extract: Extract = async (...job) => {
    const { extractApart } = await import('./apart.ts');
    const text = extractApart(reader, limits)(...job);
    setImmediate(warmUp);
    return text;
  };
  return { ...options, extract };
}

let isWarm = false;

/** Lints a line while the thread reads, once: the engine is ready when the text comes, which pays for the thread. */
function warmUp(): void {
  if (isWarm) return;
  isWarm = true;
  createSession().lint('I failed Step 1 in May. I met with a tutor weekly, and I passed in June.', {
    format: 'text',
  });
}
