import type { LintResult, RuleGroup, SetbackKind, TextRange } from '@narrative-lint/core';
import { briefOf } from './brief/brief.ts';
import type {
  CohortRow,
  DraftRecord,
  Finding,
  GivenDraft,
  GivenFinding,
  Status,
  UnreadDraft,
  UnreadRecord,
} from './types.ts';

const STORY: ReadonlySet<RuleGroup> = new Set(['what-happened', 'what-changed', 'evidence', 'colleague']);

/**
 * Brings what the engine gave into plain data.
 *
 * @param page - File of the draft's page within the report.
 * @param today - The day that the talk sheet speaks of, `YYYY-MM-DD`.
 */
export function recordOf(draft: GivenDraft, page: string, today: string): DraftRecord {
  const { path, applicant, graduationYear, result, findings, earlier } = draft;
  const { counts, kind, profile, narrative, document } = result;
  return {
    page,
    path,
    ...(applicant === undefined ? {} : { applicant }),
    ...(graduationYear === undefined ? {} : { graduationYear }),
    ...(profile.specialty === undefined ? {} : { specialty: profile.specialty }),
    kind,
    status: statusOf(findings),
    words: counts.words,
    characters: counts.characters,
    ...(counts.characterLimit === undefined ? {} : { characterLimit: counts.characterLimit }),
    source: document.source,
    body: document.body,
    notProse: notProseIn(document),
    findings: findings.map(findingOf),
    stretches: narrative.segments.map(({ role, start, end, words }) => ({ role, start, end, words })),
    space: narrative.space,
    failureWords: narrative.failureWords,
    changeWords: narrative.changeWords,
    setbacks: setbacksOf(draft),
    brief: briefOf(draft, today),
    ...(earlier ? { earlier } : {}),
  };
}

/** A draft that could not be read. */
export function unreadOf({ path, applicant, problems }: UnreadDraft): UnreadRecord {
  return { path, ...(applicant === undefined ? {} : { applicant }), status: 'unread', problems };
}

/** What the table of a cohort keeps of a draft. */
export function rowOf(record: DraftRecord | UnreadRecord): CohortRow {
  if (record.status === 'unread')
    return { ...record, errors: 0, warnings: 0, suggestions: 0, setbacks: [], rules: [] };
  const { path, applicant, status, page, specialty, kind, findings, words, setbacks } = record;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    path,
    ...(applicant === undefined ? {} : { applicant }),
    status,
    page,
    ...(specialty === undefined ? {} : { specialty }),
    kind,
    errors: count('error'),
    warnings: count('warning'),
    suggestions: count('suggestion'),
    words,
    failureShare: record.failureWords / Math.max(1, words),
    changeShare: record.changeWords / Math.max(1, words),
    setbacks,
    rules: [...new Set(findings.map(({ ruleId }) => ruleId))],
    problems: [],
  };
}

function statusOf(findings: readonly GivenFinding[]): Exclude<Status, 'unread'> {
  const grave = findings.filter(({ message }) => message.severity !== 'suggestion');
  if (grave.some(({ group }) => group === undefined || STORY.has(group))) return 'talk';
  return grave.length > 0 ? 'correct' : 'ready';
}

function findingOf({ message, place, fingerprint, quote, since }: GivenFinding): Finding {
  const { range, url } = message;
  const points = message.place && 'start' in message.place ? message.place : undefined;
  return {
    ruleId: message.ruleId ?? '',
    severity: message.severity,
    message: message.reason,
    why: message.why,
    ask: message.ask,
    ...(url === undefined ? {} : { url }),
    place,
    fingerprint,
    ...(quote ? { quote } : {}),
    ...(range ? { range } : {}),
    ...(points ? { start: pointOf(points.start), end: pointOf(points.end) } : {}),
    fixable: message.fix !== undefined,
    messageId: message.messageId,
    ...(since ? { since } : {}),
  };
}

function pointOf({ line, column, offset }: { line: number; column: number; offset?: number | undefined }) {
  return { line, column, offset: offset ?? 0 };
}

/** Setbacks that the draft tells or the profile lists, each once. */
function setbacksOf({ result: { narrative, profile } }: GivenDraft): SetbackKind[] {
  const told = narrative.arcs.flatMap(({ kind }) => (kind ? [kind] : []));
  return [...new Set([...(profile.setbacks ?? []).map(({ what }) => what), ...told])];
}

function notProseIn({ source, prose, body }: LintResult['document']): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (let at = body.start; at < body.end; at += 1) {
    if (source.charAt(at) === prose.charAt(at)) continue;
    const last = ranges.at(-1);
    if (last && source.slice(last.end, at).trim() === '') last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}
