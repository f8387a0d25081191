import type { ConfigLoader } from '@narrative-lint/config';
import { rulePage, rules } from '@narrative-lint/core';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { formatRule, formatRules } from '../format/rules.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';

/** Any draft of this folder; the rules of its configuration's plugins are wanted. */
const HERE = 'draft.md';

/** Prints all rules, those of plugins too. */
export async function rulesCommand(configs: ConfigLoader, theme: Theme, io: Io): Promise<ExitCode> {
  const { ruleSet } = await configs.load(HERE);
  io.out.write(formatRules(ruleSet, theme));
  return EXIT.clean;
}

/** Prints everything about one rule. */
export async function explainCommand(
  id: string,
  configs: ConfigLoader,
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  const builtIn = rules.find(({ meta }) => meta.id === id.toLowerCase());
  const ruleSet = builtIn ? rules : (await configs.load(HERE)).ruleSet;
  const rule = builtIn ?? ruleSet.find(({ meta }) => meta.id === id.toLowerCase());
  if (!rule) {
    const hint =
      didYouMean(
        id,
        ruleSet.map(({ meta }) => meta.id),
      ) || ' See narrative-lint rules.';
    throw new UsageError(`there is no rule "${id}".${hint}`);
  }
  io.out.write(formatRule(rule, rule.meta.url ?? (builtIn ? rulePage(rule.meta.id) : undefined), theme));
  return EXIT.clean;
}
