// Measures narrative-lint against other linters, or against itself: see options.mjs.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, packagesOf } from '../../scripts/own-packages.mjs';
import { root } from '../../scripts/steps.mjs';
import { cohort } from './benches/cohort.mjs';
import { cold } from './benches/cold.mjs';
import { keystroke } from './benches/keystroke.mjs';
import { length } from './benches/length.mjs';
import { reading } from './benches/reading.mjs';
import { warm } from './benches/warm.mjs';
import { buildCommits, currentCommit } from './commits.mjs';
import { compareRuns } from './compare.mjs';
import { OWN, ownAt, PEERS, PEERS_FOLDER } from './contestants.mjs';
import { HELP, readOptions } from './options.mjs';
import { benchReport, goalsReport, versionsReport } from './report.mjs';
import { goalsOf, Results } from './results.mjs';

const BENCHES = [cold, warm, keystroke, cohort, reading, length];
const NAMES = BENCHES.map(({ name }) => name);

try {
  await main(readOptions(process.argv.slice(2), NAMES));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}

async function main(options) {
  if (options.help) console.log(HELP.replace('NAMES', NAMES.join(', ')));
  else if (options.compare) console.log(await compareRuns(options.compare));
  else await measure(options);
}

async function measure({ only, peers, quick, json, commits }) {
  if (!existsSync(join(root, 'packages/cli/dist/main.cjs')))
    throw new Error('nothing is built yet; run npx pnpm@10.34.9 run build first');
  if (peers.length > 0) installPackages(PEERS_FOLDER);
  const scratch = await mkdtemp(join(tmpdir(), 'narrative-lint-bench-'));
  const built = commits ? buildCommits(commits, scratch, tell) : undefined;
  try {
    const own = built ? built.roots.map((at, place) => ownAt(at, commits[place])) : [ownAt(root)];
    const contestants = [...own, ...PEERS.filter(({ name }) => peers.includes(name))];
    const results = new Results();
    const began = machine();
    const goals = [];
    // The drafts are read by the engine, which is there only now.
    const { TextMaker } = await import('./texts.mjs');
    for (const bench of BENCHES.filter(({ name }) => only.includes(name))) {
      await bench.run({
        contestants,
        quick,
        scratch,
        makeTexts: (seed) => TextMaker.withSeed(seed),
        record: (row) => results.add({ bench: bench.name, ...row }),
        tell: (what) => tell(`${bench.name}: ${what}`),
      });
      console.log(benchReport(bench, results, own[0].name));
      if (!commits) goals.push(...goalsOf(bench, results, OWN, quick));
    }
    if (goals.length > 0) console.log(goalsReport(goals));
    if (commits) console.log(versionsReport(results, own[0].name, own[1].name));
    const ended = machine();
    console.log(
      `Load of the machine in the last minute: ${began.load} at the start, ${ended.load} at the end.`,
    );
    if (quick) console.log('A quick look: for figures to quote leave out --quick.');
    const of = {
      commit: currentCommit(),
      ...(commits ? { commits } : {}),
      quick,
      peers: packagesOf(PEERS_FOLDER),
    };
    const report = { format: 1, ...of, began, ended, goals, rows: results.rows };
    if (json) await writeFile(json, `${JSON.stringify(report)}\n`);
  } finally {
    built?.remove();
    await rm(scratch, { recursive: true, force: true });
  }
}

function machine() {
  const [{ model } = { model: 'unknown' }] = cpus();
  const of = {
    node: process.version,
    system: `${platform()} ${arch()}`,
    processor: model,
    cores: availableParallelism(),
  };
  return { at: new Date().toISOString(), ...of, load: Number((loadavg()[0] ?? 0).toFixed(2)) };
}

function tell(what) {
  console.error(`${new Date().toLocaleTimeString('en-GB')} ${what}`);
}
