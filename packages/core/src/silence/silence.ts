import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { RuleFinding } from '../rules/run.ts';
import type { AnyRule } from '../rules/types.ts';
import { type Directive, readDirectives } from './comments.ts';
import { COMMENT_RULE } from './rule.ts';

/** Findings after the comments of the draft had their say. */
export interface Silenced {
  readonly kept: readonly RuleFinding[];
  readonly silenced: readonly RuleFinding[];
}

/** One rule that a comment turns off, and where; all rules where none is named. */
interface Disable {
  readonly rule: string | undefined;
  readonly at: TextRange;
  readonly over: TextRange;
  used: boolean;
}

/**
 * Takes out the findings that comments of the draft turn off. Comments that cannot be understood become
 * findings themselves, and on request those that silence nothing.
 *
 * A finding with a place is silenced where it begins. One about the whole draft has no place: a comment
 * anywhere that names its rule silences it, and so does one that turns off everything from there to the end.
 */
export function silence(
  document: NarrativeDocument,
  findings: readonly RuleFinding[],
  ruleSet: readonly AnyRule[],
  reportUnused: boolean,
): Silenced {
  if (document.comments.length === 0) return { kept: findings, silenced: [] };
  const known = ruleSet.map(({ meta }): string => meta.id);
  const { directives, problems } = readDirectives(document, known);
  const disables = directives.flatMap((directive, i) =>
    disablesOf(directive, directives.slice(i + 1), document),
  );
  const kept: RuleFinding[] = [];
  const silenced: RuleFinding[] = [];
  for (const finding of findings) {
    const by = disables.filter((disable) => covers(disable, finding, document));
    for (const disable of by) disable.used = true;
    (by.length > 0 ? silenced : kept).push(finding);
  }
  const told = problems.map(({ at, what, name, hint }) => commentFinding(what, at, { name, hint }));
  const unused = reportUnused ? disables.filter(({ used }) => !used) : [];
  const idle = unused.map(({ at, rule }) =>
    rule === undefined ? commentFinding('unusedAll', at, {}) : commentFinding('unused', at, { rule }),
  );
  return { kept: [...kept, ...told, ...idle], silenced };
}

function covers({ rule, over }: Disable, finding: RuleFinding, { source }: NarrativeDocument): boolean {
  if (rule !== undefined && rule !== finding.rule.meta.id) return false;
  if (!finding.at) return rule !== undefined || over.end >= source.length;
  return finding.at.start >= over.start && finding.at.start < Math.max(over.end, over.start + 1);
}

/** A comment with several rules counts as one for each, so that each can be found to silence nothing. */
function disablesOf(
  { verb, rules, at }: Directive,
  later: readonly Directive[],
  document: NarrativeDocument,
): Disable[] {
  if (verb === 'enable') return [];
  const named: readonly (string | undefined)[] = rules.length > 0 ? rules : [undefined];
  return named.map((rule) => {
    if (verb === 'disable-next') return { rule, at, over: nextOf(document, at.end), used: false };
    const enable = later.find(
      (directive) =>
        directive.verb === 'enable' &&
        (directive.rules.length === 0 || (rule !== undefined && directive.rules.includes(rule))),
    );
    const end = enable?.at.start ?? Number.POSITIVE_INFINITY;
    return { rule, at, over: { start: at.end, end }, used: false };
  });
}

/**
 * What comes next after a comment: the paragraph, where the comment stands before one; the sentence, or the
 * rest of it, where it stands inside.
 */
function nextOf({ sentences, paragraphs }: NarrativeDocument, from: number): TextRange {
  const sentence = sentences.find(({ end }) => end > from);
  if (!sentence) return { start: from, end: from };
  const paragraph = paragraphs[sentence.paragraph];
  const before = paragraph !== undefined && paragraph.start >= from;
  return { start: from, end: before ? paragraph.end : sentence.end };
}

function commentFinding(
  messageId: string,
  at: TextRange,
  data: Readonly<Record<string, string>>,
): RuleFinding {
  const template = COMMENT_RULE.meta.messages[messageId as keyof typeof COMMENT_RULE.meta.messages];
  return { rule: COMMENT_RULE, messageId, template, severity: COMMENT_RULE.meta.severity, at, data };
}
