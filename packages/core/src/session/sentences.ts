import { newNumber } from '../document/shape.ts';
import type { Sentence, Token } from '../document/types.ts';
import { analyseSentence, type SentenceAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';

/** What was found in a sentence where it stood last. */
interface Placed {
  readonly tokens: readonly Token[];
  readonly analysis: SentenceAnalysis;
}

const NUMBER = newNumber();

/** Whether the language of a sentence is known from where it stood before. */
export function isAnalysed({ shape }: Sentence): boolean {
  return shape.get(NUMBER) !== undefined;
}

/** As `analyseSentence`, once for each shape; what is found depends on the tokens of a sentence alone. */
export function analyseOnce(sentence: Sentence): SentenceAnalysis {
  const { tokens, shape } = sentence;
  const before = shape.get<Placed>(NUMBER);
  if (before?.tokens === tokens) return before.analysis;
  const analysis = before ? placed(before, sentence) : analyseSentence(sentence);
  shape.set(NUMBER, { tokens, analysis } satisfies Placed);
  return analysis;
}

/** What was found in a sentence, for the same words at another place. */
function placed({ tokens: before, analysis }: Placed, { start, tokens }: Sentence): SentenceAnalysis {
  const by = start - (before[0]?.start ?? start);
  let from = 0;
  const moved = analysis.hits.map(({ family, first, last, start, end }) => ({
    family,
    first,
    last,
    start: start + by,
    end: end + by,
  }));
  let next = 0;
  return {
    hits: moved,
    clauses: analysis.clauses.map(({ start, end, words, opener, shape, ...clause }) => {
      const own = tokens.slice(from, from + clause.tokens.length);
      from += own.length;
      const inside = clause.hits.map((hit) => {
        while (analysis.hits[next] !== hit) next += 1;
        return moved[next] as Hit<FamilyName>;
      });
      return { tokens: own, start: start + by, end: end + by, words, opener, shape, hits: inside };
    }),
  };
}
