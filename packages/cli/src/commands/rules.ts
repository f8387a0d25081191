import { ConfigError, type ConfigLoader } from '@narrative-lint/config';
import { type AnyRule, rulePage, rules } from '@narrative-lint/core';
import { describeError, EXIT, type ExitCode, UsageError } from '../errors.ts';
import { formatRule, formatRules } from '../format/rules.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';

/** Any draft of this folder; the rules of its configuration's plugins are wanted. */
const HERE = 'draft.md';

/** The rules of this folder. Whoever looks up a name for a configuration that is wrong still sees the built-in ones. */
async function rulesHere(configs: ConfigLoader, io: Io): Promise<readonly AnyRule[]> {
  try {
    return (await configs.load(HERE)).ruleSet;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    io.err.write(describeError(error, false));
    return rules;
  }
}

/** Prints all rules, those of plugins too. */
export async function rulesCommand(configs: ConfigLoader, theme: Theme, io: Io): Promise<ExitCode> {
  const ruleSet = await rulesHere(configs, io);
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
  const ruleSet = builtIn ? rules : await rulesHere(configs, io);
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
