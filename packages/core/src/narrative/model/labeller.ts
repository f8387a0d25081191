import type { NarrativeDocument, Sentence } from '../../document/types.ts';
import type { Clause, LanguageAnalysis } from '../../language/analysis.ts';
import type { DrawnLabelling, KeptScores, LabellerContext, Labelling, RoleLabeller } from '../labeller.ts';
import { voicesOf } from '../own-setback.ts';
import { ROLE_ORDER } from '../pattern-weights.ts';
import { type PlainTelling, plainest, plainTellings, tellsPass } from '../plain-tellings.ts';
import { type Reading, readingOfClauses, TOLD } from '../reading.ts';
import { spansFromClauses } from '../spans.ts';
import { bestPath } from '../viterbi.ts';
import { type ChainScores, type ReadChain, readChain } from './chain.ts';
import { drawPaths } from './draw.ts';
import { edgeBetween } from './edges.ts';
import { explain, type NamedFeature } from './explain.ts';
import { extractFeatures, type FeatureReader, featureReader } from './features.ts';
import { hashOnce } from './hash.ts';
import { type OwnScores, pinned, splitReading, splitSpans } from './pins.ts';
import { loadPass, type RolePass, type StoredModel } from './role-model.ts';
import { equalRows, overlapOf, takeOver } from './rows.ts';
import {
  SECOND_PASS_FEATURES,
  SURROUNDINGS,
  secondPassFeatures,
  secondPassId,
  surroundingsOf,
  visitFeatures,
} from './second-pass.ts';
import { Seen } from './seen.ts';
import { factsOf } from './sentence-facts.ts';
import { chanceOfStory, type StoryOdds } from './story-odds.ts';
import type { TakeFeatures } from './take-features.ts';
import { type KeptWays, waysThatKeep } from './ways.ts';

const ROLES = ROLE_ORDER.length;
const SETBACK = ROLE_ORDER.indexOf('setback');
const EVIDENCE = ROLE_ORDER.indexOf('evidence');
const ALL_BUT_SETBACK = ROLE_ORDER.map((role) => role !== 'setback');
const OTHER_ALONE = ROLE_ORDER.map((role) => role === 'other');
/** A labeller that decides by a trained model; the model is unpacked at first use. */
export function modelLabeller(stored: StoredModel): RoleLabeller {
  let passes: Passes | undefined;
  return {
    label(document, language, context, kept) {
      passes ??= load(stored);
      return labelWith(passes, stored.bias, document, language, context, kept);
    },
  };
}

interface Passes {
  readonly first: RolePass;
  readonly second: RolePass;
  /** Scores a clause by one feature of its surroundings. */
  readonly around: ReturnType<RolePass['scorer']>;
  readonly seen: Seen;
}

function load(stored: StoredModel): Passes {
  const first = loadPass(stored.first);
  const second = loadPass(stored.second, first);
  return {
    first,
    second,
    around: second.scorer(SECOND_PASS_FEATURES, secondPassId),
    seen: new Seen(),
  };
}

function labelWith(
  passes: Passes,
  bias: readonly number[],
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
  kept?: KeptScores,
): Labelling {
  const { second } = passes;
  const { clauses } = language;
  const before = kept?.workings instanceof Workings ? kept.workings : undefined;
  const own = scoreClauses(passes, document, language, context, kept);
  const free = readTwice(passes, bias, clauses, own, before);
  if (kept) kept.workings = free;
  const chance = chanceOfStory({
    ofStory: waysThatKeep(free.secondRead, OTHER_ALONE).oddsAgainst,
    isListed: (context.profile.setbacks ?? []).some(({ addressedIn }) => addressedIn === undefined),
    ...setbacksBy(clauses, language, free.secondRead.node),
  });
  const freely = likeliestPath(free.secondRead, chance >= TOLD);
  const pins =
    chance >= TOLD
      ? passesOverheard(freely, document, language)
      : isElsewhere(context)
        ? []
        : plainest(plainTellings(document, language));
  const isPinned = pins.length > 0;
  const told = isPinned ? Math.max(chance, TOLD) : chance;
  const { firstRead, secondRead, reading } = isPinned
    ? readTwice(passes, bias, clauses, pinned(own, pins))
    : free;
  const { node } = secondRead;
  const without = waysThatKeep(secondRead, ALL_BUT_SETBACK);
  const path = isPinned ? likeliestPath(secondRead, true) : freely;
  let named: readonly ReadonlyMap<number, NamedFeature>[] | undefined;
  const names = () => {
    named ??= nameFeatures(document, language, context, firstRead.node);
    return named;
  };
  const spans = spansFromClauses(
    clauses,
    (at) => ROLE_ORDER[path[at] as number] ?? 'other',
    (at) => node[at * ROLES + (path[at] as number)] as number,
    (at, first, last) => {
      const features = weigh(second, names()[at] ?? new Map(), path[at] as number);
      const outer = { before: at === first, after: at === last };
      return explain(features, outer, clauses[at] as Clause, language, document.source);
    },
  );
  return {
    spans: splitSpans(spans, pins),
    reading: splitReading(reading, pins),
    told,
    draws: (count) =>
      drawLabellings(document, clauses, secondRead, without, count).map((drawn) => ({
        ...drawn,
        spans: splitSpans(drawn.spans, pins),
      })),
  };
}

/** The setbacks of a reading that say in so many words how it ended, where the reading has no evidence at all. */
function passesOverheard(
  path: Int32Array,
  document: NarrativeDocument,
  language: LanguageAnalysis,
): readonly PlainTelling[] {
  const isSetback = ({ index }: Clause) => path[index] === SETBACK;
  const mayPass = language.clauses.some(
    (clause) => isSetback(clause) && language.has(clause.sentence, 'bare-pass', 'pass-outcome'),
  );
  if (!mayPass || path.includes(EVIDENCE)) return [];
  return plainTellings(document, language).filter(
    (telling) => isSetback(telling.clause) && (tellsPass(telling) || telling.passed.length > 0),
  );
}

/** Whether all that the profile lists is told elsewhere on purpose: a word of it in passing is no story here. */
function isElsewhere({ profile: { setbacks = [] } }: LabellerContext): boolean {
  return setbacks.length > 0 && setbacks.every(({ addressedIn }) => addressedIn !== undefined);
}

/** Reads the chain of a draft by each pass, the second with what the first found around each clause. */
function readTwice(
  { first, second, around }: Passes,
  bias: readonly number[],
  clauses: readonly Clause[],
  { byFirst, bySecond }: OwnScores,
  before?: Workings,
): Workings {
  const edges = edgesOf(clauses);
  const firstRead = readChain(chainOf(first, edges, byFirst), before?.firstRead);
  const surroundings = surroundingsOf(clauses, firstRead.node);
  const scores = withSurroundings(around, bias, bySecond, surroundings, before);
  const secondRead = readChain(chainOf(second, edges, scores), before?.secondRead);
  const { node } = secondRead;
  const reading = readingOfClauses(
    clauses,
    node,
    before && { reading: before.reading, node: before.secondRead.node },
  );
  return new Workings(firstRead, bySecond, surroundings, scores, secondRead, reading);
}

/** How likely setbacks are told, by whom the clauses name and by how plain they are. */
function setbacksBy(
  clauses: readonly Clause[],
  language: LanguageAnalysis,
  node: Float64Array,
): Omit<StoryOdds, 'ofStory' | 'isListed'> {
  const sums = { setbacks: 0, own: 0, others: 0 };
  const most = { surest: 0, alluded: 0, plain: 0 };
  clauses.forEach((clause, at) => {
    const chance = node[at * ROLES + SETBACK] as number;
    const voices = voicesOf(clause);
    sums.setbacks += chance;
    if (voices.others) sums.others += chance;
    else if (voices.own) sums.own += chance;
    if (voices.own && chance > most.surest) most.surest = chance;
    if (chance > most.alluded && language.has(clause, 'allusion', 'hinted')) most.alluded = chance;
    if (chance > most.plain && factsOf(clause.sentence, language).told) most.plain = chance;
  });
  return { clauses: clauses.length, ...sums, ...most };
}

/** Draws labellings, each as often as it is likely; those that are alike are put together. */
function drawLabellings(
  document: NarrativeDocument,
  clauses: readonly Clause[],
  read: ReadChain,
  without: KeptWays,
  count: number,
): readonly DrawnLabelling[] {
  const seeds = clauses.map(({ start, end }) => hashOnce(document.prose.slice(start, end)));
  const distinct = new Map<string, { readonly path: Uint8Array; times: number }>();
  for (const path of drawPaths(read, seeds, count, { label: SETBACK, without })) {
    const key = path.join('');
    const same = distinct.get(key);
    if (same) same.times += 1;
    else distinct.set(key, { path, times: 1 });
  }
  const sure = () => 1;
  return [...distinct.values()].map(({ path, times }) => ({
    spans: spansFromClauses(clauses, (at) => ROLE_ORDER[path[at] as number] ?? 'other', sure),
    times,
  }));
}

/** What was worked out for a draft, for the next one that differs little. */
class Workings {
  readonly firstRead: ReadChain;
  /** Scores by the features of each clause alone. */
  readonly own: Float64Array;
  readonly surroundings: Uint8Array;
  /** Scores with those of the surroundings. */
  readonly scores: Float64Array;
  readonly secondRead: ReadChain;
  readonly reading: Reading;

  constructor(
    firstRead: ReadChain,
    own: Float64Array,
    surroundings: Uint8Array,
    scores: Float64Array,
    secondRead: ReadChain,
    reading: Reading,
  ) {
    this.firstRead = firstRead;
    this.own = own;
    this.surroundings = surroundings;
    this.scores = scores;
    this.secondRead = secondRead;
    this.reading = reading;
  }
}

/**
 * Adds to the scores of each clause the bias and what its surroundings say; where both are as before, so is the
 * sum. The likeliest reading, the drawn ones and every chance come from the same scores.
 */
function withSurroundings(
  around: Passes['around'],
  bias: readonly number[],
  own: Float64Array,
  surroundings: Uint8Array,
  before: Workings | undefined,
): Float64Array {
  const scores = own.map((score, at) => score + (bias[at % ROLES] ?? 0));
  const count = own.length / ROLES;
  const old = before ? before.own.length / ROLES : 0;
  const { head, tail } = overlapOf(
    count,
    old,
    (at, other) =>
      before !== undefined &&
      equalRows(own, at, before.own, other, ROLES) &&
      equalRows(surroundings, at, before.surroundings, other, SURROUNDINGS),
  );
  if (before) takeOver(scores, before.scores, head, count - tail, old - count, ROLES);
  for (let at = head; at < count - tail; at += 1)
    visitFeatures(surroundings, at, (feature) => around(feature, scores, at * ROLES));
  return scores;
}

/**
 * Scores every clause for every role by its own features; those of sentences whose scores were kept are not
 * worked out again.
 *
 * @returns The scores by each pass, `clause * roles + role`.
 */
function scoreClauses(
  { first, second, seen }: Passes,
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
  kept: KeptScores | undefined,
): OwnScores {
  const { clauses } = language;
  const byFirst = new Float64Array(clauses.length * ROLES);
  const bySecond = new Float64Array(clauses.length * ROLES);
  const starts = sentenceStarts(clauses);
  let read: FeatureReader | undefined;
  let place = 0;
  const takeAt = (feature: number) => {
    if (!seen.isNew(feature)) return;
    // The second pass has the features of the first at the same places.
    first.add(feature, byFirst, place);
    second.add(feature, bySecond, place);
  };
  const take: TakeFeatures = {
    one(id) {
      const feature = second.find(id);
      if (feature >= 0) takeAt(feature);
    },
    all(bundle) {
      const features = bundle.placesIn(second);
      for (let at = 0; at < features.length; at += 1) takeAt(features[at] as number);
    },
    word(word) {
      word.lookUp(second);
      if (word.word >= 0) takeAt(word.word);
      if (word.stem >= 0) takeAt(word.stem);
      if (word.ending >= 0) takeAt(word.ending);
    },
  };
  for (let one = 0; one < starts.length - 1; one += 1) {
    const [from, to] = [starts[one] as number, starts[one + 1] as number];
    const size = (to - from) * ROLES;
    const { sentence } = clauses[from] as Clause;
    const before = kept?.get(sentence);
    if (before?.length === 2 * size) {
      // A few numbers are sooner copied than a view of them is made.
      for (let at = 0; at < size; at += 1) {
        byFirst[from * ROLES + at] = before[at] as number;
        bySecond[from * ROLES + at] = before[size + at] as number;
      }
      continue;
    }
    read ??= featureReader(document, language, context);
    for (let at = from; at < to; at += 1) {
      seen.begin();
      place = at * ROLES;
      read(clauses[at] as Clause, take);
    }
    if (!kept) continue;
    const own = new Float64Array(2 * size);
    own.set(byFirst.subarray(from * ROLES, to * ROLES));
    own.set(bySecond.subarray(from * ROLES, to * ROLES), size);
    kept.set(sentence, own);
  }
  return { byFirst, bySecond };
}

/** The index of the first clause of each sentence, and the number of clauses. */
function sentenceStarts(clauses: readonly Clause[]): readonly number[] {
  const starts: number[] = [];
  let last: Sentence | undefined;
  for (let at = 0; at < clauses.length; at += 1) {
    const { sentence } = clauses[at] as Clause;
    if (sentence !== last) starts.push(at);
    last = sentence;
  }
  return [...starts, clauses.length];
}

/** The features of every clause by the names that their extractors give them. */
function nameFeatures(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  context: LabellerContext,
  reading: Float64Array,
): readonly ReadonlyMap<number, NamedFeature>[] {
  const names: Map<number, NamedFeature>[] = language.clauses.map(() => new Map());
  extractFeatures(document, language, context, (clause, id, group, text) => {
    if (text !== '') names[clause]?.set(id, { group, text });
  });
  secondPassFeatures(language.clauses, reading, (clause, id, text) => {
    names[clause]?.set(id, { group: 'around', text });
  });
  return names;
}

/** The kinds of boundary before each clause; the first entry is not used. */
export function edgesOf(clauses: readonly Clause[]): Int32Array {
  const edges = new Int32Array(clauses.length);
  for (let at = 1; at < clauses.length; at += 1)
    edges[at] = edgeBetween(clauses[at - 1] as Clause, clauses[at] as Clause);
  return edges;
}

function chainOf({ transition, initial }: RolePass, edges: Int32Array, scores: Float64Array): ChainScores {
  return { scores, edges, transition, initial, labels: ROLES };
}

/**
 * As `bestPath`, over a chain that was read.
 *
 * @param isTold - Whether the path has to take a setback, be it where it is likeliest.
 */
function likeliestPath({ chain, node }: ReadChain, isTold: boolean): Int32Array {
  const { scores, edges, initial, transition } = chain;
  const pathBy = (pinned: number) =>
    bestPath(
      edges.length,
      ROLES,
      (at, role) =>
        at === pinned && role !== SETBACK ? Number.NEGATIVE_INFINITY : (scores[at * ROLES + role] as number),
      (at, from, to) =>
        (from < 0 ? initial[to] : transition[((edges[at] as number) * ROLES + from) * ROLES + to]) as number,
    );
  const path = pathBy(-1);
  if (!isTold || path.length === 0 || path.includes(SETBACK)) return path;
  const chanceAt = (at: number) => node[at * ROLES + SETBACK] as number;
  return pathBy(path.reduce((best, _, at) => (chanceAt(at) > chanceAt(best) ? at : best), 0));
}

function* weigh(pass: RolePass, named: ReadonlyMap<number, NamedFeature>, role: number) {
  for (const [id, name] of named) yield { name, weight: pass.weight(id, role) };
}
