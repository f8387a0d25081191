import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));
const END_TO_END = 'tests/e2e/*.test.ts';

export default defineConfig({
  resolve: {
    alias: {
      '@narrative-lint/core/model': source('core').replace('index.ts', 'model.ts'),
      '@narrative-lint/core': source('core'),
      '@narrative-lint/readers': source('readers'),
      '@narrative-lint/config': source('config'),
      '@narrative-lint/roster': source('roster'),
      '@narrative-lint/overlap': source('overlap'),
      '@narrative-lint/report': source('report'),
    },
  },
  test: {
    testTimeout: 60_000,
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['packages/*/test/**/*.test.ts', 'extension/test/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', END_TO_END],
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: [END_TO_END],
          testTimeout: 120_000,
          // One browser at a time, and only when nothing else runs.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
