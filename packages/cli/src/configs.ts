import { type ConfigLoader, createConfigLoader } from '@narrative-lint/config';
import type { CallSettings } from './run.ts';

/** A loader of configurations under what a call says. */
export function configsOf(
  cwd: string,
  { configFile, timeLimit }: Pick<CallSettings, 'configFile' | 'timeLimit'>,
): ConfigLoader {
  return createConfigLoader({
    cwd,
    loadLimit: { seconds: timeLimit, more: 'give it more with --time-limit' },
    ...(configFile === undefined ? {} : { file: configFile }),
  });
}
