import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, type Kind, type Profile, parseMarkedDraft, type RoleSpan } from '@narrative-lint/core';
import { parse } from 'yaml';

/** A rule that a labelled draft expects to fire. */
export interface Expectation {
  readonly rule: string;
  /** The words it points at, in UTF-16 code units of the text; none for a finding about the whole draft. */
  readonly at?: { readonly start: number; readonly end: number };
}

/** A labelled draft, taken apart. */
export interface LabelledDraft {
  readonly id: string;
  /** The name of its folder. */
  readonly folder: string;
  readonly kind: Kind;
  readonly profile: Profile;
  /** The draft without marks and front matter. */
  readonly text: string;
  readonly roles: readonly RoleSpan[];
  readonly expect: readonly Expectation[];
  readonly note: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/**
 * Reads the labelled drafts of some folders, in the order of their names.
 *
 * @param root - The folder that holds the folders of drafts.
 * @throws {Error} when a draft is malformed, or quotes words that it does not hold exactly once.
 */
export function readCorpus(root: string, folders: readonly string[]): LabelledDraft[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.draft.md'))
      .sort()
      .map((name) => readDraft(readFileSync(join(root, folder, name), 'utf8'), folder, name)),
  );
}

/** The folders of a corpus. */
export function foldersOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readDraft(source: string, folder: string, name: string): LabelledDraft {
  const match = FRONT_MATTER.exec(source);
  if (!match) throw new Error(`${folder}/${name}: no front matter`);
  const head = parse(match[1] ?? '') as {
    id: string;
    kind: string;
    profile?: Profile;
    expect?: { rule: string; at?: string }[];
    note?: string;
  };
  const kind = KINDS.find((known) => known === head.kind);
  if (!kind) throw new Error(`${folder}/${name}: unknown kind "${head.kind}"`);
  const { text, spans } = parseMarkedDraft(source.slice(match[0].length));
  const expect = (head.expect ?? []).map(({ rule, at }): Expectation => {
    if (at === undefined) return { rule };
    const start = text.indexOf(at);
    if (start < 0 || text.indexOf(at, start + 1) >= 0)
      throw new Error(`${folder}/${name}: "${at}" is not there exactly once`);
    return { rule, at: { start, end: start + at.length } };
  });
  return {
    id: head.id,
    folder,
    kind,
    profile: head.profile ?? {},
    text,
    roles: spans,
    expect,
    note: head.note ?? '',
  };
}
