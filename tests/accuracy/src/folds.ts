import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { StoredModel } from '@narrative-lint/core/model';
import { readCorpus, trainModel } from '@narrative-lint/trainer';

/** What the training of the folds needs. */
export interface FoldSettings {
  /** The folder of labelled drafts. */
  readonly root: string;
  /** Writers to leave out, one model each. */
  readonly folders: readonly string[];
  /** Models averaged in each fold. */
  readonly models: number;
  /** Writers never learned from, beside the one left out; for the learning curve. */
  readonly without: readonly string[];
  /** Where trained models are kept between runs; they are trained anew when anything they depend on changes. */
  readonly cache: string;
}

const FILE = fileURLToPath(import.meta.url);
const THREADS = 2;

/** Trains, for each writer, a model on all the others. */
export async function trainFolds(settings: FoldSettings): Promise<Map<string, StoredModel>> {
  mkdirSync(settings.cache, { recursive: true });
  const shares = Array.from({ length: THREADS }, (_, thread) =>
    settings.folders.filter((_folder, at) => at % THREADS === thread),
  );
  await Promise.all(
    shares
      .filter((folders) => folders.length > 0)
      .map(
        (folders) =>
          new Promise<void>((resolve, reject) => {
            const worker = new Worker(FILE, { workerData: { ...settings, folders } });
            worker.on('message', (folder: string) => process.stderr.write(`trained without ${folder}\n`));
            worker.on('error', reject);
            worker.on('exit', () => resolve());
          }),
      ),
  );
  return new Map(
    settings.folders.map((folder) => [folder, JSON.parse(readFileSync(pathOf(settings, folder), 'utf8'))]),
  );
}

function pathOf({ cache, models, without }: FoldSettings, folder: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([folder, models, without]))
    .digest('hex')
    .slice(0, 12);
  return join(cache, `${folder}-${key}.json`);
}

function trainShare(settings: FoldSettings): void {
  const missing = settings.folders.filter((folder) => !existsSync(pathOf(settings, folder)));
  if (missing.length === 0) return;
  const { drafts, leaning } = readCorpus(settings.root);
  const known = drafts.filter((draft) => !settings.without.includes(draft.folder));
  for (const folder of missing) {
    const model = trainModel(
      known.filter((draft) => draft.folder !== folder),
      leaning,
      settings.models,
    );
    writeFileSync(pathOf(settings, folder), JSON.stringify(model));
    parentPort?.postMessage(folder);
  }
}

if (!isMainThread) trainShare(workerData as FoldSettings);
