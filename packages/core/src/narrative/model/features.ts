import { KINDS } from '../../config/kinds.ts';
import type { NarrativeDocument, Sentence, Token } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { FamilyName } from '../../language/lexicons/index.ts';
import type { LabellerContext } from '../labeller.ts';
import { ownerOf, TELLING, tellsOwnSetback } from '../own-setback.ts';
import type { SetbackKind } from '../types.ts';
import { grammarOf } from './grammar-features.ts';
import { hashText, mix } from './hash.ts';

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

/** What the features of a clause need to know of the whole draft. */
interface View {
  readonly document: NarrativeDocument;
  readonly clauses: readonly Clause[];
  readonly families: readonly (readonly string[])[];
  readonly sentenceFamilies: readonly (readonly string[])[];
  /** Indexes of the sentences that tell a setback of the writer's. */
  readonly anchors: readonly number[];
  readonly anchorParagraphs: ReadonlySet<number>;
  readonly grammar: readonly (readonly string[])[];
  /** Whose the failures told in each sentence are. */
  readonly owners: readonly (readonly string[])[];
  /** Whose the failures of the draft are. */
  readonly failing: ReadonlySet<string>;
  /** Families that name a setback of the profile. */
  readonly listed: ReadonlySet<string>;
  readonly language: LanguageAnalysis;
}

function viewOf(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): View {
  const { clauses } = language;
  const families = clauses.map((clause) => [
    ...new Set(language.inClause(clause).map((hit) => hit.family as string)),
  ]);
  const sentenceFamilies: string[][] = document.sentences.map(() => []);
  for (const clause of clauses)
    sentenceFamilies[clause.sentence.index]?.push(...(families[clause.index] ?? []));
  const told = document.sentences.filter((sentence) => tellsOwnSetback(sentence, language));
  const owners = document.sentences.map((sentence) => ownersIn(sentence, language));
  return {
    document,
    clauses,
    families,
    sentenceFamilies: sentenceFamilies.map((names) => [...new Set(names)]),
    anchors: told.map((sentence) => sentence.index),
    anchorParagraphs: new Set(told.map((sentence) => sentence.paragraph)),
    grammar: clauses.map(grammarOf),
    owners,
    failing: new Set(owners.flat()),
    listed: familiesOfProfile(context),
    language,
  };
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
    for (const name of view.families[neighbour.index] ?? []) add(group, mix(hashText(name), near), name);
  }
}

function addPhrases(clause: Clause, view: View, add: Add): void {
  const own = view.families[clause.index] ?? [];
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
  for (const name of view.sentenceFamilies[sentence] ?? []) add('sentence', mix(hashText(name), 0), name);
  for (const name of view.sentenceFamilies[sentence - 1] ?? [])
    add('sentence', mix(hashText(name), 1), `before: ${name}`);
  for (const name of view.sentenceFamilies[sentence + 1] ?? [])
    add('sentence', mix(hashText(name), 2), `after: ${name}`);
  const side = sideOf(sentence, view.anchors);
  for (const name of own) add('anchored', mix(hashText(name), hashText(side)), `${name}, ${side}`);
}

/** Where a sentence stands beside the sentences that tell a setback. */
function sideOf(sentence: number, anchors: readonly number[]): string {
  if (anchors.length === 0) return 'no setback told';
  if (anchors.includes(sentence)) return 'in the telling';
  const before = anchors.some((anchor) => anchor < sentence);
  const after = anchors.some((anchor) => anchor > sentence);
  if (before && after) return 'between';
  return before ? 'after the telling' : 'before the telling';
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
  for (const fact of view.grammar[clause.index] ?? []) add('grammar', hashText(fact), fact);
  for (const fact of view.grammar[clause.index - 1] ?? [])
    add('grammar', mix(hashText(fact), 1), `before: ${fact}`);
}

function addPlace(clause: Clause, view: View, kind: LabellerContext['kind'], add: Add): void {
  const { document } = view;
  const { sentence } = clause;
  const sentences = document.sentences.length;
  const paragraphs = document.paragraphs.length;
  const kindHash = KIND_HASH.get(kind) ?? 0;
  const place = (name: string) => {
    add('place', hashText(name), name);
    add('kind', mix(hashText(name), kindHash), `${name} of ${kind}`);
  };
  place(`sentence ${Math.min(sentence.index, 4)}`);
  place(`${Math.min(sentences - 1 - sentence.index, 4)} sentences to go`);
  place(`tenth ${Math.floor((10 * sentence.index) / sentences)}`);
  place(paragraphs === 1 ? 'only paragraph' : `paragraph ${Math.min(sentence.paragraph, 5)}`);
  if (sentence.paragraph === paragraphs - 1) place('last paragraph');
  const inParagraph = sentence.index - (document.paragraphs[sentence.paragraph]?.sentences[0]?.index ?? 0);
  place(`sentence ${Math.min(inParagraph, 3)} of its paragraph`);
  place(`length ${Math.min(5, Math.floor(sentences / 6))}`);
  add('kind', kindHash, kind);
  add('place', hashText(`words ${Math.min(6, Math.floor(clause.words / 4))}`), 'length of the clause');

  const nearest = nearestAnchor(sentence.index, view.anchors);
  add('anchor', hashText(`distance ${nearest}`), `distance ${nearest}`);
  add('anchor', hashText(`tellings ${Math.min(3, view.anchors.length)}`), 'number of tellings');
  const withIn = view.anchorParagraphs.has(sentence.paragraph);
  add(
    'anchor',
    hashText(withIn ? 'paragraph of the telling' : 'another paragraph'),
    withIn ? 'paragraph of the telling' : 'another paragraph',
  );
  add(
    'anchor',
    hashText(`${sideOf(sentence.index, view.anchors)} ${withIn} ${kind === 'personal-statement'}`),
    sideOf(sentence.index, view.anchors),
  );
}

/** Sentences from the nearest telling, bounded; `none` without any. */
function nearestAnchor(sentence: number, anchors: readonly number[]): string {
  let best = Number.POSITIVE_INFINITY;
  for (const anchor of anchors) if (Math.abs(sentence - anchor) < Math.abs(best)) best = sentence - anchor;
  return Number.isFinite(best) ? String(Math.max(-4, Math.min(8, best))) : 'none';
}

const FAILING: readonly FamilyName[] = [...TELLING, 'fail-outcome'];

function ownersIn(sentence: Sentence, language: LanguageAnalysis): string[] {
  return [...new Set(language.within(sentence, ...FAILING).map((hit) => ownerOf(sentence, hit)))];
}

function addOwner(clause: Clause, view: View, add: Add): void {
  const { language } = view;
  const own = new Set(language.within(clause, ...FAILING).map((hit) => ownerOf(clause.sentence, hit)));
  for (const owner of own) add('owner', hashText(owner), `a failure, ${owner}`);
  for (const owner of view.owners[clause.sentence.index] ?? [])
    add('owner', mix(hashText(owner), 1), `its sentence: ${owner}`);
  for (const owner of view.owners[clause.sentence.index - 1] ?? [])
    add('owner', mix(hashText(owner), 2), `before: ${owner}`);
  const told = view.anchors.length > 0 ? 'own' : 'none';
  const { failing } = view;
  add(
    'owner',
    mix(hashText(`draft ${told} ${failing.has('somebody else')} ${failing.has('unreal')}`), 3),
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
  const speaks = (view.families[clause.index] ?? []).some((name) => view.listed.has(name));
  add('profile', hashText(known), known);
  add('profile', hashText(`${known} ${view.anchors.length > 0}`), `${known} in the profile`);
  if (speaks) add('profile', hashText('speaks of it'), 'speaks of a setback of the profile');
  const elsewhere = setbacks.length > 0 && setbacks.every((setback) => setback.addressedIn !== undefined);
  if (elsewhere) add('profile', hashText('told elsewhere'), 'told elsewhere on purpose');
  for (const setback of setbacks) {
    const bare = `${setback.what.startsWith('usmle') || setback.what.startsWith('comlex') ? 'exam' : setback.what}`;
    add(
      'profile',
      mix(hashText(bare), hashText(sideOf(clause.sentence.index, view.anchors))),
      `profile: ${setback.what}`,
    );
  }
}
