import { givenOf } from '../given.ts';
import { isFailed } from '../run.ts';
import { todayOf } from '../today.ts';
import { VERSION } from '../version.ts';
import type { Format } from './formats.ts';

/**
 * The page of one draft: its space, its text with findings underlined, the findings and the talk sheet, to read
 * in a browser or to print. It needs no other file and reaches nowhere.
 */
export const html: Format<string> = {
  async piece(outcome) {
    const { draftPage, recordOf, unreadOf, unreadPage } = await import('@narrative-lint/report');
    const today = todayOf(undefined);
    const meta = { version: VERSION, today, redacted: false, isAlone: true };
    const { path } = outcome;
    return isFailed(outcome)
      ? unreadPage(unreadOf({ path, problems: outcome.problems }), meta)
      : draftPage(recordOf(givenOf(outcome, { path }), '', today), meta);
  },
  begin: () => ({ add: (piece) => piece, end: () => '' }),
};
