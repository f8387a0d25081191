import { KINDS, parseDocument } from '@narrative-lint/core';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import type { Checks, Settings, StatusReason } from './protocol.ts';

/** What the decision whether a document is linted looks at. */
export interface Candidate {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** What a configuration says of a document: it names it, it says to leave it alone, or nothing. */
export type ConfigSays = 'lint' | 'ignore' | undefined;

export interface Decision {
  readonly linted: boolean;
  readonly reason: StatusReason;
}

/** Languages in which a draft may be written; by its name alone no program is taken for one. */
const PROSE = new Set(['markdown', 'plaintext', 'text', 'txt', 'mdx', 'quarto', 'rmd', 'pandoc', '']);
/** Files that a folder of drafts has beside the drafts. */
const NO_DRAFT =
  /^(?:readme|changelog|contributing|license|licence|code[_-]of[_-]conduct|security|support|notice|authors|todo|notes?)(?:[.-].*)?$/i;
/** A `kind` in the first lines, asked before anything costly is. */
const KIND_LINE = /^\uFEFF?---[ \t]*\r?\n(?:.*\r?\n)*?kind[ \t]*:/;

/**
 * Decides whether a document is linted. What the user said of it wins, then its front matter, then the
 * configuration, then the setting.
 */
export function decide(
  { uri, languageId, text }: Candidate,
  settings: Settings,
  checks: Checks,
  config: ConfigSays,
): Decision {
  if (!settings.enable) return { linted: false, reason: 'disabled' };
  const asked = checks[uri];
  if (asked) return { linted: asked === 'always', reason: 'asked' };
  if (config === 'ignore') return { linted: false, reason: 'ignored' };
  if (PROSE.has(languageId)) {
    if (namesKind(text)) return { linted: true, reason: 'front-matter' };
    if (config === 'lint') return { linted: true, reason: 'config' };
    if (matches(uri, settings.files)) return { linted: true, reason: 'setting' };
  }
  return { linted: false, reason: 'not-a-draft' };
}

function namesKind(text: string): boolean {
  if (!KIND_LINE.test(text.slice(0, 4000))) return false;
  const value = parseDocument(text.slice(0, 4000)).frontMatter?.value as
    | { readonly kind?: unknown }
    | undefined;
  const kind = typeof value?.kind === 'string' ? value.kind.toLowerCase().replace(/[\s_]+/g, '-') : '';
  return (KINDS as readonly string[]).includes(kind);
}

function matches(uri: string, globs: readonly string[]): boolean {
  const { path } = URI.parse(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (NO_DRAFT.test(name)) return false;
  const asPath = path.replace(/^\/+/, '');
  return picomatch.isMatch(asPath, [...globs], { nocase: true, dot: true });
}

/** The reason in a sentence for a person. */
export function explain({ linted, reason }: Decision): string {
  switch (reason) {
    case 'asked':
      return linted ? 'You asked for this document to be checked.' : 'You asked for it to be left alone.';
    case 'front-matter':
      return 'The front matter says what kind of text this is.';
    case 'config':
      return 'The configuration names this document.';
    case 'setting':
      return 'The setting narrativeLint.files matches its name.';
    case 'ignored':
      return 'The configuration says to leave it alone.';
    case 'disabled':
      return 'The setting narrativeLint.enable is off.';
    case 'unknown':
      return 'It is not open.';
    case 'not-a-draft':
      return 'Nothing says that this is a draft for an application: no kind in front matter, no configuration, no matching name.';
  }
}
