import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { StoredModel } from '@narrative-lint/core/model';
import { readCorpus, type TrainingDraft, trainModel } from '@narrative-lint/trainer';

/** What the training of the folds needs. */
export interface FoldSettings {
  /** The folder of labelled drafts. */
  readonly root: string;
  /** All writers of the corpus. */
  readonly folders: readonly string[];
  /** Writers that models are needed for. */
  readonly wanted: readonly string[];
  /** Models to train; fewer than there are writers leaves several out at once, which is the harder test. */
  readonly folds: number;
  /** Writers never learned from, beside the one left out; for the learning curve. */
  readonly without: readonly string[];
  /** Where trained models are kept between runs; they are trained anew when anything they depend on changes. */
  readonly cache: string;
}

/** The settings as a thread gets them. */
interface Share extends FoldSettings {
  readonly groups: readonly (readonly string[])[];
  /** Names what the models depend on: corpus, trainer, engine, and the writers left out of all. */
  readonly key: string;
}

const FILE = fileURLToPath(import.meta.url);
const THREADS = 2;

/** A model that never saw some writers. */
export interface Fold {
  readonly model: StoredModel;
  /** Drafts it learned from. */
  readonly drafts: number;
}

/**
 * Trains, for each wanted writer, a model on others only.
 *
 * @param drafts - All drafts of the corpus.
 * @throws {Error} when a model would have nothing to learn from.
 */
export async function trainFolds(
  settings: FoldSettings,
  drafts: readonly TrainingDraft[],
): Promise<Map<string, Fold>> {
  mkdirSync(settings.cache, { recursive: true });
  const key = keyOf(settings, drafts);
  const groups = groupsOf(settings);
  for (const group of groups)
    if (learnedFrom(drafts, settings, group).length === 0)
      throw new Error(`Without ${group.join(', ')} no draft is left to learn from.`);
  const missing = groups.filter((group) => !existsSync(pathOf({ ...settings, key }, group))).length;
  if (missing > 0)
    process.stderr.write(
      `training ${missing} models, each of about half a minute of one processor; fewer with --folds\n`,
    );
  const shares = Array.from({ length: THREADS }, (_, thread) =>
    groups.filter((_group, at) => at % THREADS === thread),
  );
  await Promise.all(
    shares
      .filter((share) => share.length > 0)
      .map(
        (share) =>
          new Promise<void>((resolve, reject) => {
            const worker = new Worker(FILE, {
              workerData: { ...settings, groups: share, key } satisfies Share,
            });
            worker.on('message', (names: string) => process.stderr.write(`trained without ${names}\n`));
            worker.on('error', reject);
            worker.on('exit', () => resolve());
          }),
      ),
  );
  return new Map(
    groups.flatMap((group) => {
      const model = JSON.parse(readFileSync(pathOf({ ...settings, key }, group), 'utf8')) as StoredModel;
      const fold = { model, drafts: learnedFrom(drafts, settings, group).length };
      return group.map((folder): [string, Fold] => [folder, fold]);
    }),
  );
}

/** The drafts that the model of a group is trained on. */
function learnedFrom(
  drafts: readonly TrainingDraft[],
  { without }: FoldSettings,
  group: readonly string[],
): TrainingDraft[] {
  return drafts.filter(({ folder }) => !group.includes(folder) && !without.includes(folder));
}

function groupsOf({ folders, folds, wanted }: FoldSettings): string[][] {
  const groups: string[][] = Array.from({ length: Math.min(folds, folders.length) }, () => []);
  folders.forEach((folder, at) => {
    groups[at % groups.length]?.push(folder);
  });
  return groups.filter((group) => group.some((folder) => wanted.includes(folder)));
}

function pathOf({ cache, key }: Pick<Share, 'cache' | 'key'>, group: readonly string[]): string {
  return join(cache, `${group.join('+')}-${key}.json`);
}

/** The features as the engine makes them, the trainer, and the drafts: what a trained model follows from. */
function keyOf({ without }: FoldSettings, drafts: readonly TrainingDraft[]): string {
  const hash = createHash('sha256').update(JSON.stringify(without));
  for (const { id, features, labels, edges } of drafts) {
    hash.update(id);
    for (const ids of [...features, labels, edges]) hash.update(ids);
  }
  const trainer = fileURLToPath(new URL('.', import.meta.resolve('@narrative-lint/trainer')));
  const engine = fileURLToPath(
    new URL('narrative/model/', import.meta.resolve('@narrative-lint/core/model')),
  );
  for (const name of readdirSync(trainer).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(join(trainer, name)));
  for (const name of ['chain.js', 'second-pass.js']) hash.update(readFileSync(join(engine, name)));
  return hash.digest('hex').slice(0, 12);
}

function trainShare(settings: Share): void {
  const missing = settings.groups.filter((group) => !existsSync(pathOf(settings, group)));
  if (missing.length === 0) return;
  const { drafts, leaning } = readCorpus(settings.root);
  for (const group of missing) {
    const model = trainModel(learnedFrom(drafts, settings, group), leaning);
    writeFileSync(pathOf(settings, group), JSON.stringify(model));
    parentPort?.postMessage(group.join(', '));
  }
}

if (!isMainThread) trainShare(workerData as Share);
