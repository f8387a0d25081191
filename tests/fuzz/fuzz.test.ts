import { describe, expect, it } from 'vitest';
import { runTarget } from './run-target.mjs';
import { TARGETS } from './targets/index.mjs';

/** For a target of weight 1; `pnpm fuzz` tries more. */
const RUNS = 50;
const SEED = 20_263;

describe('random inputs', () => {
  it.each(Object.entries(TARGETS))(
    'break nothing: %s',
    async (name, { weight }) => {
      const runs = Math.max(4, Math.round(RUNS * weight));
      const { tried, failure } = await runTarget({ name, seed: SEED, runs });
      expect(failure).toBeUndefined();
      expect(tried).toBe(runs);
    },
    300_000,
  );
});
