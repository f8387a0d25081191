// Installs, builds, checks the code and runs all tests. Ends at the first step that fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { reasonToSkip, reasonToSkipServer, wish } from '../tests/e2e/requirements.mjs';
import { prepare, root, show, step } from './steps.mjs';

const tool = (path) => join(root, 'node_modules', path);

prepare();
step('Code checked', process.execPath, [
  tool('@biomejs/biome/bin/biome'),
  'check',
  '--error-on-warnings',
  '.',
]);
const skipped = reasonToSkip();
if (!skipped || wish === 'always') {
  step('Two builds of VS Code and the packed extension ready', process.execPath, [
    join(root, 'tests/e2e/requirements.mjs'),
  ]);
  step('End-to-end tests compiled', process.execPath, [
    tool('typescript/bin/tsc'),
    '--project',
    join(root, 'tests/e2e'),
  ]);
}
process.exitCode = show(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);

const missing = skipped ?? reasonToSkipServer();
if (missing) {
  const which = skipped
    ? 'The end-to-end tests in a browser and in VS Code'
    : 'The end-to-end tests with a VS Code server';
  console.error(`\n!!! ${which} were SKIPPED: ${missing}.`);
}
if (process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status !== 0)
  console.error(
    '\n!!! The trace of what is opened and written was SKIPPED: strace is missing or may not be used.',
  );
