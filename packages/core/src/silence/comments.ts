import type { Html } from 'mdast';
import { commentMarker } from 'mdast-comment-marker';
import { suggest } from '../config/nearest.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';

const NAME = 'narrative-lint';
const VERBS = ['disable', 'enable', 'disable-next'] as const;
type Verb = (typeof VERBS)[number];
/** What stands behind two dashes is the writer's reason, in any words. */
const BEFORE_REASON = /\s--\s/;

/** A comment of a draft that turns rules off or on. */
export interface Directive {
  readonly verb: Verb;
  /** Empty for all rules. */
  readonly rules: readonly string[];
  readonly at: TextRange;
}

/** A comment that was meant for the linter and says nothing that it knows. */
export interface CommentProblem {
  readonly at: TextRange;
  /** It names no rule, or says something else that is not known. */
  readonly what: 'rule' | 'verb';
  /** As written. */
  readonly name: string;
  /** A sentence that leads to a valid name. */
  readonly hint: string;
}

/**
 * Reads the comments of a Markdown draft that are meant for the linter:
 * `<!-- narrative-lint disable-next no-melodrama -- my advisor likes it -->`.
 *
 * @param known - Ids of the rules that may be named.
 */
export function readDirectives(
  { source, comments }: NarrativeDocument,
  known: readonly string[],
): { readonly directives: readonly Directive[]; readonly problems: readonly CommentProblem[] } {
  const directives: Directive[] = [];
  const problems: CommentProblem[] = [];
  for (const at of comments) {
    const written = source.slice(at.start, at.end);
    if (!written.slice(4).trimStart().startsWith(NAME)) continue;
    const reason = written.search(BEFORE_REASON);
    const value = reason < 0 ? written : `${written.slice(0, reason)} -->`;
    const node: Html = { type: 'html', value: value.replace(/[\s,]+/g, ' ') };
    const marker = commentMarker(node);
    const [verb, ...names] = marker?.name === NAME ? marker.attributes.split(/\s+/) : [];
    if (!isVerb(verb)) {
      const given = verb ?? marker?.name ?? '';
      const hint = suggest(given.replace(`${NAME}-`, ''), VERBS) || ` Known: ${VERBS.join(', ')}.`;
      problems.push({ at, what: 'verb', name: given, hint: hint.trim() });
      continue;
    }
    const rules = names.filter((name) => known.includes(name));
    for (const name of names) {
      if (known.includes(name)) continue;
      const hint = suggest(name, known) || ' A reason stands behind two dashes.';
      problems.push({ at, what: 'rule', name, hint: hint.trim() });
    }
    if (rules.length > 0 || names.length === 0) directives.push({ verb, rules, at });
  }
  return { directives, problems };
}

function isVerb(verb: string | undefined): verb is Verb {
  return (VERBS as readonly (string | undefined)[]).includes(verb);
}
