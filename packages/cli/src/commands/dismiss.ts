import { relative } from 'node:path';
import { visible } from '@narrative-lint/core';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { count } from '../format/text.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { isFailed, isIgnored, lintTarget, type RunSettings } from '../run.ts';
import { dismiss } from '../suppress.ts';
import { reportIgnored, reportProblems } from './lint.ts';

/**
 * Dismisses findings of a draft without touching it.
 *
 * @param names - Rules, `RULE` for all their findings or `RULE:N` for the Nth that the report shows, from 1.
 * @throws {UsageError} for a rule that does not exist, or a number that none of its findings has.
 */
export async function dismissCommand(
  path: string,
  names: readonly string[],
  settings: RunSettings,
  io: Io,
): Promise<ExitCode> {
  const outcome = await lintTarget({ kind: 'file', path, named: true }, settings, io);
  if (isIgnored(outcome)) reportIgnored([outcome], io);
  else reportProblems([outcome], io);
  if (isIgnored(outcome) || isFailed(outcome)) return EXIT.wrong;

  const { result, config } = outcome;
  const known = config.ruleSet.map(({ meta }): string => meta.id);
  const chosen = names.flatMap((name) => {
    const [, id = name, number] = /^(.*?)(?::(\d+))?$/.exec(name) ?? [];
    const own = result.messages.filter(({ ruleId }) => ruleId === id);
    if (own.length === 0 && !known.includes(id))
      throw new UsageError(
        `there is no rule "${id}".${didYouMean(id, known) || ' See narrative-lint rules.'}`,
      );
    if (own.length === 0) throw new UsageError(`${path} has no finding of ${id}, or it is dismissed already`);
    if (number === undefined) return own;
    const one = own[Number(number) - 1];
    if (one) return [one];
    throw new UsageError(
      `${path} has ${count(own.length, 'finding')} of ${id}; count them from 1 as the report does`,
    );
  });
  const { list, added } = dismiss(outcome, [...new Set(chosen)]);
  await list.write();
  const where = relative(io.cwd, list.file);
  const lines = [
    `Dismissed ${count(added, 'finding')} of ${visible(path)}. The draft was not changed.`,
    `${where} remembers it by a hash, and holds none of your words.`,
  ];
  io.out.write(`${lines.join('\n')}\n`);
  return EXIT.clean;
}
