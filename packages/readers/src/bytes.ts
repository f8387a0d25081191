/** Readers without a file system, for browsers: bytes in, text out. */

export { tookTooLong } from './costs.ts';
export { readDocx } from './docx.ts';
export { ReadError } from './errors.ts';
export { requireDraft } from './language.ts';
export type { ReadLimit } from './limits.ts';
export { readPdf } from './pdf.ts';
