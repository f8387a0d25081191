/*
 * What the features of grammar and place mean, in words a person understands; `undefined` where they mean
 * nothing to a person. The texts come from the extractors beside this file.
 */

const SUBJECT: Readonly<Record<string, string>> = {
  'first person': 'speaks of the writer',
  we: 'says "we"',
  'somebody else': 'speaks of somebody else',
  you: 'says "you"',
  'a reference': 'points back to what was said',
};
const FACTS: Readonly<Record<string, string>> = {
  past: 'told in the past tense',
  present: 'told in the present tense',
  future: 'looks ahead',
  modal: 'says what could, would or should be',
  negation: 'says what was not so',
};
/** Facts that say as much of the clause before. */
const THINGS = new Set([
  'a year',
  'a three-digit number',
  'a number',
  'a quotation',
  'a percentage',
  'a name',
]);

/** What a fact of `grammarOf` says of a clause, or of the clause before it. */
export function sayGrammar(text: string): string | undefined {
  if (text.startsWith('before: ')) {
    const fact = text.slice('before: '.length);
    return THINGS.has(fact) ? `${fact} right before it` : undefined;
  }
  if (THINGS.has(text)) return text;
  if (text === 'a question') return 'asks a question';
  const [, subject, tense] = /^(?:has|subject:) ([^,]+)(?:, (.+))?$/.exec(text) ?? [];
  if (subject !== undefined) {
    const said = SUBJECT[subject];
    return said !== undefined && tense === 'past' ? `${said}, in the past tense` : said;
  }
  return FACTS[text];
}

const START = 'near the beginning of the draft';
const END = 'near the end of the draft';
const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Where a clause stands in its draft and paragraph. */
export function sayPlace(text: string): string | undefined {
  if (text === 'last paragraph') return 'in the last paragraph';
  if (text === 'sentence 0 of its paragraph') return 'in the first sentence of its paragraph';
  const [, name, figure = ''] =
    /^(sentence|tenth|paragraph) (\d+)$/.exec(text) ?? /^()(\d+) sentences to go$/.exec(text) ?? [];
  const at = Number(figure);
  switch (name) {
    case 'sentence':
      return at === 0 ? 'in the first sentence of the draft' : at < 4 ? START : undefined;
    case '':
      return at === 0 ? 'in the last sentence of the draft' : at < 4 ? END : undefined;
    case 'tenth':
      return at < 2 ? START : at > 7 ? END : at === 4 || at === 5 ? 'in the middle of the draft' : undefined;
    case 'paragraph':
      return NTH[at] === undefined ? undefined : `in the ${NTH[at]} paragraph`;
    default:
      return undefined;
  }
}

/** Where a clause stands beside the sentences that tell the setback. */
export function sayTelling(text: string): string | undefined {
  switch (text) {
    case 'paragraph of the telling':
      return 'in the paragraph that tells the setback';
    case 'in the telling':
    case 'distance 0':
      return 'in the sentence that tells the setback';
    case 'before the telling':
      return 'before the setback is told';
    case 'after the telling':
      return 'after the setback is told';
    case 'between':
      return 'between two tellings of the setback';
    case 'distance 1':
      return 'right after the sentence that tells the setback';
    case 'distance -1':
      return 'right before the sentence that tells the setback';
    case 'distance 8':
      return 'long after the setback is told';
    default: {
      const [, sentences] = /^distance ([2-7])$/.exec(text) ?? [];
      return sentences === undefined
        ? undefined
        : `${sentences} sentences after the one that tells the setback`;
    }
  }
}

const SETBACK: Readonly<Record<string, string>> = {
  own: "a setback of the writer's own",
  'somebody else': "somebody else's setback",
  unreal: 'a setback that did not happen',
  unknown: 'a setback',
};

/** Whose setback a clause, its sentence or the sentence before it tells. */
export function sayOwner(text: string): string | undefined {
  const [, place, owner = ''] = /^(a failure|its sentence|before)[,:] (.+)$/.exec(text) ?? [];
  const setback = SETBACK[owner];
  if (place === undefined || setback === undefined) return undefined;
  if (place === 'a failure') return `tells of ${setback}`;
  return `${place === 'before' ? 'the sentence before it' : 'its sentence'} tells of ${setback}`;
}
