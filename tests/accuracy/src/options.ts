import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { foldersOf } from './corpus.ts';

const CORPUS = fileURLToPath(new URL('../../../fixtures/labelled', import.meta.url));
const DEFAULT_DISAGREEMENTS = 40;

/** What is asked for on the command line. */
export interface Options {
  /** The folder of labelled drafts, one folder a writer. */
  readonly corpus: string;
  /** Whether these are the drafts that the committed weights are trained on. */
  readonly ownCorpus: boolean;
  /** Writers that are scored. */
  readonly folders: readonly string[];
  /** Rules that are scored; all when left out. */
  readonly rules?: readonly string[];
  readonly leaveOneOut: boolean;
  readonly goldRoles: boolean;
  readonly patterns: boolean;
  /** Models trained; each leaves several writers out where there are fewer models than writers. */
  readonly folds: number;
  /** Writers that no fold learns from. */
  readonly without: readonly string[];
  readonly errors: boolean;
  /** Clauses listed where model and labels differ most. */
  readonly disagree?: number;
  readonly curve: boolean;
  readonly methods: boolean;
  /** A folder of files that somebody labelled blind. */
  readonly secondReader?: string;
  readonly json?: string;
}

/**
 * Reads the command line.
 *
 * @throws {Error} with a sentence for the user when a folder is not there.
 */
export function readOptions(argv: readonly string[]): Options {
  const names = (text: string) => text.split(',').filter((name) => name !== '');
  const command = new Command('pnpm accuracy')
    .description(
      'Scores the engine on the labelled drafts. Figures on drafts that the committed weights were trained on say so; --leave-one-out gives honest ones.',
    )
    .option('--corpus <folder>', 'labelled drafts, one folder a writer', CORPUS)
    .option('--folders <names>', 'writers to score, with commas between', names)
    .option('--rules <names>', 'rules to score, with commas between', names)
    .option('--leave-one-out', 'each writer is labelled by a model that never saw the writer', false)
    .option('--folds <count>', 'models to train; one for each writer when left out', countFrom(2))
    .option('--without <names>', 'writers that no fold learns from', names, [])
    .addOption(
      new Option('--gold-roles', 'run the rules over the labelled roles')
        .default(false)
        .conflicts(['leaveOneOut', 'patterns', 'disagree', 'methods', 'curve']),
    )
    .addOption(
      new Option('--patterns', 'roles by patterns alone')
        .default(false)
        .conflicts(['leaveOneOut', 'disagree', 'methods', 'curve']),
    )
    .option('--errors', 'list each finding that was missed or needless', false)
    .option(
      '--disagree [count]',
      `list the clauses where model and labels differ most (${DEFAULT_DISAGREEMENTS}); leaves writers out`,
      countFrom(1),
    )
    .option('--methods', 'patterns, model and engine side by side; leaves writers out', false)
    .option('--curve', 'the learning curve over the number of drafts; leaves writers out', false)
    .option('--second-reader <folder>', 'agreement of the labels with ID.draft.md files labelled blind')
    .option('--json <file>', 'write all figures to a file');
  command.parse(argv, { from: 'user' });
  const given = command.opts();
  if (!existsSync(given.corpus)) throw new Error(`${given.corpus} is not there.`);
  const writers = foldersOf(given.corpus);
  for (const name of [...(given.folders ?? []), ...given.without])
    if (!writers.includes(name)) throw new Error(`${join(given.corpus, name)} is not there.`);
  const reader = given.secondReader;
  if (reader !== undefined && !(existsSync(reader) && statSync(reader).isDirectory()))
    throw new Error(`${reader} is not a folder.`);
  return {
    ...(given as Options),
    ownCorpus: resolve(given.corpus) === resolve(CORPUS),
    folders: given.folders ?? writers,
    folds: given.folds ?? writers.length,
    ...(given.disagree === true ? { disagree: DEFAULT_DISAGREEMENTS } : {}),
    leaveOneOut: given.leaveOneOut || given.disagree !== undefined || given.methods || given.curve,
  };
}

function countFrom(least: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < least)
      throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return count;
  };
}
