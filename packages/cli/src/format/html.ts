import type { DraftRecord, UnreadRecord } from '@narrative-lint/report';
import { givenOf } from '../given.ts';
import { isFailed } from '../run.ts';
import { VERSION } from '../version.ts';
import type { Format } from './formats.ts';

/**
 * A page to read in a browser or to print: for each draft its space, its text with findings underlined, the
 * findings and the talk sheet; of several drafts a table comes first. It needs no other file and reaches nowhere.
 */
export const html: Format<DraftRecord | UnreadRecord> = {
  async piece(outcome, { today }) {
    const { recordOf, unreadOf } = await import('@narrative-lint/report');
    const { path } = outcome;
    return isFailed(outcome)
      ? unreadOf({ path, problems: outcome.problems })
      : recordOf(givenOf(outcome, { path }), '', today);
  },
  async begin({ today }) {
    const { draftsPage } = await import('@narrative-lint/report');
    const page = await draftsPage({ version: VERSION, today, redacted: false });
    const records: (DraftRecord | UnreadRecord)[] = [];
    return {
      add(record) {
        records.push(record);
        return '';
      },
      end: () => page(records),
    };
  },
};
