import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyse,
  type Clause,
  edgesOf,
  extractFeatures,
  type FeatureGroup,
  parseDocument,
  parseMarkedDraft,
  ROLE_ORDER,
  type RoleSpan,
} from '@narrative-lint/core/model';
import { parse } from 'yaml';

/** A labelled draft as the trainer reads it. */
export interface TrainingDraft {
  readonly folder: string;
  readonly id: string;
  readonly clauses: readonly Clause[];
  /** Feature hashes of each clause. */
  readonly features: readonly Int32Array[];
  readonly edges: Int32Array;
  /** Role of each clause (its words' majority), an index into `ROLE_ORDER`. */
  readonly labels: Int32Array;
}

export interface Corpus {
  readonly drafts: readonly TrainingDraft[];
  /** Hashes of the features that lean on something told elsewhere in the draft or known of its writer. */
  readonly leaning: ReadonlySet<number>;
}

const LEANING: ReadonlySet<FeatureGroup> = new Set<FeatureGroup>(['anchor', 'anchored', 'owner', 'profile']);
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/**
 * Reads the labelled drafts below a folder, one folder a writer, in the order of their names.
 *
 * @throws {SyntaxError} when a draft has no front matter or a mark of an unknown role.
 */
export function readCorpus(root: string): Corpus {
  const drafts: TrainingDraft[] = [];
  const leaning = new Set<number>();
  for (const folder of readdirSync(root).sort()) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      if (file.endsWith('.draft.md')) drafts.push(readDraft(join(root, folder, file), folder, leaning));
    }
  }
  return { drafts, leaning };
}

function readDraft(path: string, folder: string, leaning: Set<number>): TrainingDraft {
  const source = readFileSync(path, 'utf8');
  const head = FRONT_MATTER.exec(source);
  if (!head) throw new SyntaxError(`${path} has no front matter`);
  const { id, kind, profile } = parse(head[1] ?? '');
  const { text, spans } = parseMarkedDraft(source.slice(head[0].length));
  const document = parseDocument(text);
  const language = analyse(document);
  const features = extractFeatures(
    document,
    language,
    { kind, profile: profile ?? {} },
    (_clause, hash, group) => {
      if (LEANING.has(group)) leaning.add(hash);
    },
  );
  const labels = new Int32Array(features.length);
  language.clauses.forEach((clause, at) => {
    const counts = new Array<number>(ROLE_ORDER.length).fill(0);
    for (const token of clause.tokens) {
      if (!token.isWord || token.joined) continue;
      const role = ROLE_ORDER.indexOf(roleAt(spans, token.start));
      counts[role] = (counts[role] ?? 0) + 1;
    }
    labels[at] = counts.indexOf(Math.max(...counts));
  });
  return { folder, id, clauses: language.clauses, features, edges: edgesOf(language.clauses), labels };
}

function roleAt(spans: readonly RoleSpan[], offset: number): RoleSpan['role'] {
  return spans.find((span) => offset >= span.start && offset < span.end)?.role ?? 'other';
}
