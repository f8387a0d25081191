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

/** Names a feature for a person; only asked for when somebody wants to know why. */
export type Describe = (id: number, group: FeatureGroup, text: string) => void;

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

/** Words too common to tell anything of a neighbour clause. */
const COMMON = new Set(
  'a an the and or but of to in on at for with by from as is was were be been it its this that i my me he she they his her their we our had have has did do not would'.split(
    ' ',
  ),
);

/**
 * The features of every clause of a draft, as 32-bit hashes.
 *
 * @param describe - Called with the name of each feature, for `why`.
 * @param wanted - Clauses it says no to are left out: they have no features in the answer.
 * @returns For each clause, its features; a feature appears once.
 */
export function extractFeatures(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
  describe?: (clause: number, id: number, group: FeatureGroup, text: string) => void,
  wanted?: (clause: Clause) => boolean,
): Int32Array[] {
  const view = viewOf(document, language, context);
  return language.clauses.map((clause) => {
    if (wanted?.(clause) === false) return NOTHING;
    const ids = new Set<number>();
    const add = (group: FeatureGroup, hash: number, text: string) => {
      const id = mix(SEED[group], hash);
      ids.add(id);
      describe?.(clause.index, id, group, text);
    };
    addWords(clause, add);
    addNeighbours(clause, view, add);
    addPhrases(clause, view, add);
    addGrammar(clause, view, add);
    addPlace(clause, view, context.kind, add);
    addOwner(clause, view, add);
    addProfile(clause, view, context, add);
    return Int32Array.from(ids);
  });
}

const NOTHING = new Int32Array(0);

type Add = (group: FeatureGroup, hash: number, text: string) => void;

/** What the features of a clause need to know of the whole draft; what few clauses ask for is found when they do. */
interface View {
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Sentence[];
  readonly places: readonly Place[];
  /** Families that name a setback of the profile. */
  readonly listed: ReadonlySet<string>;
  readonly language: LanguageAnalysis;
  /** The lexicon families found in a clause. */
  familiesOf(clause: Clause | undefined): readonly string[];
}

function viewOf(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): View {
  const families: (readonly string[] | undefined)[] = [];
  return {
    clauses: language.clauses,
    sentences: document.sentences,
    places: placesOf(document, language),
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
  };
}

/** What a sentence says by itself, by its number in the draft; nothing beyond the first and the last. */
function factsAt({ sentences, language }: View, index: number): SentenceFacts | undefined {
  const sentence = sentences[index];
  return sentence && factsOf(sentence, language);
}

function addWords(clause: Clause, add: Add): void {
  add('bias', 1, '');
  let previous: Token | undefined;
  for (const token of clause.tokens) {
    const word = normal(token);
    if (word === '') {
      previous = undefined;
      continue;
    }
    const hash = hashText(word);
    add('word', hash, token.text);
    if (word.length > 4) add('stem', hashText(word.slice(0, 5)), token.text);
    if (word.length > 4) add('ending', hashText(word.slice(-3)), word);
    if (previous) {
      const before = normal(previous);
      add('pair', mix(hashText(before), hash), written(previous, token));
    }
    previous = token;
  }
}

/** Two words as they stand in the draft; the parts of a contraction are one. */
function written(first: Token | undefined, second: Token | undefined): string {
  return [first?.text ?? '', second?.text ?? ''].join(second?.joined ? '' : ' ').trim();
}

/** The word as the model sees it: numbers become their shape, punctuation nothing. */
function normal(token: Token): string {
  if (!token.isWord) return '';
  return /\d/.test(token.norm) ? token.norm.replace(/\d/g, '0') : token.norm;
}

function addNeighbours(clause: Clause, view: View, add: Add): void {
  for (const [offset, group] of [
    [-1, 'before'],
    [1, 'after'],
  ] as const) {
    const neighbour = view.clauses[clause.index + offset];
    if (!neighbour) {
      add(group, 0, 'the edge of the draft');
      continue;
    }
    const near = neighbour.sentence.index === clause.sentence.index ? 1 : 2;
    for (const token of neighbour.tokens) {
      const word = normal(token);
      if (word === '' || COMMON.has(word)) continue;
      add(group, mix(hashText(word), 0), `"${token.text}"`);
    }
    for (const name of view.familiesOf(neighbour)) add(group, mix(hashText(name), near), name);
  }
}

function addPhrases(clause: Clause, view: View, add: Add): void {
  const own = view.familiesOf(clause);
  for (const name of own) add('phrase', hashText(name), name);
  for (let i = 0; i < own.length; i += 1) {
    for (let j = i + 1; j < own.length; j += 1) {
      const a = own[i] ?? '';
      const b = own[j] ?? '';
      const [first, second] = a < b ? [a, b] : [b, a];
      add('phrases', mix(hashText(first), hashText(second)), `${first} with ${second}`);
    }
  }
  const sentence = clause.sentence.index;
  for (const name of factsAt(view, sentence)?.families ?? []) add('sentence', mix(hashText(name), 0), name);
  for (const name of factsAt(view, sentence - 1)?.families ?? [])
    add('sentence', mix(hashText(name), 1), `before: ${name}`);
  for (const name of factsAt(view, sentence + 1)?.families ?? [])
    add('sentence', mix(hashText(name), 2), `after: ${name}`);
  const { side } = placeOf(clause, view);
  for (const name of own) add('anchored', mix(hashText(name), hashText(side)), `${name}, ${side}`);
}

function addGrammar(clause: Clause, view: View, add: Add): void {
  const words = clause.tokens.filter((token) => token.isWord);
  const first = words[0] ? normal(words[0]) : '';
  const second = words[1] ? normal(words[1]) : '';
  add('opening', hashText(first), words[0]?.text ?? '');
  add('opening', mix(hashText(first), hashText(second)), written(words[0], words[1]));
  add('opening', mix(hashText(clause.opener), 7), clause.opener);
  const sentenceFirst = clause.sentence.tokens.find((token) => token.isWord);
  if (sentenceFirst)
    add('opening', mix(hashText(normal(sentenceFirst)), 8), `sentence: ${sentenceFirst.text}`);
  for (const fact of grammarOf(clause)) add('grammar', hashText(fact), fact);
  const before = view.clauses[clause.index - 1];
  for (const fact of before ? grammarOf(before) : [])
    add('grammar', mix(hashText(fact), 1), `before: ${fact}`);
}

function placeOf(clause: Clause, view: View): Place {
  return view.places[clause.sentence.index] as Place;
}

function addPlace(clause: Clause, view: View, kind: LabellerContext['kind'], add: Add): void {
  const at = placeOf(clause, view);
  const kindHash = KIND_HASH.get(kind) ?? 0;
  const place = (name: string) => {
    add('place', hashText(name), name);
    add('kind', mix(hashText(name), kindHash), `${name} of ${kind}`);
  };
  place(`sentence ${at.sentence}`);
  place(`${at.toGo} sentences to go`);
  place(`tenth ${at.tenth}`);
  place(at.paragraph < 0 ? 'only paragraph' : `paragraph ${at.paragraph}`);
  if (at.isLastParagraph) place('last paragraph');
  place(`sentence ${at.inParagraph} of its paragraph`);
  place(`length ${at.length}`);
  add('kind', kindHash, kind);
  add('place', hashText(`words ${Math.min(6, Math.floor(clause.words / 4))}`), 'length of the clause');

  const nearest = at.nearest ?? 'none';
  add('anchor', hashText(`distance ${nearest}`), `distance ${nearest}`);
  add('anchor', hashText(`tellings ${at.tellings}`), 'number of tellings');
  const withIn = at.isParagraphOfTelling;
  add(
    'anchor',
    hashText(withIn ? 'paragraph of the telling' : 'another paragraph'),
    withIn ? 'paragraph of the telling' : 'another paragraph',
  );
  add('anchor', hashText(`${at.side} ${withIn} ${kind === 'personal-statement'}`), at.side);
}

function addOwner(clause: Clause, view: View, add: Add): void {
  const sentence = clause.sentence.index;
  for (const owner of ownersIn(clause, view.language)) add('owner', hashText(owner), `a failure, ${owner}`);
  for (const owner of factsAt(view, sentence)?.owners ?? [])
    add('owner', mix(hashText(owner), 1), `its sentence: ${owner}`);
  for (const owner of factsAt(view, sentence - 1)?.owners ?? [])
    add('owner', mix(hashText(owner), 2), `before: ${owner}`);
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
function addProfile(clause: Clause, view: View, context: LabellerContext, add: Add): void {
  const setbacks = context.profile.setbacks ?? [];
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
