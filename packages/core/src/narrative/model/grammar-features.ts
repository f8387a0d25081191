import { beginsAsName } from '../../document/capitals.ts';
import { byLexeme } from '../../document/lexeme.ts';
import { lexemeOf } from '../../document/tokens.ts';
import type { Clause } from '../../language/analysis.ts';
import { type Bundle, byText, single } from './bundle.ts';
import { hashText, mix } from './hash.ts';

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

/** A fact of grammar, as a feature of its clause and of the clause after it. */
export interface Fact {
  readonly own: Bundle;
  readonly before: Bundle;
}

const factOf = byText((text): Fact => {
  const hash = hashText(text);
  return { own: single('grammar', hash, text), before: single('grammar', mix(hash, 1), `before: ${text}`) };
});
const NAME = factOf('a name');

/** What a word says of the grammar of its clause, wherever it stands. */
interface WordFacts {
  readonly subject: string | undefined;
  readonly isPast: boolean;
  readonly facts: readonly Fact[];
}

const factsOfLexeme = byLexeme((norm): WordFacts => {
  const facts: string[] = [];
  const subject = Object.hasOwn(SUBJECTS, norm) ? SUBJECTS[norm] : undefined;
  if (subject) facts.push(`has ${subject}`);
  if (PRESENT.has(norm)) facts.push('present');
  if (FUTURE.has(norm)) facts.push('future');
  if (MODAL.has(norm)) facts.push('modal');
  if (NEGATION.has(norm)) facts.push('negation');
  if (REFERENCE.has(norm)) facts.push(`refers: ${norm}`);
  if (norm.length > 5 && norm.endsWith('ing')) facts.push('-ing');
  if (/^(?:19|20)\d\d$/.test(norm)) facts.push('a year');
  else if (/^[1-9]\d\d$/.test(norm)) facts.push('a three-digit number');
  else if (/^\d/.test(norm)) facts.push('a number');
  if (norm === '"' || norm === "'") facts.push('a quotation');
  if (norm === '%') facts.push('a percentage');
  if (norm === '?') facts.push('a question');
  const isPast = PAST.has(norm) || (norm.length > 4 && norm.endsWith('ed'));
  return { subject, isPast, facts: facts.map(factOf) };
});

/** Facts found before, by the shape of their clause. */
const known = new WeakMap<object, readonly Fact[]>();

/**
 * Facts of grammar of one clause that cost nothing to see: who acts, when, whether it is denied, and what
 * figures, names and quotations it holds.
 */
export function grammarOf(clause: Clause): readonly Fact[] {
  const before = known.get(clause.shape);
  if (before) return before;
  // A clause has a handful of facts: looking through them is faster than a set.
  const facts: Fact[] = [];
  const note = (fact: Fact) => {
    if (!facts.includes(fact)) facts.push(fact);
  };
  let subject: string | undefined;
  let past = false;
  let previousStop = true;
  for (const token of clause.tokens) {
    const { norm, text, isWord } = token;
    const word = factsOfLexeme(lexemeOf(token));
    subject ??= word.subject;
    if (word.isPast) past = true;
    for (const fact of word.facts) note(fact);
    // A word with a capital differs from its lower case at once; the expression is asked only then.
    if (!previousStop && isWord && text[0] !== norm[0] && beginsAsName(text)) note(NAME);
    previousStop = norm === '"' || norm === '.';
  }
  const tense = past ? 'past' : 'not past';
  note(factOf(`subject: ${subject ?? 'none'}`));
  note(factOf(tense));
  note(factOf(`subject: ${subject ?? 'none'}, ${tense}`));
  known.set(clause.shape, facts);
  return facts;
}
