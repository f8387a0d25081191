import { fileURLToPath } from 'node:url';
import type { RoleLabeller } from '@narrative-lint/core';
import { modelLabeller } from '@narrative-lint/core/model';
import { readCorpus, type TrainingDraft } from '@narrative-lint/trainer';
import { clauseReader } from './clause-readings.ts';
import { foldersOf, type LabelledDraft } from './corpus.ts';
import { type CurvePoint, leftOut, SHARES } from './curve.ts';
import type { ReadDraft } from './disagree.ts';
import { type Fold, trainFolds } from './folds.ts';
import { headlinesOf } from './headline.ts';
import type { Options } from './options.ts';
import { runDrafts } from './run.ts';

const CACHE = fileURLToPath(new URL('../.folds', import.meta.url));

/** What can be asked of models that never saw the writers they are asked about. */
export interface LeftOut {
  /** The labeller for a writer. */
  labellerOf(writer: { readonly folder: string }): RoleLabeller;
  /** The clauses of drafts as these models read them. */
  readings(drafts: readonly LabelledDraft[]): Generator<ReadDraft>;
  /** Scores models of growing shares of the writers. */
  learningCurve(drafts: readonly LabelledDraft[], rules: readonly string[]): Promise<CurvePoint[]>;
}

/** Trains the models that the options ask for, or takes them from the last run. */
export async function leaveOut(options: Options): Promise<LeftOut> {
  const { corpus, folders, folds, without } = options;
  const training = readCorpus(corpus).drafts;
  const writers = foldersOf(corpus);
  const train = (fewer: readonly string[]) =>
    trainFolds(
      { root: corpus, folders: writers, wanted: folders, folds, without: fewer, cache: CACHE },
      training,
    );
  const models = await train(without);
  const labellerOf = labellersOf(models);
  return {
    labellerOf,
    readings: (drafts) => readings(drafts, training, models),
    async learningCurve(drafts, rules) {
      const known = writers.filter((writer) => !without.includes(writer));
      const points: CurvePoint[] = [];
      for (const share of SHARES) {
        const unread = leftOut(known, share);
        const smaller = await train([...without, ...unread]);
        const results = runDrafts(drafts, labellersOf(smaller), rules);
        const counts = drafts.map(({ folder }) => smaller.get(folder)?.drafts ?? 0);
        points.push({
          share,
          writers: known.length - unread.length,
          drafts: counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length),
          figures: headlinesOf(results.map(({ tally }) => tally)),
        });
      }
      return points;
    },
  };
}

function labellersOf(models: ReadonlyMap<string, Fold>): LeftOut['labellerOf'] {
  const labellers = new Map([...models].map(([folder, { model }]) => [folder, modelLabeller(model)]));
  return ({ folder }) => {
    const labeller = labellers.get(folder);
    if (!labeller) throw new Error(`No model was trained without ${folder}.`);
    return labeller;
  };
}

function* readings(
  drafts: readonly LabelledDraft[],
  training: readonly TrainingDraft[],
  models: ReadonlyMap<string, Fold>,
): Generator<ReadDraft> {
  const labelled = new Map(drafts.map((draft) => [draft.id, draft]));
  const readers = new Map([...models].map(([folder, { model }]) => [folder, clauseReader(model)]));
  for (const draft of training) {
    const own = labelled.get(draft.id);
    const reader = readers.get(draft.folder);
    if (own && reader)
      yield {
        id: own.id,
        text: own.text,
        roles: own.roles,
        clauses: draft.clauses,
        probability: reader(draft),
      };
  }
}
