import { type TextDocument, type Uri, workspace } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** Scheme of the read-only views of Word and PDF drafts. */
export const DRAFT_SCHEME = 'narrative-lint-draft';
/** Scheme of pages to read: the story at a glance, a rule explained. */
export const PAGE_SCHEME = 'narrative-lint-page';

/** Languages in which a draft may be written. */
const PROSE = ['markdown', 'plaintext', 'mdx', 'quarto', 'rmd', 'pandoc'];
const CONFIGURATIONS = '**/narrative-lint.config.{json,jsonc,yaml,yml}';

/** Where a draft may lie. What other extensions show (the past in git, a chat, a page) is left alone. */
function schemes(): ReadonlySet<string> {
  const folders = workspace.workspaceFolders ?? [];
  return new Set(['file', 'untitled', DRAFT_SCHEME, ...folders.map(({ uri }) => uri.scheme)]);
}

/** The documents that the server gets to see. It decides itself which of them are drafts. */
export function documentSelector(): DocumentSelector {
  return [...schemes()].flatMap((scheme) => [
    ...PROSE.map((language) => ({ scheme, language })),
    { scheme, pattern: CONFIGURATIONS },
  ]);
}

/** Whether a document may be a draft. */
export function isProse(document: TextDocument): boolean {
  return PROSE.includes(document.languageId) && schemes().has(document.uri.scheme);
}

/** Whether a decision about a document has a meaning in the next session. */
export function outlivesSession(uri: Uri): boolean {
  return uri.scheme !== 'untitled' && uri.scheme !== DRAFT_SCHEME;
}

/** The last part of a path, as a message names the file. */
export function basename({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
