import { newNumber } from '../document/shape.ts';
import type { Sentence } from '../document/types.ts';
import { analyseSentence, type SentenceAnalysis } from '../language/analysis.ts';

const NUMBER = newNumber();

/** Whether the language of a sentence is known from where it stood before. */
export function isAnalysed({ shape }: Sentence): boolean {
  return shape.get(NUMBER) !== undefined;
}

/** As `analyseSentence`, once for each shape; the places may be those of the same words elsewhere. */
export function analyseOnce(sentence: Sentence): SentenceAnalysis {
  const { shape } = sentence;
  const before = shape.get<SentenceAnalysis>(NUMBER);
  if (before) return before;
  const analysis = analyseSentence(sentence);
  shape.set(NUMBER, analysis);
  return analysis;
}
