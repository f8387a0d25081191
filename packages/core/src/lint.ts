import type { Kind } from './config/kinds.ts';
import type { Problem } from './config/parse.ts';
import type { Profile } from './config/profile.ts';
import { resolveSettings } from './config/resolve.ts';
import { type ParseOptions, parseDocument } from './document/parse.ts';
import type { NarrativeDocument, SourceFormat } from './document/types.ts';
import { limitFor } from './eras/limits.ts';
import { analyse, type LanguageAnalysis } from './language/analysis.ts';
import { type NarrativeMessage, toMessages } from './messages.ts';
import { drawNarratives } from './narrative/draws.ts';
import type { KeptScores, LabellerContext, Labelling, RoleLabeller } from './narrative/labeller.ts';
import { narrate } from './narrative/narrate.ts';
import { roleLabeller } from './narrative/role-labeller.ts';
import type { Narrative, RoleSpan } from './narrative/types.ts';
import { rules as builtInRules } from './rules/index.ts';
import { limitFindings } from './rules/limit.ts';
import { runRules } from './rules/run.ts';
import type { AnyRule, OptionValue, Severity } from './rules/types.ts';
import { silence } from './silence/silence.ts';

export type { Problem } from './config/parse.ts';
export type { NarrativeMessage } from './messages.ts';

/** Settings of one rule: a severity, or a severity with options. */
export type RuleSetting =
  | Severity
  | 'off'
  | readonly [Severity | 'off', Readonly<Record<string, OptionValue>>];

/** The part of a configuration that the engine needs; `parseConfig` makes one from a file's contents. */
export interface LintConfig {
  /** The kind of text where neither the call nor the front matter says. */
  readonly kind?: Kind;
  /** What is known of the applicant where neither the call nor the front matter says. */
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Character limits by kind, in place of the built-in ones. */
  readonly limits?: Readonly<Partial<Record<Kind, number>>>;
  /** Findings less sure than this (0 to 1) are not reported. */
  readonly minimumConfidence?: number;
}

export interface LintOptions {
  /** The kind of text; front matter decides when left out, then the config, then `personal-statement`. */
  readonly kind?: Kind;
  /** What is known of the applicant; entries here win over front matter, and that over the config. */
  readonly profile?: Profile;
  readonly config?: LintConfig;
  /** `markdown` by default; `text` for text extracted from .docx or .pdf and for .txt. */
  readonly format?: SourceFormat;
  /** Roles decided elsewhere (a labelled draft), in place of the labeller's. */
  readonly roles?: readonly RoleSpan[];
  /** Decides the roles in place of the built-in labeller. */
  readonly labeller?: RoleLabeller;
  /** Rules in place of the built-in ones. */
  readonly ruleSet?: readonly AnyRule[];
  /** Comments of the draft that turn off a rule which finds nothing there are findings, too. */
  readonly reportUnusedDisables?: boolean;
}

export interface LintCounts {
  readonly words: number;
  readonly characters: number;
  /** `undefined` when the form sets none. */
  readonly characterLimit: number | undefined;
}

export interface LintResult {
  /**
   * In text order, findings about the whole draft first. Of one rule no more than 1,000 are told one by one; one
   * message stands for the rest.
   */
  readonly messages: readonly NarrativeMessage[];
  /** Those that comments of the draft turned off. */
  readonly silenced: readonly NarrativeMessage[];
  readonly narrative: Narrative;
  readonly counts: LintCounts;
  readonly kind: Kind;
  /** False where nobody named the kind and it is the default. */
  readonly kindStated: boolean;
  readonly profile: Profile;
  readonly document: NarrativeDocument;
  /** Front matter that could not be used; the draft was linted without it. */
  readonly problems: readonly Problem[];
}

/**
 * Lints one draft.
 *
 * Offsets in the result are UTF-16 code units into `source`. Whatever the draft holds, it gives a result:
 * a rule that fails is reported as a message, unusable front matter under `problems`.
 */
export function lint(source: string, options: LintOptions = {}): LintResult {
  const steps = lintInSteps(source, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The parts of a run that depend on the text alone, and may come from what was kept of an earlier run. */
export interface Stages {
  parse(source: string, options: ParseOptions): NarrativeDocument;
  /** Yields where a run may pause. */
  analyse(document: NarrativeDocument): Generator<void, LanguageAnalysis>;
  /** What the labeller may use of earlier scores. */
  scores(
    document: NarrativeDocument,
    language: LanguageAnalysis,
    context: LabellerContext,
  ): KeptScores | undefined;
}

const AFRESH: Stages = {
  parse: (source, options) => parseDocument(source, options),
  // biome-ignore lint/correctness/useYield: nothing to pause for
  *analyse(document) {
    return analyse(document);
  },
  scores: () => undefined,
};

/** `lint` in steps: it yields where a caller may do something else, or leave off. */
export function* lintInSteps(
  source: string,
  options: LintOptions = {},
  stages: Stages = AFRESH,
): Generator<void, LintResult> {
  const { config = {} } = options;
  const document = stages.parse(source, options.format ? { format: options.format } : {});
  yield;
  const { kind, kindStated, profile, problems } = resolveSettings(document, options, config);
  const language = yield* stages.analyse(document);
  yield;
  const context = { kind, profile };
  const scores = options.labeller ? undefined : stages.scores(document, language, context);
  const labelling: Labelling = options.roles
    ? { spans: options.roles }
    : (options.labeller ?? roleLabeller).label(document, language, context, scores);
  yield;
  const narrative = narrate(document, language, labelling, profile);
  const limit = limitFor(kind, undefined, config.limits);
  const shared = { document, language, narrative, kind, kindStated, profile, limit };
  const surest = config.minimumConfidence ?? 0;
  const ruleSet = options.ruleSet ?? builtInRules;
  const drawn = () => drawNarratives(document, language, labelling, narrative, profile);
  const findings = runRules(ruleSet, shared, config.rules, drawn).filter(
    (finding) => (finding.confidence ?? 1) >= surest,
  );
  const { kept, silenced } = silence(document, findings, ruleSet, options.reportUnusedDisables ?? false);
  return {
    messages: toMessages(source, limitFindings(source, kept)),
    silenced: toMessages(source, limitFindings(source, silenced)),
    narrative,
    counts: { words: document.words, characters: document.characters, characterLimit: limit.characters },
    kind,
    kindStated,
    profile,
    document,
    problems,
  };
}
