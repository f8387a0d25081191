import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The engine by its own tests. Only the weights are left out, which the trainer writes. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      coverage: {
        enabled: true,
        provider: 'v8',
        include: ['packages/core/src/**'],
        exclude: ['packages/core/src/narrative/model/weights.ts'],
        reportsDirectory: 'coverage/lines',
        reportOnFailure: true,
        reporter: ['text', 'json', 'html'],
        thresholds: { lines: 95, branches: 90 },
      },
    },
  }),
);
