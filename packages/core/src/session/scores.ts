import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { KeptScores, LabellerContext } from '../narrative/labeller.ts';
import { ownerOf, TELLING, tellsOwnSetback } from '../narrative/own-setback.ts';
import { Kept } from './kept.ts';
import type { SentenceReader } from './sentences.ts';

/** What one sentence tells: whether of a setback of the writer's, and whose its failures are. */
interface Telling {
  readonly own: boolean;
  readonly owners: readonly string[];
}

const FAILING: readonly FamilyName[] = [...TELLING, 'fail-outcome'];

/**
 * Keeps the scores of clauses between runs.
 *
 * The features of a clause look at its sentence and the two beside it, at its place among the sentences and
 * paragraphs, and at what the whole draft tells: where its setbacks are told and whose they are. While all of
 * that stands, so do the scores. A feature that looks at more has to be told here, too.
 */
export class ScoreMemory {
  private readonly known = new Kept<string, Float64Array>();
  private draft = '';
  private readonly sentences: SentenceReader;
  /** What each sentence tells, by its number. */
  private readonly tellings = new Kept<number, Telling>();

  constructor(sentences: SentenceReader) {
    this.sentences = sentences;
  }

  /** The scores that hold for a draft just analysed. */
  of(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): KeptScores {
    const draft = this.draftKey(document, language, context);
    if (draft !== this.draft) this.known.clear();
    this.draft = draft;
    const keyOf = (sentence: Sentence) => this.keyOf(document, sentence);
    return {
      get: (sentence) => this.known.get(keyOf(sentence)),
      set: (sentence, scores) => this.known.set(keyOf(sentence), scores),
    };
  }

  endRun(): void {
    this.known.endRun();
    this.tellings.endRun();
  }

  private keyOf({ sentences, paragraphs }: NarrativeDocument, sentence: Sentence): string {
    const { index, paragraph } = sentence;
    const before = this.sentences.id(sentences[index - 1]);
    const after = this.sentences.id(sentences[index + 1]);
    const first = paragraphs[paragraph]?.sentences[0]?.index ?? 0;
    const places = `${index} ${sentences.length} ${paragraph} ${paragraphs.length} ${index - first}`;
    return `${before} ${this.sentences.id(sentence)} ${after} ${places}`;
  }

  private tellingOf(sentence: Sentence, language: LanguageAnalysis): Telling {
    const id = this.sentences.id(sentence);
    const before = this.tellings.get(id);
    if (before) return before;
    const owners = language.within(sentence, ...FAILING).map((hit) => ownerOf(sentence, hit));
    const telling = { own: tellsOwnSetback(sentence, language), owners };
    this.tellings.set(id, telling);
    return telling;
  }

  private draftKey(
    { sentences }: NarrativeDocument,
    language: LanguageAnalysis,
    { kind, profile }: LabellerContext,
  ): string {
    const families = new Set<FamilyName>();
    for (const { family } of language.hits) families.add(family);
    const owners = new Set<string>();
    const told: string[] = [];
    for (const sentence of sentences) {
      const telling = this.tellingOf(sentence, language);
      for (const owner of telling.owners) owners.add(owner);
      if (telling.own) told.push(`${sentence.index}/${sentence.paragraph}`);
    }
    return JSON.stringify([kind, profile, [...families].sort(), told, [...owners].sort()]);
  }
}
