import type { LintConfig, RuleSetting } from '../lint.ts';
import type { DrawnNarrative } from '../narrative/draws.ts';
import type { Narrative } from '../narrative/types.ts';
import { elect } from './elect.ts';
import type {
  AnyRule,
  Finding,
  MessageTemplate,
  OptionValue,
  RuleContext,
  RuleOptions,
  Severity,
} from './types.ts';

/** A finding with the rule it came from and the severity that holds for it. */
export interface RuleFinding extends Finding {
  readonly rule: AnyRule;
  readonly severity: Severity;
  /** The template the finding is worded with. */
  readonly template: MessageTemplate;
}

/** What all rules of a run share; `options` and `report` are each rule's own. */
export type SharedContext = Omit<RuleContext, 'options' | 'report'>;

const NOT_CHECKED: MessageTemplate = {
  text: 'The rule {{rule}} could not be checked in this draft, because of a fault in narrative-lint: {{problem}}.',
  ask: 'Would you report it, with the name of the rule and without your draft? All other rules were checked.',
};
const NOT_CHECKED_ELSEWHERE: MessageTemplate = {
  text: 'This draft could not be checked by {{problem}}.',
  ask: 'Would you tell whoever wrote that rule, or turn it off in the configuration? All other rules were checked.',
};

/**
 * Stands for what went wrong in a rule that is not narrative-lint's own. Whoever runs such rules throws it from
 * `check`, with a message that names the rule and its plugin and says what it did: "the rule x of y, which z".
 */
export class RuleFault extends Error {
  override readonly name = 'RuleFault';
}

/** Message id of the finding that stands for a rule which threw. */
export const NOT_CHECKED_ID = 'not-checked';

/**
 * Runs every rule that is on and looks at this kind of text.
 *
 * A rule that throws gives one warning about the whole draft in place of its findings; the others still run.
 *
 * @param draw - Gives likely ways to read the draft; asked once, and only where a rule that is on needs them.
 */
export function runRules(
  rules: readonly AnyRule[],
  shared: SharedContext,
  settings: LintConfig['rules'] = {},
  draw: () => readonly DrawnNarrative[],
): RuleFinding[] {
  let known: readonly DrawnNarrative[] | undefined;
  const drawn = () => {
    known ??= draw();
    return known;
  };
  return rules.flatMap((rule) => runRule(rule, shared, settings[rule.meta.id], drawn));
}

function runRule(
  rule: AnyRule,
  shared: SharedContext,
  setting: RuleSetting | undefined,
  drawn: () => readonly DrawnNarrative[],
): RuleFinding[] {
  const { meta } = rule;
  const [given, options] = typeof setting === 'object' ? setting : [setting, undefined];
  const level = given ?? (meta.offByDefault ? 'off' : undefined);
  if (level === 'off' || (meta.kinds && !meta.kinds.includes(shared.kind))) return [];
  const values = { ...defaultsOf(meta.options), ...options };
  const { document, language, kind, kindStated, profile, limit } = shared;
  const findingsIn = (narrative: Narrative): Finding[] => {
    const findings: Finding[] = [];
    const report = (finding: Finding) => findings.push(finding);
    // Spelled out: a spread takes longer than many a check, and each rule runs on every reading.
    rule.check({ document, language, narrative, kind, kindStated, profile, limit, options: values, report });
    return findings;
  };
  const worded = (finding: Finding): RuleFinding => {
    const template: MessageTemplate | undefined = meta.messages[finding.messageId];
    if (!template) throw new Error(`no message "${finding.messageId}"`);
    return { ...finding, rule, template, severity: level ?? finding.severity ?? meta.severity };
  };
  try {
    const likeliest = findingsIn(shared.narrative);
    if (meta.share === undefined) return likeliest.map(worded);
    const readings = drawn();
    if (readings.length === 0) return likeliest.map(worded);
    const ballots = readings.map(({ narrative, times }) => ({ findings: findingsIn(narrative), times }));
    return elect(likeliest, ballots, meta.share, meta.shareUnseen).map(worded);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const stand = { rule, messageId: NOT_CHECKED_ID, severity: 'warning' } as const;
    if (!(error instanceof RuleFault))
      return [{ ...stand, template: NOT_CHECKED, data: { rule: meta.id, problem } }];
    // As it is: values of placeholders are quotations, and are shortened.
    const text = NOT_CHECKED_ELSEWHERE.text.replace('{{problem}}', () => problem);
    return [{ ...stand, template: { ...NOT_CHECKED_ELSEWHERE, text } }];
  }
}

/** The default values of declared options. */
export function defaultsOf(options: RuleOptions): Record<string, OptionValue> {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
}
