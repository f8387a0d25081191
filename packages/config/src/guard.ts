import { createContext, Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { type AnyRule, RuleFault, SEVERITIES } from '@narrative-lint/core';
import type { DraftConfig } from './types.ts';

/** What a rule of a plugin did, in place of looking at a draft. */
export interface PluginFault {
  readonly rule: string;
  /** All of it, as it reads on after "could not be checked by". */
  readonly message: string;
}

export interface GuardOptions {
  /** Seconds that a rule may take for a draft. */
  readonly seconds: number;
  /** How a person gives it more, as it reads on after "give it more with". */
  readonly more: string;
  /** Told of each fault. */
  readonly onFault?: (fault: PluginFault) => void;
}

/** Longest part of what a rule threw that is told. */
const LONGEST = 200;
const CALL = new Script('call()');

/**
 * Rules that cannot keep a draft from being linted: those of plugins are stopped when they take too long, and
 * whatever they throw says which rule of which plugin it was. A rule that was stopped is not run again with what
 * this gave. Built-in rules stay as they are, and with no others it costs nothing.
 *
 * A rule is stopped where it computes; one that waits in a call of the system is not.
 */
export function guardRules(
  { ruleSet, plugins }: Pick<DraftConfig, 'ruleSet' | 'plugins'>,
  options: GuardOptions,
): readonly AnyRule[] {
  if (plugins.size === 0) return ruleSet;
  const place: { call?: () => unknown } = createContext({});
  return ruleSet.map((rule) => {
    const plugin = plugins.get(rule.meta.id);
    return plugin === undefined ? rule : guarded(rule, plugin, options, place);
  });
}

function guarded(
  rule: AnyRule,
  plugin: string,
  { seconds, more, onFault }: GuardOptions,
  place: { call?: () => unknown },
): AnyRule {
  const { id } = rule.meta;
  let stopped: RuleFault | undefined;
  const fault = (what: string): RuleFault => {
    const error = new RuleFault(`the rule ${id} of the plugin ${plugin}, which ${what}`);
    onFault?.({ rule: id, message: error.message });
    return error;
  };
  return {
    ...rule,
    check(context) {
      if (stopped) throw stopped;
      const report = (finding: unknown) => {
        requireFinding(finding, context.document.source.length);
        context.report(finding as Parameters<typeof context.report>[0]);
      };
      place.call = () => rule.check({ ...context, report });
      let given: unknown;
      try {
        // Whoever presses Ctrl-C waits for no rule.
        given = CALL.runInContext(place, { timeout: seconds * 1000, breakOnSigint: isMainThread });
      } catch (error) {
        if (codeOf(error) === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') process.kill(process.pid, 'SIGINT');
        if (codeOf(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw fault(`broke: ${wordsOf(error)}`);
        stopped = fault(
          `did not end within ${seconds} s and was stopped; mend it, turn it off, or give it more with ${more}`,
        );
        throw stopped;
      }
      if (!(given instanceof Promise)) return;
      given.catch(() => undefined);
      throw fault('gave a promise; a rule has to report all it finds before it ends');
    },
  };
}

/** A finding that cannot be shown would break what comes after the rules. */
function requireFinding(finding: unknown, length: number): void {
  if (typeof finding !== 'object' || finding === null)
    throw new Error('it reported something that is no finding');
  const { at, fix, related, severity } = finding as Record<string, unknown>;
  for (const range of [at, fix, (related as { readonly at?: unknown } | undefined)?.at]) {
    if (range === undefined) continue;
    const { start, end } = (range ?? {}) as { readonly start?: unknown; readonly end?: unknown };
    const fits =
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      (start as number) >= 0 &&
      (start as number) <= (end as number);
    if (!fits || (end as number) > length)
      throw new Error('it reported a place that the draft does not have');
  }
  if (severity !== undefined && !(SEVERITIES as readonly unknown[]).includes(severity))
    throw new Error(`it reported a severity that there is not; known: ${SEVERITIES.join(', ')}`);
}

function codeOf(error: unknown): unknown {
  // It comes from another realm, where it is no instance of this one's Error.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What was thrown in one line, whatever it is. */
function wordsOf(error: unknown): string {
  try {
    const { message } = error as { readonly message?: unknown };
    const words = String(typeof message === 'string' && message !== '' ? message : error);
    return (
      [...words.replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('') || 'it threw nothing that has words'
    );
  } catch {
    return 'it threw something that has no words';
  }
}
