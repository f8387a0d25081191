// Tries random inputs on everything that reads what users hand in. See CONTRIBUTING.md.
import { parseArgs } from 'node:util';
import { runTarget } from './run-target.mjs';
import { TARGETS } from './targets/index.mjs';

const names = Object.keys(TARGETS);
const HELP = `Usage: pnpm fuzz [options]

Tries random inputs on what reads texts, files, settings and messages. Build first.

Options:
  --runs <n>       inputs for a target of weight 1 (default: 1000); slower ones get fewer
  --seed <n>       the same inputs again (default: another one each time)
  --only <names>   some of the targets, with commas:
                   ${names.join(', ')}
  --path <path>    only the input at this path, which a failure names
  --help           print this help`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    only: { type: 'string' },
    path: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit();
}
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const only = values.only?.split(',') ?? names;
const unknown = only.find((name) => !names.includes(name));
if (!(runs > 0) || !Number.isInteger(seed) || unknown !== undefined) {
  console.error(
    `fuzz: ${unknown === undefined ? '--runs and --seed take whole numbers' : `there is no target ${unknown}`}; see --help`,
  );
  process.exit(2);
}

console.log(`Seed ${seed}`);
let all = 0;
for (const name of only) {
  const own = Math.max(1, Math.round(runs * TARGETS[name].weight));
  const { tried, failure } = await runTarget({ name, seed, runs: own, path: values.path });
  all += tried;
  console.log(`${name.padEnd(18)}${String(tried).padStart(8)} inputs  ${failure ? 'FAILED' : 'no failure'}`);
  if (!failure) continue;
  process.exitCode = 1;
  const again = failure.path ? ` --path ${failure.path}` : '';
  console.log(
    `  ${failure.why}\n  ${failure.input}\n  Again: pnpm fuzz --seed ${seed} --runs ${runs} --only ${name}${again}`,
  );
}
console.log(`${all} inputs`);
