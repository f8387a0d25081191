import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from './vitest.config.ts';

/** What takes seconds last: most changes are noticed by a test that takes milliseconds. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isDear = ({ moduleId }: TestSpecification) => Number(/labelled-drafts|limit/.test(moduleId));
    return files.sort((a, b) => isDear(a) - isDear(b));
  }
}

/** The quick tests of the engine that concern rules and the story, for `pnpm mutants`. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: [
      'packages/core/test/{arcs,cues,draw,elect,exam-claims,labelled-drafts,limit,narrative/*,rules}*.test.ts',
    ],
    testTimeout: 60_000,
    // The engine is loaded once for each mutant, and not once for each file of tests.
    isolate: false,
    sequence: { sequencer: CheapFirst },
  },
});
