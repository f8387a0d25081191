import { writeFileSync } from 'node:fs';
import { patternLabeller } from '@narrative-lint/core';
import { bootstrap } from './bootstrap.ts';
import { byWriter, formatWriters, REAL_MANNER } from './by-writer.ts';
import { type LabelledDraft, readCorpus } from './corpus.ts';
import { formatCurve } from './curve.ts';
import { disagreements, formatDisagreements } from './disagree.ts';
import { headlinesOf } from './headline.ts';
import { type LeftOut, leaveOut } from './left-out.ts';
import { alone, formatMethods, methodOf } from './methods.ts';
import { formatCost, modelCost } from './model-cost.ts';
import { type Options, readOptions } from './options.ts';
import { formatErrors, formatReport, type Summary } from './report.ts';
import { absentRules, quietOf, type Result, type RoleSource, runDrafts, scoredRules } from './run.ts';
import { scoreRoles } from './score-roles.ts';
import { scoreRules } from './score-rules.ts';
import { agreementOf, formatAgreement, readSecondReading } from './second-reader.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const drafts = readCorpus(options.corpus, options.folders);
  const figures =
    options.secondReader === undefined
      ? await score(options, drafts)
      : compareReaders(options.secondReader, drafts);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

/** Prints what is asked for, section by section, and gives the figures. */
async function score(options: Options, drafts: readonly LabelledDraft[]): Promise<object> {
  const scored = scoredRules(options.rules);
  const unseen = options.leaveOneOut ? await leaveOut(options) : undefined;
  const results = runDrafts(drafts, sourceFor(options, unseen), scored);
  const roles = scoreRoles(results.map((result) => result.roles));
  const cases = results.map(({ ruleCase }) => ruleCase);
  const rules = scoreRules(cases, scored);
  const summaries = summariesOf(results);
  const quiet = quietOf(cases);
  const absent = absentRules(drafts, scored);
  const source = describeSource(options);
  const title = `${drafts.length} drafts of ${options.folders.join(', ')}, ${source}`;
  print(formatReport({ title, roles, rules, summaries, quiet, absent }));
  const writers = byWriter(results);
  print(formatWriters(writers));
  const { errors, ...ruleScores } = rules;
  const figures: Record<string, unknown> = {
    folders: options.folders,
    roles: source,
    drafts: drafts.length,
    roleScores: roles,
    ruleScores,
    summaries,
    quiet,
    writers,
    absent,
    errors,
  };
  if (options.methods && unseen) {
    const methods = [
      methodOf(
        'patterns alone',
        runDrafts(drafts, () => alone(patternLabeller), scored),
      ),
      methodOf(
        'model alone',
        runDrafts(drafts, (draft) => alone(unseen.labellerOf(draft)), scored),
      ),
      methodOf('both, as the engine', results),
    ];
    print(formatMethods(methods));
    figures.methods = methods;
  }
  if (options.curve && unseen) {
    const curve = await unseen.learningCurve(drafts, scored);
    print(formatCurve(curve, drafts.length));
    figures.curve = curve;
  }
  if (options.disagree !== undefined && unseen) {
    const all = disagreements(unseen.readings(drafts));
    print(formatDisagreements(all, options.disagree));
    figures.disagreements = all;
  }
  if (options.errors) print(formatErrors(rules));
  if (!options.goldRoles && !options.patterns) {
    const cost = await modelCost(drafts);
    print(formatCost(cost));
    figures.model = cost;
  }
  return figures;
}

/** Prints how far the labels and a second reader agree. */
function compareReaders(folder: string, drafts: readonly LabelledDraft[]): object {
  const labelled = drafts.map(({ id, text, roles }) => ({ id, text, gold: roles }));
  const { cases, problems } = readSecondReading(folder, labelled);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 2;
  if (cases.length === 0) return { problems };
  const agreement = agreementOf(cases);
  print(formatAgreement(agreement));
  return { ...agreement, confusion: [...agreement.confusion], problems };
}

function sourceFor({ goldRoles, patterns }: Options, unseen?: LeftOut): (draft: LabelledDraft) => RoleSource {
  if (goldRoles) return () => 'gold';
  if (patterns) return () => patternLabeller;
  return unseen ? unseen.labellerOf : () => undefined;
}

function describeSource({ goldRoles, patterns, leaveOneOut, ownCorpus }: Options): string {
  if (goldRoles) return 'labelled roles';
  if (patterns) return 'roles by patterns alone';
  if (leaveOneOut) return 'roles by a model that never saw the writer';
  return ownCorpus
    ? 'roles by the committed model, which was trained on these drafts'
    : 'roles by the committed model';
}

/** Figures with bounds for all drafts, and for those in the manner of real first drafts. */
function summariesOf(results: readonly Result[]): Summary[] {
  const real = results.filter(({ draft }) => REAL_MANNER.includes(draft.folder));
  const parts: [string, readonly Result[]][] = [['all', results]];
  if (real.length > 0 && real.length < results.length)
    parts.push([[...new Set(real.map(({ draft }) => draft.folder))].join(' + '), real]);
  return parts.map(([name, some]) => ({
    name,
    drafts: some.length,
    figures: bootstrap(
      some.map(({ tally }) => tally),
      headlinesOf,
    ),
  }));
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n').trimEnd()}\n\n`);
}
