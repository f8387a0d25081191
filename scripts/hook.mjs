#!/usr/bin/env node
// Runs the command line from a clone, for pre-commit and the GitHub Action: the first run installs and builds.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, show } from './steps.mjs';

if (!existsSync(join(root, 'packages/cli/dist/main.cjs'))) prepare();
const bin = join(root, 'packages/cli/bin/narrative-lint.js');
// Names are meant from where the hook was called.
process.exitCode = show(process.execPath, [bin, ...process.argv.slice(2)], { cwd: process.cwd() });
