import type { NarrativeDocument, Sentence, TextRange, Token } from '../document/types.ts';
import { type RawClause, splitClauses } from './clauses.ts';
import { FAMILY_NAMES, type FamilyName, lexicon, RULE_FAMILIES } from './lexicons/index.ts';
import type { Hit } from './patterns.ts';

/** A clause of a sentence, where the sentence stood when it was analysed. */
export interface SentencePart extends TextRange {
  readonly tokens: readonly Token[];
  readonly words: number;
  readonly opener: string;
  /** Those that tell something of the story and lie wholly within it. */
  readonly hits: readonly Hit<FamilyName>[];
}

/** What is known of the language of one sentence, with the places that it had when it was analysed. */
export interface SentenceAnalysis {
  /** Where the sentence began. */
  readonly start: number;
  readonly hits: readonly Hit<FamilyName>[];
  /** The signs of the families of its hits. */
  readonly signs: number;
  /** In order, tiling the sentence. */
  readonly clauses: readonly SentencePart[];
}

/** A clause: the smallest stretch that can have a role of its own. Clauses tile their sentence. */
export interface Clause extends TextRange {
  /** Position among all clauses of the draft, from 0. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Words in it; contractions count once. */
  readonly words: number;
  /** What opened it: the connective or mark at the turn, or `start` for the first of a sentence. */
  readonly opener: string;
  /** Stands for its words: the same object means the same tokens, wherever they stand. */
  readonly shape: object;
}

/** What is known of the language of a draft before anyone asks what it tells. */
export interface LanguageAnalysis {
  readonly clauses: readonly Clause[];
  /** Hits that lie wholly within a clause and say something about its role, by start. */
  inClause(clause: Clause): readonly Hit<FamilyName>[];
  /** Clauses that share a character with a range, in order. */
  clausesIn(range: TextRange): readonly Clause[];
  /** Hits of one of the families that lie wholly within a range, by start. */
  within(range: TextRange, ...families: readonly FamilyName[]): Hit<FamilyName>[];
  /** Whether any phrase of one of the families lies within a range. */
  has(range: TextRange, ...families: readonly FamilyName[]): boolean;
}

const SIGNS = new Map<string, number>(FAMILY_NAMES.map((family, at) => [family, 1 << (at & 31)]));

/** One of 32 bits that stands for a family, and for some others: a sentence without it has no phrase of the family. */
function signOf(family: FamilyName): number {
  return SIGNS.get(family) ?? -1;
}

/** Finds the clauses and the lexicon phrases of one sentence. */
export function analyseSentence(sentence: Sentence): SentenceAnalysis {
  const hits = lexicon.match(sentence.tokens);
  const telling = hits.filter((hit) => !RULE_FAMILIES.has(hit.family));
  const clauses = splitClauses(sentence).map(({ tokens, start, end, words, opener }: RawClause) => {
    const own = telling.filter((hit) => hit.start >= start && hit.end <= end);
    return { tokens, start, end, words, opener, hits: own };
  });
  let signs = 0;
  for (const { family } of hits) signs |= signOf(family);
  return { start: sentence.start, hits, signs, clauses };
}

/** A clause of a draft; its tokens, which few ask for, are those of its sentence. */
class PlacedClause implements Clause {
  readonly index: number;
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly opener: string;
  readonly shape: object;
  private readonly part: SentencePart;
  /** How far the sentence has moved since it was analysed, and its tokens before this clause. */
  private readonly by: number;
  private readonly from: number;

  constructor(index: number, sentence: Sentence, part: SentencePart, by: number, from: number) {
    this.index = index;
    this.sentence = sentence;
    this.start = part.start + by;
    this.end = part.end + by;
    this.words = part.words;
    this.opener = part.opener;
    this.shape = part;
    this.part = part;
    this.by = by;
    this.from = from;
  }

  get tokens(): readonly Token[] {
    const { tokens } = this.part;
    return this.by === 0 ? tokens : this.sentence.tokens.slice(this.from, this.from + tokens.length);
  }
}

function movedBy(hit: Hit<FamilyName>, by: number): Hit<FamilyName> {
  const { family, first, last, start, end } = hit;
  return { family, first, last, start: start + by, end: end + by };
}

/**
 * Finds the clauses and the lexicon phrases of a draft.
 *
 * @param analyseOne - Gives what `analyseSentence` gives for the sentence, or for its words at another place.
 */
export function analyse(
  document: NarrativeDocument,
  analyseOne: (sentence: Sentence) => SentenceAnalysis = analyseSentence,
): LanguageAnalysis {
  const { sentences } = document;
  const analyses: SentenceAnalysis[] = [];
  const parts: SentencePart[] = [];
  const clauses: Clause[] = [];
  for (const sentence of sentences) {
    const analysis = analyseOne(sentence);
    const by = sentence.start - analysis.start;
    analyses.push(analysis);
    let from = 0;
    for (const part of analysis.clauses) {
      parts.push(part);
      clauses.push(new PlacedClause(clauses.length, sentence, part, by, from));
      from += part.tokens.length;
    }
  }

  // Numbers in a row: places are looked for by the thousand.
  const sentenceStarts = startsOf(sentences);
  const clauseStarts = startsOf(clauses);

  /** The hits of sentences that have moved, once somebody found one. */
  const moved: (readonly Hit<FamilyName>[] | undefined)[] = [];
  const hitsOf = (index: number): readonly Hit<FamilyName>[] => {
    const { start, hits } = analyses[index] as SentenceAnalysis;
    const by = (sentences[index]?.start ?? start) - start;
    if (by === 0) return hits;
    const found = moved[index] ?? hits.map((hit) => movedBy(hit, by));
    moved[index] = found;
    return found;
  };
  /** Visits the hits of some families within a range, by start, until a visit says that it was the last. */
  const eachWithin = (
    range: TextRange,
    wanted: readonly FamilyName[],
    visit: (sentence: number, hit: number) => boolean,
  ) => {
    let signs = 0;
    for (const family of wanted) signs |= signOf(family);
    const first = Math.max(0, firstFrom(sentenceStarts, range.start + 1) - 1);
    for (let index = first; index < sentences.length; index += 1) {
      const at = sentenceStarts[index] as number;
      if (at > range.end) return;
      const { start, hits, signs: own } = analyses[index] as SentenceAnalysis;
      if ((own & signs) === 0) continue;
      const from = range.start - at + start;
      const to = range.end - at + start;
      for (let one = 0; one < hits.length; one += 1) {
        const hit = hits[one] as Hit<FamilyName>;
        if (hit.start < from || hit.end > to || !wanted.includes(hit.family)) continue;
        if (visit(index, one)) return;
      }
    }
  };
  const within = (range: TextRange, ...families: readonly FamilyName[]) => {
    const found: Hit<FamilyName>[] = [];
    eachWithin(range, families, (sentence, hit) => {
      found.push(hitsOf(sentence)[hit] as Hit<FamilyName>);
      return false;
    });
    if (families.length < 2) return found;
    return found.sort((a, b) => a.start - b.start || families.indexOf(a.family) - families.indexOf(b.family));
  };
  const has = (range: TextRange, ...families: readonly FamilyName[]) => {
    let any = false;
    eachWithin(range, families, () => {
      any = true;
      return true;
    });
    return any;
  };
  const clausesIn = (range: TextRange) => {
    const found: Clause[] = [];
    for (let at = Math.max(0, firstFrom(clauseStarts, range.start) - 1); at < clauses.length; at += 1) {
      const clause = clauses[at];
      if (!clause || clause.start >= range.end) break;
      if (clause.end > range.start) found.push(clause);
    }
    return found;
  };
  const inClause = (clause: Clause) => {
    const part = parts[clause.index];
    const by = clause.start - (part?.start ?? clause.start);
    const hits = part?.hits ?? [];
    return by === 0 ? hits : hits.map((hit) => movedBy(hit, by));
  };
  return { clauses, inClause, clausesIn, within, has };
}

function startsOf(ranges: readonly TextRange[]): Int32Array {
  const starts = new Int32Array(ranges.length);
  for (let at = 0; at < ranges.length; at += 1) starts[at] = (ranges[at] as TextRange).start;
  return starts;
}

/** The index of the first of some starts, in their order, that lies at an offset or after it. */
function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
