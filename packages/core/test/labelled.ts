import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Kind, type Profile, parseMarkedDraft, type RoleSpan } from '@narrative-lint/core';
import { parse } from 'yaml';

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/** A labelled draft with the roles that its labels give. */
export interface Labelled {
  readonly id: string;
  readonly kind: Kind;
  readonly profile: Profile;
  readonly text: string;
  readonly roles: readonly RoleSpan[];
}

/** Some drafts of every writer, a list for each folder. */
export function labelledDrafts(isWanted: (name: string) => boolean): Map<string, Labelled[]> {
  const root = fileURLToPath(new URL('../../../fixtures/labelled/', import.meta.url));
  return new Map(
    readdirSync(root)
      .sort()
      .map((folder) => {
        const names = readdirSync(root + folder).sort();
        return [folder, names.filter(isWanted).map((name) => read(`${root}${folder}/${name}`))];
      }),
  );
}

function read(path: string): Labelled {
  const source = readFileSync(path, 'utf8');
  const [front = '', yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  const { id, kind, profile = {} } = parse(yaml) as Omit<Labelled, 'text' | 'roles'>;
  const { text, spans } = parseMarkedDraft(source.slice(front.length));
  return { id, kind, profile, text, roles: spans };
}
