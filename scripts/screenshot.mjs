// Draws docs/output.svg from a real run of the built command line on the sample statement.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ansiToSvg, plain } from './ansi-to-svg.mjs';
import { root } from './steps.mjs';

const DRAFT = 'personal-statement.md';
/** The picture ends before the first finding past this line, and shows the last line of the run. */
const MOST_LINES = 42;

const run = spawnSync(
  process.execPath,
  [join(root, 'packages/cli/bin/narrative-lint.js'), DRAFT, '--color'],
  {
    cwd: join(root, 'fixtures', 'samples'),
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '88' },
  },
);
if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);

const lines = run.stdout.replace(/^\n|\n$/g, '').split('\n');
const starts = lines.flatMap((line, at) =>
  /^ {2}(?:\d+:\d+|whole draft) {2}/.test(plain(line)) ? [at] : [],
);
const end = starts.filter((at) => at <= MOST_LINES).at(-1) ?? lines.length;
const shown =
  lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, end), '  \u001B[2m...\u001B[22m', '', ...lines.slice(-1)];
const text = [`\u001B[2m$\u001B[22m narrative-lint ${DRAFT}`, '', ...shown].join('\n');

await mkdir(join(root, 'docs'), { recursive: true });
await writeFile(
  join(root, 'docs', 'output.svg'),
  ansiToSvg(text, `narrative-lint on a sample personal statement`),
);
