import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The quick tests of the engine that concern rules and the story, for `pnpm mutants`. */
export default defineConfig({
  resolve: base.resolve ?? {},
  test: {
    include: ['packages/core/test/{arcs,cues,labelled-drafts,rules}*.test.ts'],
    testTimeout: 60_000,
    // The engine is loaded once for each mutant, and not once for each file of tests.
    isolate: false,
  },
});
