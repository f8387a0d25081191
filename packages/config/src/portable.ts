/** What of a configuration is read without a file system, for faces that run in a browser. */
export { type Contents, isData, parseContents } from './contents.ts';
export { ConfigError, configError } from './errors.ts';
export { CODE_NAMES, DATA_NAMES, isCode, isPackage, PACKAGE_KEY, SUPPRESSIONS_NAME } from './names.ts';
export { isOfRefused, type Layer, settle } from './settle.ts';
export type * from './types.ts';
