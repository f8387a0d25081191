import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('documentation', () => {
  it('is what the rules and the command line say of themselves', () => {
    const run = spawnSync(process.execPath, [root('scripts/gen-docs.mjs'), '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('shows a picture of a run on the sample', async () => {
    const picture = await readFile(root('docs/output.svg'), 'utf8');
    expect(picture).toContain('personal-statement.md');
    expect(picture).toMatch(/failure \d+% \/ change \d+%/);
  });
});
