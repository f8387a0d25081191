import type { Sentence, Token } from '../document/types.ts';
import { analyseSentence, type SentenceAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';
import { Kept } from './kept.ts';

/** A sentence of the text of which the session knows what its words alone decide. */
interface KnownSentence {
  /** A number no other text of the session ever had. */
  readonly id: number;
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly analysis: SentenceAnalysis;
}

/** Analyses sentences, each text once; what is found depends on the tokens of a sentence alone. */
export class SentenceReader {
  private readonly known = new Kept<string, KnownSentence>();
  private ids = 0;
  private readonly idOf = new WeakMap<Sentence, number>();

  /** As `analyseSentence`. */
  analyse(sentence: Sentence, prose: string): SentenceAnalysis {
    const text = prose.slice(sentence.start, sentence.end);
    const before = this.known.get(text);
    if (before?.tokens === sentence.tokens) {
      this.idOf.set(sentence, before.id);
      return before.analysis;
    }
    const same = before !== undefined && haveSameTokens(before, sentence);
    const id = same ? before.id : this.ids++;
    this.idOf.set(sentence, id);
    const analysis = same ? placed(before.analysis, before.tokens, sentence) : analyseSentence(sentence);
    this.known.set(text, { id, tokens: sentence.tokens, start: sentence.start, analysis });
    return analysis;
  }

  /**
   * Takes in a sentence.
   *
   * @returns How many sentences were new since the session began when this one was, otherwise 0.
   */
  learn(sentence: Sentence, prose: string): number {
    const before = this.ids;
    if (!this.known.get(prose.slice(sentence.start, sentence.end))) this.analyse(sentence, prose);
    return this.ids > before ? this.ids : 0;
  }

  /** The number of a sentence that was analysed: equal for equal tokens, wherever they stand. */
  id(sentence: Sentence | undefined): number {
    return sentence ? (this.idOf.get(sentence) ?? -1) : -1;
  }

  endRun(): void {
    this.known.endRun();
  }
}

/** The same text is cut in the same way nearly always; what stands before it in its paragraph may differ. */
function haveSameTokens(known: KnownSentence, sentence: Sentence): boolean {
  const { tokens, start } = known;
  if (tokens.length !== sentence.tokens.length) return false;
  return tokens.every((token, at) => {
    const other = sentence.tokens[at];
    return (
      other !== undefined &&
      token.start - start === other.start - sentence.start &&
      token.end - start === other.end - sentence.start &&
      token.norm === other.norm &&
      token.isWord === other.isWord &&
      token.joined === other.joined
    );
  });
}

/** What was found in a sentence, for the same words at another place. */
function placed(
  { hits, clauses }: SentenceAnalysis,
  before: readonly Token[],
  sentence: Sentence,
): SentenceAnalysis {
  const { tokens } = sentence;
  const by = sentence.start - (before[0]?.start ?? sentence.start);
  let from = 0;
  const moved = hits.map(({ family, first, last, start, end }) => ({
    family,
    first,
    last,
    start: start + by,
    end: end + by,
  }));
  const places = new Map(hits.map((hit, at) => [hit, moved[at] as Hit<FamilyName>]));
  return {
    hits: moved,
    clauses: clauses.map(({ start, end, words, opener, shape, ...clause }) => {
      const own = tokens.slice(from, from + clause.tokens.length);
      from += own.length;
      const inside = clause.hits.map((hit) => places.get(hit) as Hit<FamilyName>);
      return { tokens: own, start: start + by, end: end + by, words, opener, shape, hits: inside };
    }),
  };
}
