import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@narrative-lint/core/model': source('core').replace('index.ts', 'model.ts'),
      '@narrative-lint/core': source('core'),
      '@narrative-lint/readers': source('readers'),
      '@narrative-lint/config': source('config'),
    },
  },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: ['default', './scripts/closing-line-reporter.ts'],
  },
});
