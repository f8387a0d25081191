import type { Format } from './formats.ts';
import { fileOf } from './json.ts';

/** The report as JSON Lines: for each draft one line with what `files` of the JSON report holds of it. */
export const jsonLines: Format<string> = {
  piece: (outcome) => `${JSON.stringify(fileOf(outcome))}\n`,
  begin: () => ({ add: (piece) => piece, end: () => '' }),
};
