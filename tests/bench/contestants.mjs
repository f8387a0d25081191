import { fileURLToPath } from 'node:url';

/** Ours in tables; a version of it is named after it. */
export const OWN = 'narrative-lint';

/** Where the packages of the other linters are installed. */
export const PEERS_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** A linter that takes part: its name in tables and its file in `contestants`; ours with the checkout it is built in. */
/** @typedef {{ name: string, module: string, root?: string }} Contestant */

/** @type {readonly Contestant[]} */
export const PEERS = [
  { name: 'write-good', module: 'write-good' },
  { name: 'textlint', module: 'textlint' },
  { name: 'alex', module: 'alex' },
  { name: 'retext', module: 'retext' },
  { name: 'harper.js', module: 'harper' },
];

export const ownAt = (root, version) => ({
  name: version === undefined ? OWN : `${OWN} @ ${version}`,
  module: OWN,
  root,
});
