import { type CohortCall, type CohortFlags, cohortCommand, findCohort } from '../commands/cohort.ts';
import type { ExitCode } from '../errors.ts';
import type { Io } from '../io.ts';
import { watchDrafts } from './watch.ts';

/** Writes the report of a cohort again each time that a draft or the roster is saved. */
export function watchCohort(folder: string, flags: CohortFlags, call: CohortCall, io: Io): Promise<ExitCode> {
  const { configFile, debug } = call.settings;
  return watchDrafts(
    {
      names: [folder],
      beside: [flags.roster ?? [], flags.allowShared ?? []].flat(),
      ...(configFile === undefined ? {} : { configFile }),
      debug,
      find: () => findCohort(folder, io.cwd),
      run: (_, work) => cohortCommand(folder, flags, { ...call, work }, io),
    },
    io,
  );
}
