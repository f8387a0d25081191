export type { Container } from './containers.ts';
export { containerOf, DRAFT_EXTENSIONS } from './containers.ts';
export type { ReadErrorCode } from './errors.ts';
export { ReadError } from './errors.ts';
export type { ReadLimit } from './limits.ts';
export type { TextEncoding } from './plain-text.ts';
export type { Draft, Extract, ReadOptions } from './read.ts';
export { readDraft, readStream, UNREAD_EXTENSIONS } from './read.ts';
export { writeDraft } from './write.ts';
