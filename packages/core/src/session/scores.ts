import { newNumber, type Shape } from '../document/shape.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { KeptScores, LabellerContext } from '../narrative/labeller.ts';
import { numberOf, placesOf } from '../narrative/model/places.ts';

/** The scores of the clauses of a sentence, and what they hold for. */
interface Known {
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
  readonly place: number;
  readonly settings: object;
  readonly scores: Float64Array;
}

const NUMBER = newNumber();

/**
 * Keeps the scores of clauses between runs.
 *
 * The features of a clause look at its sentence and the two beside it, at its place in the draft, and at the
 * kind and the profile. While all of that stands, so do the scores. A feature that looks at more has to be told
 * here, too; one that looks at more of the draft belongs into its place.
 */
export class ScoreMemory {
  private settings: { readonly key: string } = { key: '' };
  private workings: object | undefined;

  /** The scores that hold for a draft just analysed. */
  of(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): KeptScores {
    const key = JSON.stringify([context.kind, context.profile]);
    if (key !== this.settings.key) this.settings = { key };
    const { settings } = this;
    const { sentences } = document;
    const places = placesOf(document, language).map(numberOf);
    const memory = this;
    return {
      get workings() {
        return memory.workings;
      },
      set workings(workings) {
        memory.workings = workings;
      },
      get({ index, shape }) {
        const known = shape.get<Known>(NUMBER);
        return known !== undefined &&
          known.before === sentences[index - 1]?.shape &&
          known.after === sentences[index + 1]?.shape &&
          known.place === places[index] &&
          known.settings === settings
          ? known.scores
          : undefined;
      },
      set({ index, shape }, scores) {
        const before = sentences[index - 1]?.shape;
        const after = sentences[index + 1]?.shape;
        const place = places[index] as number;
        shape.set(NUMBER, { before, after, place, settings, scores } satisfies Known);
      },
    };
  }
}
