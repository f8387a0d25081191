import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  rules as builtInRules,
  lint,
  type Narrative,
  patternLabeller,
  type RoleLabeller,
} from '@narrative-lint/core';
import { modelLabeller } from '@narrative-lint/core/model';
import { foldersOf, type LabelledDraft, readCorpus } from './corpus.ts';
import { trainFolds } from './folds.ts';
import { formatReport } from './report.ts';
import { scoreRoles } from './score-roles.ts';
import { type RuleCase, scoreRules } from './score-rules.ts';

/** Not scored: labels do not cover it, and the rules about the form fire for mechanical reasons. */
const NOT_SCORED = new Set(['plausible-scores', 'answer-length', 'one-page']);
const ROOT = fileURLToPath(new URL('../../../fixtures/labelled', import.meta.url));
const CACHE = fileURLToPath(new URL('../.folds', import.meta.url));

const { values } = parseArgs({
  options: {
    folders: { type: 'string', default: 'all' },
    'gold-roles': { type: 'boolean', default: false },
    /** Each writer is labelled by a model that never saw that writer. */
    'leave-one-out': { type: 'boolean', default: false },
    patterns: { type: 'boolean', default: false },
    /** Models trained for it; by default one for each writer. Fewer are faster, and each leaves several writers out. */
    folds: { type: 'string', default: '1000' },
    /** Writers that no fold learns from. */
    without: { type: 'string', default: '' },
    errors: { type: 'boolean', default: false },
    rules: { type: 'string' },
    json: { type: 'string' },
  },
});

const folders = values.folders === 'all' ? foldersOf(ROOT) : values.folders.split(',');
const drafts = readCorpus(ROOT, folders);
const only = values.rules?.split(',');
const isScored = (id: string) => !NOT_SCORED.has(id) && (only === undefined || only.includes(id));
const known = builtInRules.filter((rule) => rule.meta.group !== 'eras-form');
const scored = known.map((rule) => rule.meta.id).filter(isScored);
const wanted = new Set(
  drafts.flatMap((draft) => draft.expect.map((expectation) => expectation.rule)).filter(isScored),
);
const absent = [...wanted].filter((rule) => !scored.includes(rule)).sort();

const folds = values['leave-one-out']
  ? await trainFolds({
      root: ROOT,
      folders: foldersOf(ROOT),
      folds: Number(values.folds),
      without: values.without.split(',').filter((name) => name !== ''),
      cache: CACHE,
    })
  : undefined;
const labellers = new Map([...(folds ?? [])].map(([folder, model]) => [folder, modelLabeller(model)]));

const results = drafts.map((draft) => ({ draft, ...run(draft) }));
const roles = scoreRoles(
  results.map(({ draft, narrative }) => ({ text: draft.text, gold: draft.roles, found: narrative.segments })),
);
const rules = scoreRules(
  results.map(({ ruleCase }) => ruleCase),
  scored,
);
const source = values['gold-roles']
  ? 'labelled roles'
  : values['leave-one-out']
    ? 'roles by a model that never saw the writer'
    : values.patterns
      ? 'roles by patterns alone'
      : 'roles by the committed model, which was trained on these drafts';
const title = `${drafts.length} drafts of ${folders.join(', ')}, ${source}`;
process.stdout.write(formatReport({ title, roles, rules, absent, withErrors: values.errors }));
if (values.json) {
  const { errors, ...figures } = rules;
  const report = {
    folders,
    roles: source,
    drafts: drafts.length,
    roleScores: roles,
    ruleScores: figures,
    absent,
    errors,
  };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

/** Lints one draft and brings the result into the form that is scored. */
function run(draft: LabelledDraft): { narrative: Narrative; ruleCase: RuleCase } {
  const { messages, narrative } = lint(draft.text, {
    kind: draft.kind,
    profile: draft.profile,
    ...(values['gold-roles'] ? { roles: draft.roles } : {}),
    ...labellerFor(draft.folder),
  });
  const reported = messages.map((message) => ({
    rule: message.ruleId ?? '',
    message: message.reason,
    ...(message.range ? { at: message.range } : {}),
  }));
  const hasSetback = draft.roles.some((span) => span.role !== 'other');
  return {
    narrative,
    ruleCase: { id: draft.id, text: draft.text, expected: draft.expect, reported, hasSetback },
  };
}

/** The labeller of a draft; none where the engine's own shall decide. */
function labellerFor(folder: string): { labeller?: RoleLabeller } {
  if (values.patterns) return { labeller: patternLabeller };
  const labeller = labellers.get(folder);
  return labeller ? { labeller } : {};
}
