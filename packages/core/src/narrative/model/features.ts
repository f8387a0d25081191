import { KINDS } from '../../config/kinds.ts';
import type { NarrativeDocument, Sentence, Token } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { FamilyName } from '../../language/lexicons/index.ts';
import type { LabellerContext } from '../labeller.ts';
import type { SetbackKind } from '../types.ts';
import { grammarOf } from './grammar-features.ts';
import { hashText, mix } from './hash.ts';
import { type Place, placesOf } from './places.ts';
import { factsOf, ownersIn, type SentenceFacts } from './sentence-facts.ts';
import { NO_WORD, type Word, wordOf } from './word-hashes.ts';

/** What kind of thing a feature looks at. The trainer may switch groups off to see what they bring. */
export type FeatureGroup =
  | 'bias'
  | 'word'
  | 'pair'
  | 'stem'
  | 'ending'
  | 'phrase'
  | 'phrases'
  | 'sentence'
  | 'before'
  | 'after'
  | 'opening'
  | 'grammar'
  | 'place'
  | 'anchor'
  | 'anchored'
  | 'kind'
  | 'owner'
  | 'profile';

export const GROUPS: readonly FeatureGroup[] = [
  'bias',
  'word',
  'pair',
  'stem',
  'ending',
  'phrase',
  'phrases',
  'sentence',
  'before',
  'after',
  'opening',
  'grammar',
  'place',
  'anchor',
  'anchored',
  'kind',
  'owner',
  'profile',
];
const SEED = Object.fromEntries(GROUPS.map((group) => [group, hashText(`group ${group}`)])) as Record<
  FeatureGroup,
  number
>;
const KIND_HASH = new Map(KINDS.map((kind) => [kind, hashText(kind)]));

/** Takes a feature of a clause, a 32-bit hash; it may come more than once. */
export type TakeFeature = (id: number) => void;
/** Names a feature for a person; only asked for when somebody wants to know why. */
export type Describe = (id: number, group: FeatureGroup, text: string) => void;
/** Gives the features of one clause of a draft after the other. */
export type FeatureReader = (clause: Clause, take: TakeFeature, describe?: Describe) => void;

/** Reads the features of the clauses of a draft; those of a clause are found when they are asked for. */
export function featureReader(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
): FeatureReader {
  const view = viewOf(document, language, context);
  return (clause, take, describe) => {
    const add: Add = (group, hash, text) => {
      const id = mix(SEED[group], hash);
      take(id);
      describe?.(id, group, typeof text === 'string' ? text : text());
    };
    addWords(clause, view, add);
    addNeighbours(clause, view, add);
    addPhrases(clause, view, add);
    addGrammar(clause, view, add);
    addPlace(clause, view, add);
    addOwner(clause, view, add);
    addProfile(clause, view, add);
  };
}

/**
 * The features of every clause of a draft, as 32-bit hashes.
 *
 * @param describe - Called with the name of each feature, for `why`.
 * @returns For each clause, its features; a feature appears once.
 */
export function extractFeatures(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
  describe?: (clause: number, id: number, group: FeatureGroup, text: string) => void,
): Int32Array[] {
  const read = featureReader(document, language, context);
  return language.clauses.map((clause) => {
    const ids = new Set<number>();
    const tell: Describe | undefined =
      describe && ((id, group, text) => describe(clause.index, id, group, text));
    read(clause, (id) => ids.add(id), tell);
    return Int32Array.from(ids);
  });
}

/** A text that is put together only when somebody asks for it is given as a function. */
type Add = (group: FeatureGroup, hash: number, text: string | (() => string)) => void;

/** What the features of a clause need to know of the whole draft; what few clauses ask for is found when they do. */
interface View {
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Sentence[];
  readonly places: readonly Place[];
  readonly context: LabellerContext;
  /** Families that name a setback of the profile. */
  readonly listed: ReadonlySet<string>;
  readonly language: LanguageAnalysis;
  /** The lexicon families found in a clause. */
  familiesOf(clause: Clause | undefined): readonly string[];
  /** The words of a clause, one for each token; nothing for a mark. */
  wordsOf(clause: Clause): readonly (Word | undefined)[];
}

function viewOf(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): View {
  const families: (readonly string[] | undefined)[] = [];
  const words: (readonly (Word | undefined)[] | undefined)[] = [];
  return {
    clauses: language.clauses,
    sentences: document.sentences,
    places: placesOf(document, language),
    context,
    listed: familiesOfProfile(context),
    language,
    familiesOf(clause) {
      if (!clause) return [];
      const found = families[clause.index] ?? [
        ...new Set(language.inClause(clause).map((hit) => hit.family as string)),
      ];
      families[clause.index] = found;
      return found;
    },
    wordsOf(clause) {
      const found = words[clause.index] ?? clause.tokens.map(wordOf);
      words[clause.index] = found;
      return found;
    },
  };
}

/** What a sentence says by itself, by its number in the draft; nothing beyond the first and the last. */
function factsAt({ sentences, language }: View, index: number): SentenceFacts | undefined {
  const sentence = sentences[index];
  return sentence && factsOf(sentence, language);
}

function addWords(clause: Clause, view: View, add: Add): void {
  add('bias', 1, '');
  const words = view.wordsOf(clause);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const token = clause.tokens[at] as Token;
    add('word', word.hash, token.text);
    if (word.stem !== undefined) add('stem', word.stem, token.text);
    if (word.ending !== undefined) add('ending', word.ending, word.text);
    const previous = words[at - 1];
    if (previous) add('pair', mix(previous.hash, word.hash), () => written(clause.tokens[at - 1], token));
  }
}

/** Two words as they stand in the draft; the parts of a contraction are one. */
function written(first: Token | undefined, second: Token | undefined): string {
  return [first?.text ?? '', second?.text ?? ''].join(second?.joined ? '' : ' ').trim();
}

function addNeighbours(clause: Clause, view: View, add: Add): void {
  addNeighbour('before', clause, view.clauses[clause.index - 1], view, add);
  addNeighbour('after', clause, view.clauses[clause.index + 1], view, add);
}

function addNeighbour(
  group: 'before' | 'after',
  clause: Clause,
  neighbour: Clause | undefined,
  view: View,
  add: Add,
): void {
  if (!neighbour) {
    add(group, 0, 'the edge of the draft');
    return;
  }
  const words = view.wordsOf(neighbour);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word && !word.isCommon) add(group, mix(word.hash, 0), () => `"${neighbour.tokens[at]?.text}"`);
  }
  const near = neighbour.sentence.index === clause.sentence.index ? 1 : 2;
  for (const name of view.familiesOf(neighbour)) add(group, mix(hashText(name), near), name);
}

function addPhrases(clause: Clause, view: View, add: Add): void {
  const own = view.familiesOf(clause);
  for (const name of own) add('phrase', hashText(name), name);
  for (let i = 0; i < own.length; i += 1) {
    for (let j = i + 1; j < own.length; j += 1) {
      const a = own[i] ?? '';
      const b = own[j] ?? '';
      const [first, second] = a < b ? [a, b] : [b, a];
      add('phrases', mix(hashText(first), hashText(second)), () => `${first} with ${second}`);
    }
  }
  const sentence = clause.sentence.index;
  for (const name of factsAt(view, sentence)?.families ?? []) add('sentence', mix(hashText(name), 0), name);
  for (const name of factsAt(view, sentence - 1)?.families ?? [])
    add('sentence', mix(hashText(name), 1), () => `before: ${name}`);
  for (const name of factsAt(view, sentence + 1)?.families ?? [])
    add('sentence', mix(hashText(name), 2), () => `after: ${name}`);
  const { side } = placeOf(clause, view);
  for (const name of own) add('anchored', mix(hashText(name), hashText(side)), () => `${name}, ${side}`);
}

function addGrammar(clause: Clause, view: View, add: Add): void {
  const { tokens } = clause;
  const start = nextWord(tokens, 0);
  const then = nextWord(tokens, start + 1);
  const first = wordOf(tokens[start])?.hash ?? NO_WORD;
  const second = wordOf(tokens[then])?.hash ?? NO_WORD;
  add('opening', first, tokens[start]?.text ?? '');
  add('opening', mix(first, second), () => written(tokens[start], tokens[then]));
  add('opening', mix(hashText(clause.opener), 7), clause.opener);
  const sentenceFirst = clause.sentence.tokens[nextWord(clause.sentence.tokens, 0)];
  if (sentenceFirst)
    add('opening', mix(wordOf(sentenceFirst)?.hash ?? NO_WORD, 8), () => `sentence: ${sentenceFirst.text}`);
  for (const fact of grammarOf(clause)) add('grammar', hashText(fact), fact);
  const before = view.clauses[clause.index - 1];
  for (const fact of before ? grammarOf(before) : [])
    add('grammar', mix(hashText(fact), 1), () => `before: ${fact}`);
}

/** The place of the first word from a token on; beyond the last token when there is none. */
function nextWord(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && !tokens[at]?.isWord) at += 1;
  return at;
}

function placeOf(clause: Clause, view: View): Place {
  return view.places[clause.sentence.index] as Place;
}

function addPlace(clause: Clause, view: View, add: Add): void {
  const at = placeOf(clause, view);
  const { kind } = view.context;
  const kindHash = KIND_HASH.get(kind) ?? 0;
  for (const name of placeNames(at)) {
    add('place', hashText(name), name);
    add('kind', mix(hashText(name), kindHash), () => `${name} of ${kind}`);
  }
  add('kind', kindHash, kind);
  const words = Math.min(6, Math.floor(clause.words / 4));
  add('place', hashText(LENGTHS[words] as string), 'length of the clause');
  const anchor = anchorNames(at, kind === 'personal-statement');
  add('anchor', hashText(anchor.distance), anchor.distance);
  add('anchor', hashText(anchor.tellings), 'number of tellings');
  add('anchor', hashText(anchor.paragraph), anchor.paragraph);
  add('anchor', hashText(anchor.all), at.side);
}

const LENGTHS = [0, 1, 2, 3, 4, 5, 6].map((fours) => `words ${fours}`);
const placeNames = byPlace((at) => [
  `sentence ${at.sentence}`,
  `${at.toGo} sentences to go`,
  `tenth ${at.tenth}`,
  at.paragraph < 0 ? 'only paragraph' : `paragraph ${at.paragraph}`,
  ...(at.isLastParagraph ? ['last paragraph'] : []),
  `sentence ${at.inParagraph} of its paragraph`,
  `length ${at.length}`,
]);
const anchorNames = byPlace((at, isStatement: boolean) => ({
  distance: `distance ${at.nearest ?? 'none'}`,
  tellings: `tellings ${at.tellings}`,
  paragraph: at.isParagraphOfTelling ? 'paragraph of the telling' : 'another paragraph',
  all: `${at.side} ${at.isParagraphOfTelling} ${isStatement}`,
}));

/** Remembers what a function said of a place: the clauses of a sentence ask for the same. */
function byPlace<A extends readonly unknown[], T>(
  say: (place: Place, ...rest: A) => T,
): (place: Place, ...rest: A) => T {
  const said = new WeakMap<Place, T>();
  return (place, ...rest) => {
    const before = said.get(place);
    if (before !== undefined) return before;
    const found = say(place, ...rest);
    said.set(place, found);
    return found;
  };
}

function addOwner(clause: Clause, view: View, add: Add): void {
  const sentence = clause.sentence.index;
  // The failures of a clause are among those of its sentence.
  const around = factsAt(view, sentence)?.owners ?? [];
  if (around.length > 0)
    for (const owner of ownersIn(clause, view.language))
      add('owner', hashText(owner), () => `a failure, ${owner}`);
  for (const owner of around) add('owner', mix(hashText(owner), 1), () => `its sentence: ${owner}`);
  for (const owner of factsAt(view, sentence - 1)?.owners ?? [])
    add('owner', mix(hashText(owner), 2), () => `before: ${owner}`);
  const { tellings, failsElse, failsUnreal } = placeOf(clause, view);
  const told = tellings > 0 ? 'own' : 'none';
  add(
    'owner',
    mix(hashText(`draft ${told} ${failsElse} ${failsUnreal}`), 3),
    'whose failures the draft tells',
  );
}

/** The lexicon families in which each kind of setback of a profile is told. */
const TOLD_AS: Readonly<Record<SetbackKind, readonly FamilyName[]>> = {
  'usmle-step-1': ['exam-step-1'],
  'usmle-step-2-ck': ['exam-step-2-ck'],
  'usmle-step-2-cs': ['exam-step-2-cs'],
  'usmle-step-3': ['exam-step-3'],
  'comlex-level-1': ['exam-level-1'],
  'comlex-level-2': ['exam-level-2'],
  'comlex-level-2-pe': ['exam-level-2-pe'],
  'comlex-level-3': ['exam-level-3'],
  'shelf-exam': ['exam-shelf'],
  'in-training-exam': ['exam-in-training'],
  course: ['course', 'year-repeated'],
  clerkship: ['clerkship'],
  year: ['year-repeated'],
  leave: ['leave-taken'],
  gap: ['gap-told'],
  unmatched: ['unmatched-told'],
  dismissal: ['dismissal-told'],
  probation: ['probation-told'],
  professionalism: ['professionalism-told'],
  'clinical-error': ['error-told'],
};

function familiesOfProfile({ profile }: LabellerContext): ReadonlySet<string> {
  return new Set((profile.setbacks ?? []).flatMap((setback) => TOLD_AS[setback.what]));
}

/** What the transcript shows, and whether this clause speaks of it. */
function addProfile(clause: Clause, view: View, add: Add): void {
  const setbacks = view.context.profile.setbacks ?? [];
  // A profile that lists nothing was often just not filled in, and says nothing.
  if (setbacks.length === 0) return;
  const known = 'a setback listed';
  const speaks = view.familiesOf(clause).some((name) => view.listed.has(name));
  add('profile', hashText(known), known);
  add('profile', hashText(`${known} ${placeOf(clause, view).tellings > 0}`), `${known} in the profile`);
  if (speaks) add('profile', hashText('speaks of it'), 'speaks of a setback of the profile');
  const elsewhere = setbacks.length > 0 && setbacks.every((setback) => setback.addressedIn !== undefined);
  if (elsewhere) add('profile', hashText('told elsewhere'), 'told elsewhere on purpose');
  for (const setback of setbacks) {
    const bare = `${setback.what.startsWith('usmle') || setback.what.startsWith('comlex') ? 'exam' : setback.what}`;
    add('profile', mix(hashText(bare), hashText(placeOf(clause, view).side)), `profile: ${setback.what}`);
  }
}
