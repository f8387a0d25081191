import { type CostLimits, memoryFor } from '@narrative-lint/readers/apart';
import type { CallSettings } from '../run.ts';

/** What it may cost to read a draft, as the call says it: seconds, and megabytes of its file. */
export type Limits = Pick<CallSettings, 'timeLimit' | 'sizeLimit'>;

/** How a call gives a draft more. */
export const MORE = { moreTime: 'give more with --time-limit', moreMemory: 'give more with --size-limit' };

/** What reading may cost under the limits of a call. */
export function costLimits({ timeLimit, sizeLimit }: Limits): CostLimits {
  return { seconds: timeLimit, megabytes: memoryFor(sizeLimit), ...MORE };
}
