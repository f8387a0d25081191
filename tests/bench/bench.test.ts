import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));

test('measures without other linters, and writes what --compare reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'narrative-lint-bench-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const json = join(folder, 'run.json');
  const measured = await bench('--quick', '--only', 'length', '--peers', 'none', '--json', json);
  expect(measured.code).toBe(0);
  expect(measured.out).toMatch(/10,000 words +narrative-lint +[\d.]+ +[\d.]+ to [\d.]+ {2}µs a word/);
  expect(measured.out).toMatch(/Time for a word, 10,000 words \/ 1,000 words +(met|MISSED) +at most 1\.15/);
  const { rows, goals } = JSON.parse(await readFile(json, 'utf8'));
  expect(rows.map(({ rounds }: { rounds: number[] }) => rounds.length)).toEqual([3, 3]);
  expect(goals).toHaveLength(1);

  const compared = await bench('--compare', json, json);
  expect(compared.out).toMatch(/length, 1,000 words +narrative-lint .* 1\.00\n/);
  expect(await bench('--only', 'speed')).toMatchObject({
    code: 2,
    err: 'bench: speed is no bench; there are cold, warm, keystroke, cohort, reading, length\n',
  });
});

async function bench(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args]);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, ...said };
}
