import type { Kind } from '../config/kinds.ts';
import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { CharacterLimit } from '../eras/limits.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { Narrative } from '../narrative/types.ts';

/** From what must not be submitted to what is worth a thought. */
export const SEVERITIES = ['error', 'warning', 'suggestion'] as const;
/** `error`: do not submit like this. `warning`: an advisor would object. `suggestion`: worth a thought. */
export type Severity = (typeof SEVERITIES)[number];

/** The groups of the catalogue, in its order. */
export const RULE_GROUPS = [
  'what-happened',
  'what-changed',
  'evidence',
  'colleague',
  'facts',
  'eras-form',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export type OptionValue = number | boolean | string | readonly string[];

/** One option of a rule: the value's type is the default's type. */
export interface RuleOption<T extends OptionValue = OptionValue> {
  readonly default: T;
  readonly description: string;
  /** Smallest allowed number. */
  readonly minimum?: number;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;
/** The values a check receives for its declared options. */
export type OptionValues<O extends RuleOptions> = { readonly [K in keyof O]: O[K]['default'] };

/**
 * A message template: `text` is one plain sentence about this draft, with `{{placeholders}}` for the
 * writer's own words, and `ask` the question that leads to the fix (the rule's own when left out).
 */
export interface MessageTemplate {
  readonly text: string;
  /** In place of the rule's own reason and question. */
  readonly why?: string;
  readonly ask?: string;
}

export interface RuleMeta<O extends RuleOptions = RuleOptions, M extends string = string> {
  /** kebab-case; `no-x` forbids, a bare noun or verb phrase requires. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** One line: what holds in a draft that satisfies the rule. */
  readonly summary: string;
  /** Why a program director cares, in one or two sentences. */
  readonly why: string;
  /** The question that leads to the fix. */
  readonly ask: string;
  /** Where the advice or the figure comes from. */
  readonly source: string;
  readonly options: O;
  readonly messages: Readonly<Record<M, MessageTemplate>>;
  /** Whether findings carry a mechanical fix of characters. */
  readonly fixable?: boolean;
  /** Kinds of text the rule looks at; all when left out. */
  readonly kinds?: readonly Kind[];
  /**
   * For a rule that hangs on roles: a finding is reported where it stands in this share (0 to 1) of the likely
   * readings of the draft. Left out, the likeliest reading decides alone.
   */
  readonly share?: number;
  /**
   * The share that a finding needs which the likeliest reading, the one that is shown, does not have; as `share` when
   * left out, and never where it is above 1. To say that a thing is missing which the outline shows helps nobody.
   */
  readonly shareUnseen?: number;
  /** Silent until a configuration or a preset gives it a severity. */
  readonly offByDefault?: boolean;
  /** Where the rule is explained; built-in rules have a page without it. */
  readonly url?: string;
}

/** A replacement of a range of the source. Only characters, never prose. */
export interface Fix extends TextRange {
  readonly text: string;
  /** How many corrections it stands for; 1 when left out. */
  readonly count?: number;
}

/** What a rule reports. */
export interface Finding<M extends string = string> {
  readonly messageId: M;
  /** Where; left out for a finding about the whole draft. */
  readonly at?: TextRange;
  /** Values for the placeholders of the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** A severity that differs from the rule's own for this message. */
  readonly severity?: Severity;
  readonly fix?: Fix;
  /** A second place the finding compares with. */
  readonly related?: { readonly at: TextRange; readonly text: string };
  /** 0 to 1; 1 when left out. */
  readonly confidence?: number;
}

/** Everything a rule may look at. It is read-only and shared by all rules of a run. */
export interface RuleContext<O extends RuleOptions = RuleOptions, M extends string = string> {
  readonly document: NarrativeDocument;
  readonly language: LanguageAnalysis;
  readonly narrative: Narrative;
  readonly kind: Kind;
  /** Whether the call, the front matter or the config named the kind; otherwise it is a default. */
  readonly kindStated: boolean;
  readonly profile: Profile;
  readonly limit: CharacterLimit;
  readonly options: OptionValues<O>;
  report(finding: Finding<M>): void;
}

/** What surrounds the text of an example. */
export interface ExampleSettings {
  readonly kind?: Kind;
  readonly profile?: Profile;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/**
 * An example that the rule must report exactly once (or once for each entry of `at`).
 *
 * `text` may mark roles as labelled drafts do (`[[setback|…]]`): then these roles are used, so that the
 * example tests the rule and not the labeller. Documentation shows it without marks.
 */
export interface InvalidExample<M extends string = string> extends ExampleSettings {
  readonly text: string;
  readonly messageId: M;
  /** The quoted words each finding stands at, in text order; left out for a finding about the whole draft. */
  readonly at?: string | readonly string[];
  /** The text after the rule's fixes, where it has any. */
  readonly fixed?: string;
}

/** An example the rule must not report. `nearMiss` marks one that looks like a fault. */
export interface ValidExample extends ExampleSettings {
  readonly text: string;
  /** Why it is only a near miss, in a few words. */
  readonly nearMiss?: string;
}

export interface RuleExamples<M extends string = string> {
  readonly invalid: readonly InvalidExample<M>[];
  readonly valid: readonly ValidExample[];
}

/** A rule: one file with its metadata, its check and its examples. */
export interface Rule<O extends RuleOptions = RuleOptions, M extends string = string> {
  readonly meta: RuleMeta<O, M>;
  readonly examples: RuleExamples<M>;
  /** Reports findings; keeps no state between calls. */
  check(context: RuleContext<O, M>): void;
}

/** A rule with its type parameters forgotten, for lists of rules. */
// biome-ignore lint/suspicious/noExplicitAny: rules of different options live in one list
export type AnyRule = Rule<any, any>;

/** Declares a rule, so that options and message ids are checked against their use. */
export function defineRule<const O extends RuleOptions, const M extends string>(
  rule: Rule<O, M>,
): Rule<O, M> {
  return rule;
}
