/**
 * Reports on drafts: what the engine gave goes in, texts of files come out. No file system, no process, no
 * network, so that a report is the same wherever it is made.
 */
export { csvSummary } from './csv.ts';
export { jsonReport } from './json.ts';
export { recordOf, rowOf, unreadOf } from './record.ts';
export type * from './types.ts';
export { STATUS_NAMES } from './words.ts';
