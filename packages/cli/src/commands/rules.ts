import { rulePage, rules } from '@narrative-lint/core';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { formatRule, formatRules } from '../format/rules.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';

/** Prints all rules. */
export function rulesCommand(theme: Theme, io: Io): ExitCode {
  io.out.write(formatRules(rules, theme));
  return EXIT.clean;
}

/** Prints everything about one rule. */
export function explainCommand(id: string, theme: Theme, io: Io): ExitCode {
  const rule = rules.find(({ meta }) => meta.id === id.toLowerCase());
  if (!rule) {
    const hint =
      didYouMean(
        id,
        rules.map(({ meta }) => meta.id),
      ) || ' See narrative-lint rules.';
    throw new UsageError(`there is no rule "${id}".${hint}`);
  }
  io.out.write(formatRule(rule, rulePage(rule.meta.id), theme));
  return EXIT.clean;
}
