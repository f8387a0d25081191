import { KINDS, type Kind } from '../../config/kinds.ts';
import type { NarrativeDocument, Sentence, Token } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { FamilyName } from '../../language/lexicons/index.ts';
import type { LabellerContext } from '../labeller.ts';
import type { SetbackKind } from '../types.ts';
import { Bundle, byText, type Feature, type FeatureGroup, single } from './bundle.ts';
import { grammarOf } from './grammar-features.ts';
import { hashText, mix } from './hash.ts';
import { numberOf, type Place, placesOf } from './places.ts';
import { factsOf, ownersIn, type SentenceFacts } from './sentence-facts.ts';
import { type Describe, DescribedFeatures, Features, type TakeFeatures } from './take-features.ts';
import { NO_WORD, WORD_PARTS, type Word, wordOf } from './word-hashes.ts';

const KIND_HASH = new Map(KINDS.map((kind) => [kind, hashText(kind)]));

/** Gives the features of one clause of a draft after the other. */
export type FeatureReader = (clause: Clause, take: TakeFeatures, describe?: Describe) => void;

/** Reads the features of the clauses of a draft; those of a clause are found when they are asked for. */
export function featureReader(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
): FeatureReader {
  const view = viewOf(document, language, context);
  return (clause, take, describe) => {
    const add = describe ? new DescribedFeatures(take, describe) : new Features(take);
    addWords(clause, view, add);
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
    const take: TakeFeatures = {
      one: (id) => ids.add(id),
      all: (bundle) => {
        for (const id of bundle.ids) ids.add(id);
      },
      word: (word) => {
        for (const part of WORD_PARTS) {
          const id = word.idOf(part);
          if (id !== undefined) ids.add(id);
        }
      },
    };
    read(clause, take, tell);
    return Int32Array.from(ids);
  });
}

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
  familiesOf(clause: Clause): readonly string[];
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

const BIAS = single('bias', 1, '');

function addWords(clause: Clause, view: View, add: Features): void {
  add.all(BIAS);
  const words = view.wordsOf(clause);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const token = clause.tokens[at] as Token;
    add.word(word, token.text);
    const previous = words[at - 1];
    if (!previous) continue;
    const pair = mix(previous.hash, word.hash);
    add.one('pair', pair, written, clause.tokens[at - 1], token);
    const earlier = words[at - 2];
    if (earlier) add.one('triple', mix(earlier.hash, pair), writtenBefore, clause.tokens, at);
  }
}

/** Two words as they stand in the draft; the parts of a contraction are one. */
function written(first: Token | undefined, second: Token | undefined): string {
  return [first?.text ?? '', second?.text ?? ''].join(second?.joined ? '' : ' ').trim();
}

/** A word and the two before it, as they stand in the draft. */
function writtenBefore(tokens: readonly Token[], at: number): string {
  const last = tokens[at];
  return [written(tokens[at - 2], tokens[at - 1]), last?.text ?? ''].join(last?.joined ? '' : ' ');
}

/** A phrase of a family, as a feature and as a part of others. */
interface Family {
  readonly own: Bundle;
  readonly hash: number;
}

const familyOf = byText((name): Family => {
  const hash = hashText(name);
  return { own: single('phrase', hash, name), hash };
});

function addPhrases(clause: Clause, view: View, add: Features): void {
  const own = view.familiesOf(clause);
  for (const name of own) add.all(familyOf(name).own);
  for (let i = 0; i < own.length; i += 1) {
    for (let j = i + 1; j < own.length; j += 1) {
      const a = own[i] ?? '';
      const b = own[j] ?? '';
      const [first, second] = a < b ? [a, b] : [b, a];
      add.one('phrases', mix(familyOf(first).hash, familyOf(second).hash), bothOf, first, second);
    }
  }
  const { side } = placeOf(clause, view);
  for (const name of own) add.one('anchored', mix(familyOf(name).hash, hashText(side)), sidedOf, name, side);
}

const bothOf = (first: string, second: string) => `${first} with ${second}`;
const sidedOf = (name: string, side: string) => `${name}, ${side}`;

function addGrammar(clause: Clause, view: View, add: Features): void {
  const { tokens } = clause;
  const words = view.wordsOf(clause);
  const start = nextWord(tokens, 0);
  const then = nextWord(tokens, start + 1);
  const first = words[start]?.hash ?? NO_WORD;
  const second = words[then]?.hash ?? NO_WORD;
  add.one('opening', first, tokens[start]?.text ?? '');
  add.one('opening', mix(first, second), written, tokens[start], tokens[then]);
  add.one('opening', mix(hashText(clause.opener), 7), clause.opener);
  const sentenceFirst = clause.sentence.tokens[nextWord(clause.sentence.tokens, 0)];
  if (sentenceFirst)
    add.one('opening', mix(wordOf(sentenceFirst)?.hash ?? NO_WORD, 8), sentenceOf, sentenceFirst.text);
  for (const fact of grammarOf(clause)) add.all(fact.own);
  const before = view.clauses[clause.index - 1];
  if (before) for (const fact of grammarOf(before)) add.all(fact.before);
}

const sentenceOf = (first: string) => `sentence: ${first}`;

/** The place of the first word from a token on; beyond the last token when there is none. */
function nextWord(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && !tokens[at]?.isWord) at += 1;
  return at;
}

function placeOf(clause: Clause, view: View): Place {
  return view.places[clause.sentence.index] as Place;
}

function addPlace(clause: Clause, view: View, add: Features): void {
  const at = placeOf(clause, view);
  const { kind } = view.context;
  add.all(placeBundle(at, kind));
  add.all(anchorBundle(at, kind === 'personal-statement'));
}

const placeBundle = byPlace((at, kind: Kind) => {
  const kindHash = KIND_HASH.get(kind) ?? 0;
  const names = [
    `sentence ${at.sentence}`,
    `${at.toGo} sentences to go`,
    `tenth ${at.tenth}`,
    at.paragraph < 0 ? 'only paragraph' : `paragraph ${at.paragraph}`,
    ...(at.isLastParagraph ? ['last paragraph'] : []),
    `sentence ${at.inParagraph} of its paragraph`,
    `length ${at.length}`,
  ];
  const features = names.map(
    (name): Feature => ({
      group: 'kind',
      hash: mix(hashText(name), kindHash),
      text: `${name} of ${kind}`,
    }),
  );
  return new Bundle([...features, { group: 'kind', hash: kindHash, text: kind }]);
});
const anchorBundle = byPlace((at, isStatement: boolean) => {
  const distance = `distance ${at.nearest ?? 'none'}`;
  const tellings = `tellings ${at.tellings}`;
  const paragraph = at.isParagraphOfTelling ? 'paragraph of the telling' : 'another paragraph';
  const all = `${at.side} ${at.isParagraphOfTelling} ${isStatement}`;
  return new Bundle([
    { group: 'anchor', hash: hashText(distance), text: distance },
    { group: 'anchor', hash: hashText(tellings), text: 'number of tellings' },
    { group: 'anchor', hash: hashText(paragraph), text: paragraph },
    { group: 'anchor', hash: hashText(all), text: at.side },
  ]);
});

/** Places remembered; beyond that many all are dropped. */
const MOST_PLACES = 10_000;

/** Makes a function of a place and something else that works once for each; there may be many places. */
function byPlace<A extends string | boolean, T>(
  make: (place: Place, other: A) => T,
): (place: Place, other: A) => T {
  const made = new Map<A, Map<number, T>>();
  return (place, other) => {
    const number = numberOf(place);
    let known = made.get(other);
    if (!known || known.size > MOST_PLACES) {
      known = new Map();
      made.set(other, known);
    }
    const before = known.get(number);
    if (before !== undefined) return before;
    const found = make(place, other);
    known.set(number, found);
    return found;
  };
}

/** What it is to fail, for a clause, by whose the failure is. */
const failureOf = byText((owner) => {
  const hash = hashText(owner);
  return {
    own: single('owner', hash, `a failure, ${owner}`),
    sentence: single('owner', mix(hash, 1), `its sentence: ${owner}`),
    before: single('owner', mix(hash, 2), `before: ${owner}`),
  };
});
const draftBundle = byPlace((at, _: '') => {
  const told = at.tellings > 0 ? 'own' : 'none';
  const hash = hashText(`draft ${told} ${at.failsElse} ${at.failsUnreal}`);
  return single('owner', mix(hash, 3), 'whose failures the draft tells');
});

function addOwner(clause: Clause, view: View, add: Features): void {
  const sentence = clause.sentence.index;
  // The failures of a clause are among those of its sentence.
  const around = factsAt(view, sentence)?.owners ?? [];
  if (around.length > 0) for (const owner of ownersIn(clause, view.language)) add.all(failureOf(owner).own);
  for (const owner of around) add.all(failureOf(owner).sentence);
  for (const owner of factsAt(view, sentence - 1)?.owners ?? []) add.all(failureOf(owner).before);
  add.all(draftBundle(placeOf(clause, view), ''));
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
function addProfile(clause: Clause, view: View, add: Features): void {
  const setbacks = view.context.profile.setbacks ?? [];
  // A profile that lists nothing was often just not filled in, and says nothing.
  if (setbacks.length === 0) return;
  const known = 'a setback listed';
  const speaks = view.familiesOf(clause).some((name) => view.listed.has(name));
  add.one('profile', hashText(known), known);
  add.one('profile', hashText(`${known} ${placeOf(clause, view).tellings > 0}`), `${known} in the profile`);
  if (speaks) add.one('profile', hashText('speaks of it'), 'speaks of a setback of the profile');
  const elsewhere = setbacks.length > 0 && setbacks.every((setback) => setback.addressedIn !== undefined);
  if (elsewhere) add.one('profile', hashText('told elsewhere'), 'told elsewhere on purpose');
  for (const setback of setbacks) {
    const bare = `${setback.what.startsWith('usmle') || setback.what.startsWith('comlex') ? 'exam' : setback.what}`;
    add.one('profile', mix(hashText(bare), hashText(placeOf(clause, view).side)), `profile: ${setback.what}`);
  }
}
