import { parseDocument } from '../document/parse.ts';
import { analyse } from '../language/analysis.ts';
import { type LintOptions, type LintResult, lintInSteps, type Stages } from '../lint.ts';
import { BlockReader } from './blocks.ts';
import { MarksReader } from './marks.ts';
import { ScoreMemory } from './scores.ts';
import { analyseOnce, isAnalysed } from './sentences.ts';

/**
 * Lints the texts of one draft as it changes. What an edit did not touch is not worked out again, and the
 * result is that of `lint`, whatever was linted before. Options may change from run to run.
 */
export interface Session {
  /** As `lint`. */
  lint(source: string, options?: LintOptions): LintResult;
  /**
   * As `lint`, in steps of a few milliseconds: it yields where the caller may do something else. A run that is
   * left off does no harm.
   */
  steps(source: string, options?: LintOptions): Generator<void, LintResult>;
}

/** After so many sentences that were not known a run may pause. */
const SENTENCES_PER_STEP = 12;

/** Makes a session. It holds text of the last two runs, so let it go with the draft. */
export function createSession(): Session {
  const blocks = new BlockReader();
  const marks = new MarksReader();
  const scores = new ScoreMemory();
  const readers = { marks: marks.read, sentences: blocks.read };

  const stages: Stages = {
    parse: (source, options) => parseDocument(source, options, readers),
    *analyse(document) {
      let news = 0;
      for (const sentence of document.sentences) {
        if (isAnalysed(sentence)) continue;
        analyseOnce(sentence);
        news += 1;
        if (news % SENTENCES_PER_STEP === 1) yield;
      }
      return analyse(document, analyseOnce);
    },
    scores: (document, language, context) => scores.of(document, language, context),
  };

  function* steps(source: string, options: LintOptions = {}): Generator<void, LintResult> {
    const result = yield* lintInSteps(source, options, stages);
    blocks.endRun();
    return result;
  }

  return {
    steps,
    lint(source, options) {
      const run = steps(source, options);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
  };
}
