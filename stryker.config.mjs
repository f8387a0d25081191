/** Changes the engine in small ways and asks whether a test notices: `pnpm mutants`. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Stryker reads it with an interface that TypeScript 7 no longer has; vitest needs none.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  // Metadata, examples and tables of words; snapshots of what readers are told hold them, and each costs a run of all tests.
  ignoreStatic: true,
  concurrency: 1,
  incremental: true,
  incrementalFile: 'coverage/mutants.json',
  tempDirName: 'coverage/mutants',
  ignorePatterns: ['dist', 'coverage', 'docs', 'fixtures/samples', 'fixtures/vscode'],
  mutate: [
    'packages/core/src/rules/**/*.ts',
    'packages/core/src/narrative/**/*.ts',
    // What the trainer wrote, and lists of signs and words.
    '!**/weights.ts',
    '!**/*.{table,lexicon}.ts',
  ],
  reporters: ['clear-text', 'html', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: 'coverage/mutants.html' },
};
