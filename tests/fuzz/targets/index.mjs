import { config, configFiles } from './config.mjs';
import { document, frontMatter } from './document.mjs';
import { fixes, session } from './edits.mjs';
import { docx, pdf, plain } from './files.mjs';
import { bytes, messages, positions } from './language-server.mjs';
import { roster } from './roster.mjs';

/**
 * What is fuzzed. Each has a `property` of fast-check, and a `weight`: how many inputs it gets for each one
 * of a target of weight 1.
 */
export const TARGETS = {
  document,
  'front-matter': frontMatter,
  session,
  fixes,
  config,
  'config-files': configFiles,
  roster,
  text: plain,
  docx,
  pdf,
  'server-messages': messages,
  'server-positions': positions,
  'server-bytes': bytes,
};
