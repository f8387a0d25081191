const NAME = 'narrative-lint.config';
/** Configuration files that only hold data. */
export const DATA_NAMES: readonly string[] = [
  `${NAME}.json`,
  `${NAME}.jsonc`,
  `${NAME}.yaml`,
  `${NAME}.yml`,
  'package.json',
];
/** Configuration files that are programs. */
export const CODE_NAMES: readonly string[] = [`${NAME}.js`, `${NAME}.mjs`, `${NAME}.cjs`, `${NAME}.ts`];

/** Names of configuration files, the first of a folder counts; a `package.json` counts with its key. */
export const CONFIG_NAMES: readonly string[] = [...DATA_NAMES.slice(0, -1), ...CODE_NAMES, 'package.json'];
export const SUPPRESSIONS_NAME = 'narrative-lint.suppressions.json';
/** Where editors find the JSON Schema of a configuration. */
export const SCHEMA_ADDRESS =
  'https://raw.githubusercontent.com/narrative-lint/narrative-lint/main/packages/config/schema.json';
/** The key of a `package.json` that holds a configuration. */
export const PACKAGE_KEY = 'narrativeLint';

/** Whether reading a file runs code of it. */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path);
}

export function isPackage(path: string): boolean {
  return /(?:^|[\\/])package\.json$/.test(path);
}
