/**
 * Reports on drafts: what the engine gave goes in, texts of files come out. No file system, no process, no
 * network, so that a report is the same wherever it is made.
 */
export { briefOf } from './brief/brief.ts';
export type * from './brief/types.ts';
export { csvSummary } from './csv.ts';
export { draftPage } from './html/draft-page.ts';
export { draftsPage } from './html/drafts-page.ts';
export { followed } from './html/follow.ts';
export { indexPage } from './html/index-page.ts';
export { withSharedText } from './html/shared-text.ts';
export { jsonReport } from './json.ts';
export { recordOf, rowOf, unreadOf } from './record.ts';
export { type IsName, redactRecord, redactText } from './redact.ts';
export type * from './types.ts';
export { STATUS_NAMES } from './words.ts';
export { xlsxSummary } from './xlsx.ts';
