import type { NarrativeMessage } from '@narrative-lint/core';
import { isFailed, type LintedDraft, type Outcome } from '../run.ts';
import type { Format } from './formats.ts';
import { placeOf } from './place.ts';
import { oneLine } from './text.ts';

const COLUMNS = [
  'path',
  'kind',
  'rule',
  'severity',
  'place',
  'words',
  'message',
  'why',
  'ask',
  'since',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;
const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Row;

/**
 * The report as a table, for spreadsheets: a row for each finding (RFC 4180, UTF-8 with a byte order mark,
 * by which Excel knows the encoding). A draft without findings has a row with its path and kind, one that
 * could not be linted a row of severity `unread`. `since` is filled where drafts were compared.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it: drafts are other people's.
 */
export const csv: Format<string> = {
  piece: (outcome) => table(rowsOf(outcome), false),
  async begin() {
    let head = await table([], true);
    return {
      add(piece) {
        const added = head + piece;
        head = '';
        return added;
      },
      end: () => head,
    };
  },
};

async function table(rows: readonly Row[], head: boolean): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], {
    header: head,
    columns: [...COLUMNS],
    bom: head,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function rowsOf(outcome: Outcome): Row[] {
  if (isFailed(outcome)) {
    const { path, problems } = outcome;
    return problems.map((problem) => ({ ...EMPTY, path, severity: 'unread', message: oneLine(problem) }));
  }
  const { path, result, comparison } = outcome;
  const rows = result.messages.map((message) => rowOf(message, outcome));
  for (const { ruleId, severity, message, quote } of comparison?.solved ?? []) {
    const words = oneLine(quote?.exact ?? '');
    rows.push({ ...EMPTY, path, kind: result.kind, rule: ruleId, severity, words, message, since: 'solved' });
  }
  return rows.length > 0 ? rows : [{ ...EMPTY, path, kind: result.kind }];
}

function rowOf(message: NarrativeMessage, { path, result, draft, comparison }: LintedDraft): Row {
  const { ruleId, severity, range, reason, why, ask } = message;
  return {
    path,
    kind: result.kind,
    rule: ruleId ?? '',
    severity,
    place: range ? placeOf(range, result, draft.container) : 'whole draft',
    words: range ? oneLine(result.document.source.slice(range.start, range.end)) : '',
    message: oneLine(reason),
    why: oneLine(why),
    ask: oneLine(ask),
    since: comparison?.stateOf(message) ?? '',
  };
}
