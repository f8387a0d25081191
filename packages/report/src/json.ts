import type { CohortRow, DraftRecord, Finding, ReportMeta, SharedText, UnreadRecord } from './types.ts';

/**
 * `report.json` in pieces, so that no more than one draft is in memory: `head`, then `entry` for each draft in
 * order, then `tail`. Drafts have the keys of `--format json` and some more; of their text only what findings quote.
 */
export function jsonReport(meta: ReportMeta) {
  const { version, today, redacted } = meta;
  let first = true;
  return {
    head: `{\n"report": "narrative-lint cohort",\n"version": ${JSON.stringify(version)},\n"date": ${JSON.stringify(today)},\n"redacted": ${redacted},\n"files": [\n`,
    entry(record: DraftRecord | UnreadRecord): string {
      const separator = first ? '' : ',\n';
      first = false;
      return separator + JSON.stringify(record.status === 'unread' ? unread(record) : fileOf(record));
    },
    tail(
      rows: readonly CohortRow[],
      problems: readonly { code: string; message: string }[],
      shared: readonly SharedText[],
    ): string {
      const sum = (key: 'errors' | 'warnings' | 'suggestions') =>
        rows.reduce((total, row) => total + row[key], 0);
      const having = (status: CohortRow['status']) => rows.filter((row) => row.status === status).length;
      const summary = {
        files: rows.length,
        errors: sum('errors'),
        warnings: sum('warnings'),
        suggestions: sum('suggestions'),
        talk: having('talk'),
        correct: having('correct'),
        ready: having('ready'),
        unread: having('unread'),
      };
      return `\n],\n"roster": ${JSON.stringify(problems)},\n"shared": ${JSON.stringify(shared)},\n"summary": ${JSON.stringify(summary)}\n}\n`;
    },
  };
}

function unread({ path, applicant, status, problems }: UnreadRecord) {
  return { path, applicant, status, error: problems.join('; ') };
}

function fileOf(record: DraftRecord) {
  const { path, applicant, specialty, kind, status, page, words, characters, characterLimit } = record;
  return {
    path,
    applicant,
    specialty,
    kind,
    status,
    page,
    setbacks: record.setbacks,
    words,
    characters,
    characterLimit: characterLimit ?? null,
    messages: record.findings.map(messageOf),
    narrative: { segments: record.stretches, space: record.space },
  };
}

function messageOf({ ruleId, severity, message, why, ask, url, start, end, quote, fingerprint }: Finding) {
  return {
    ruleId,
    severity,
    message,
    note: `${why}\n\n${ask}`,
    url,
    scope: start ? 'range' : 'document',
    start,
    end,
    quote,
    fingerprint,
  };
}
