/** What is fuzzed, as it is built and published. */
export * as config from '../../packages/config/dist/index.js';
export * as portable from '../../packages/config/dist/portable.js';
export * as core from '../../packages/core/dist/index.js';
export * as readers from '../../packages/readers/dist/bytes.js';
export { readDraft, readStream } from '../../packages/readers/dist/index.js';
export * as roster from '../../packages/roster/dist/index.js';
