import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { FamilyName } from '../../language/lexicons/index.ts';
import { heaviest, holdsWords, phraseCue, quote } from '../cues.ts';
import { FAMILY_WORDS } from '../family-words.ts';
import type { Cue } from '../types.ts';
import type { FeatureGroup } from './bundle.ts';
import { sayGrammar, sayOwner, sayPlace, sayTelling } from './say.ts';

/** A feature of a clause by the name its extractor gives it; `around` are those of the second pass. */
export interface NamedFeature {
  readonly group: FeatureGroup | 'around';
  readonly text: string;
}

/** What a feature tells a person: a phrase of a family, words of the draft, or something said of the clause. */
type Told =
  | { readonly family: FamilyName; readonly share?: number }
  | { readonly words: string; readonly opens?: boolean }
  | { readonly said: string };

/** Which neighbours of a clause lie outside of the stretch it is explained in. */
export interface Outer {
  readonly before: boolean;
  readonly after: boolean;
}

/** A reason of less than this tells nothing: many small ones made the decision. */
const LEAST_WEIGHT = 0.1;
/** Words that mean nothing to a person when they are quoted alone. */
const PLAIN = new Set(
  'a an the and or of to in on at for with by from as is was were be been being are am it its this that i my me myself he she him her his they them their we us our you your had have has having did do does doing would could should can will there here which who what so than then if s t n ve d ll m re about into one two'.split(
    ' ',
  ),
);

/** Words that are left out at the edges of what is quoted: "morning and" is "morning". */
const LOOSE = new Set(
  'a an the and or of to in on at for with by from as than that is are was were be been had have'.split(' '),
);

/**
 * Says why a clause has its role, in words of people rather than of the model. Features that say the same are
 * one reason; those that mean nothing to a person (endings, what is so of the whole draft) are left out.
 *
 * @param features - The features of the clause, each with what it weighs for the role.
 * @param outer - A neighbour within the stretch is no reason of its own.
 * @returns At most three reasons, the heaviest first.
 */
export function explain(
  features: Iterable<{ readonly name: NamedFeature; readonly weight: number }>,
  outer: Outer,
  clause: Clause,
  language: LanguageAnalysis,
  source: string,
): readonly Cue[] {
  const families = new Map<string, { family: FamilyName; weight: number }>();
  const words = new Map<string, { text: string; opens: boolean; weight: number }>();
  const said = new Map<string, number>();
  for (const { name, weight } of features) {
    for (const told of tell(name, outer, clause)) {
      if ('family' in told) {
        const key = FAMILY_WORDS[told.family];
        const before = families.get(key) ?? { family: told.family, weight: 0 };
        families.set(key, { ...before, weight: before.weight + weight * (told.share ?? 1) });
      } else if ('words' in told) {
        const key = told.words.toLowerCase();
        const before = words.get(key) ?? { text: told.words, opens: false, weight: 0 };
        words.set(key, {
          text: before.text,
          opens: before.opens || told.opens === true,
          weight: before.weight + weight,
        });
      } else said.set(told.said, (said.get(told.said) ?? 0) + weight);
    }
  }
  const phrases = [...families.values()].map(({ family, weight }) =>
    phraseCue(family, weight, clause, language, source),
  );
  const cues: Cue[] = [...said].map(([reason, weight]) => ({ reason, weight }));
  const joined = joinWords(phrases, [...words.values()]);
  return heaviest([...cues, ...joined].filter(({ weight }) => weight >= LEAST_WEIGHT));
}

/** Words and phrases that stand in a longer one count for the longest that holds them: it says more than they do. */
function joinWords(
  phrases: readonly Cue[],
  words: readonly { readonly text: string; readonly opens: boolean; readonly weight: number }[],
): Cue[] {
  const size = ({ text = '' }: Cue) => text.length;
  const ordered = phrases.filter(({ weight }) => weight > 0).sort((a, b) => size(b) - size(a));
  const alone = words.map(({ text, opens, weight }): Cue => {
    const lead = opens ? 'opens with' : text.includes(' ') ? 'the words' : 'the word';
    return { reason: `${lead} ${quote(text)}`, text, weight };
  });
  alone.sort((a, b) => size(b) - size(a));
  const holders = [...ordered, ...alone.filter(({ weight }) => weight > 0)];
  const joined = new Map<Cue, number>();
  for (const cue of [...ordered, ...alone]) {
    const { text } = cue;
    const longer = holders.find(
      (one) =>
        one.text !== undefined &&
        text !== undefined &&
        joined.has(one) &&
        holdsWords(one.text, withoutPlain(text)),
    );
    const into = longer ?? cue;
    joined.set(into, (joined.get(into) ?? 0) + cue.weight);
  }
  return [...joined].map(([cue, weight]) => ({ ...cue, weight }));
}

function withoutPlain(words: string): string {
  return words
    .split(' ')
    .filter((word) => !isPlain(word))
    .join(' ');
}

function isPlain(words: string): boolean {
  return words
    .split(/[ '\u2019]/)
    .every((word) => PLAIN.has(word.toLowerCase()) || !/[\p{L}\p{N}]/u.test(word));
}

/** What a feature tells; nothing when it means nothing to a person. */
function tell({ group, text }: NamedFeature, outer: Outer, clause: Clause): readonly Told[] {
  switch (group) {
    case 'word':
    case 'pair':
    case 'triple':
    case 'stem':
      return isPlain(tidy(text)) ? [] : [{ words: tidy(text) }];
    case 'opening':
      return tellOpening(text, clause);
    case 'phrase':
      return [{ family: text as FamilyName }];
    case 'anchored':
      return [{ family: text.slice(0, text.indexOf(',')) as FamilyName }];
    case 'phrases':
      return text.split(' with ').map((family) => ({ family: family as FamilyName, share: 0.5 }));
    case 'grammar':
      return tellGrammar(text, outer);
    case 'kind':
      return saidOf(sayPlace(text.slice(0, Math.max(0, text.lastIndexOf(' of ')))));
    case 'anchor':
      return saidOf(sayTelling(text));
    case 'owner':
      return saidOf(sayOwner(text));
    case 'profile':
      return text === 'speaks of a setback of the profile' ? [{ said: text }] : [];
    case 'around':
      return isInside(text, outer) ? [] : [{ said: text }];
    case 'bias':
    case 'ending':
      return [];
  }
}

function isInside(text: string, outer: Outer): boolean {
  return (
    (text.endsWith('right before it') && !outer.before) || (text.endsWith('right after it') && !outer.after)
  );
}

/** Words that stand together without the loose ones at their edges. */
function tidy(words: string): string {
  const parts = words.split(' ');
  const isLoose = (word = '') => LOOSE.has(word.toLowerCase());
  while (parts.length > 1 && (isLoose(parts[0]) || /^['\u2019]/.test(parts[0] ?? ''))) parts.shift();
  while (parts.length > 1 && isLoose(parts.at(-1))) parts.pop();
  return parts.join(' ');
}

function saidOf(said: string | undefined): readonly Told[] {
  return said === undefined ? [] : [{ said }];
}

function tellOpening(text: string, clause: Clause): readonly Told[] {
  const sentence = text.startsWith('sentence: ');
  const words = sentence ? text.slice('sentence: '.length) : text;
  if (words === 'start' || isPlain(words)) return [];
  const isWithin = sentence && clause.start > clause.sentence.start;
  return isWithin ? [{ said: `its sentence opens with ${quote(words)}` }] : [{ words, opens: true }];
}

function tellGrammar(text: string, outer: Outer): readonly Told[] {
  if (text.startsWith('before: ') && !outer.before) return [];
  const [, word] = /^refers: (.+)$/.exec(text) ?? [];
  if (word === undefined) return saidOf(sayGrammar(text));
  return isPlain(word) ? [] : [{ words: word }];
}
