import type { NarrativeDocument, Sentence } from '../document/types.ts';
import { analyse } from '../language/analysis.ts';
import { SAFETY_FAMILIES } from '../language/lexicons/safety.ts';

/** A family of signs that a writer is safe to work with. */
export type SafetyFamily = (typeof SAFETY_FAMILIES)[number];

/** A sentence of the draft that shows such a sign. */
export interface SafetySign {
  readonly family: SafetyFamily;
  readonly sentence: Sentence;
}

/** Finds the sentences that show the writer as a colleague one can trust, each once for each family, in text order. */
export function safetySigns(document: NarrativeDocument): SafetySign[] {
  const language = analyse(document);
  return document.sentences.flatMap((sentence) =>
    SAFETY_FAMILIES.filter((family) => language.has(sentence, family)).map((family) => ({
      family,
      sentence,
    })),
  );
}
