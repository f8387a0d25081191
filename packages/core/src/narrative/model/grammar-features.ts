import type { Clause } from '../../language/analysis.ts';

const SUBJECTS: Readonly<Record<string, string>> = {
  i: 'first person',
  my: 'first person',
  me: 'first person',
  myself: 'first person',
  we: 'we',
  our: 'we',
  he: 'somebody else',
  she: 'somebody else',
  they: 'somebody else',
  his: 'somebody else',
  her: 'somebody else',
  their: 'somebody else',
  who: 'somebody else',
  it: 'it',
  this: 'a reference',
  that: 'a reference',
  these: 'a reference',
  those: 'a reference',
  you: 'you',
  your: 'you',
};
const PAST = new Set(
  'was were had did went took made gave met told came sat found kept left began became wrote taught felt knew lost built spent held stood spoke said brought bought paid ran saw sought thought drew led rose fell won sent learnt got'.split(
    ' ',
  ),
);
const PRESENT = new Set(
  'am is are do does have has know see ask write call keep make take bring carry'.split(' '),
);
const FUTURE = new Set(['will', 'shall', 'intend', 'plan', 'hope', 'want']);
const MODAL = new Set(['would', 'could', 'should', 'might', 'may', 'can', 'must']);
const NEGATION = new Set(['not', 'never', 'no', 'nothing', 'nobody', 'none', 'neither', 'nor', 'without']);
const REFERENCE = new Set([
  'that',
  'this',
  'it',
  'then',
  'since',
  'after',
  'now',
  'again',
  'later',
  'today',
  'still',
  'instead',
]);

/** Facts found before, by the shape of their clause. */
const known = new WeakMap<object, readonly string[]>();

/**
 * Facts of grammar of one clause that cost nothing to see: who acts, when, whether it is denied, and what
 * figures, names and quotations it holds.
 */
export function grammarOf(clause: Clause): readonly string[] {
  const before = known.get(clause.shape);
  if (before) return before;
  const facts = new Set<string>();
  let subject: string | undefined;
  let past = false;
  let previousStop = true;
  for (const token of clause.tokens) {
    const { norm, text } = token;
    subject = subject ?? SUBJECTS[norm];
    if (SUBJECTS[norm]) facts.add(`has ${SUBJECTS[norm]}`);
    if (PAST.has(norm) || (norm.length > 4 && norm.endsWith('ed'))) past = true;
    if (PRESENT.has(norm)) facts.add('present');
    if (FUTURE.has(norm)) facts.add('future');
    if (MODAL.has(norm)) facts.add('modal');
    if (NEGATION.has(norm)) facts.add('negation');
    if (REFERENCE.has(norm)) facts.add(`refers: ${norm}`);
    if (norm.length > 5 && norm.endsWith('ing')) facts.add('-ing');
    if (/^(?:19|20)\d\d$/.test(norm)) facts.add('a year');
    else if (/^[1-9]\d\d$/.test(norm)) facts.add('a three-digit number');
    else if (/^\d/.test(norm)) facts.add('a number');
    if (norm === '"' || norm === "'") facts.add('a quotation');
    if (norm === '%') facts.add('a percentage');
    if (norm === '?') facts.add('a question');
    if (!previousStop && token.isWord && /^\p{Lu}\p{Ll}/u.test(text)) facts.add('a name');
    previousStop = norm === '"' || norm === '.';
  }
  facts.add(`subject: ${subject ?? 'none'}`);
  facts.add(past ? 'past' : 'not past');
  facts.add(`subject: ${subject ?? 'none'}, ${past ? 'past' : 'not past'}`);
  const found = [...facts];
  known.set(clause.shape, found);
  return found;
}
