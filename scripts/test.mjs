// Installs, builds, checks the code and runs all tests. Ends at the first step that fails.
import { join } from 'node:path';
import { prepare, root, show, step } from './steps.mjs';

const tool = (path) => join(root, 'node_modules', path);

prepare();
step('Code checked', process.execPath, [
  tool('@biomejs/biome/bin/biome'),
  'check',
  '--error-on-warnings',
  '.',
]);
process.exitCode = show(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
