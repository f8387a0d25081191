import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownCommand, PEER_COMMANDS } from '../commands.mjs';
import { measureProcess, ON_ONE_CORE } from '../processes.mjs';

const SEED = 16;
const WORDS = 650;
const SIZES = { full: [100, 1000, 10_000], quick: [30, 120] };
/** Runs of each size; a run over many drafts is long enough to even out by itself. */
const ROUNDS = { 30: 2, 100: 7, 120: 2, 1000: 3, 10000: 2 };
/** Another linter that would take longer than so many seconds for a run is left out. */
const PATIENCE = 60;
const caseOf = (size) => `${size.toLocaleString('en')} drafts`;
const memoryOf = (size) => `${caseOf(size)}, peak memory`;
const processorOf = (size) => `${caseOf(size)}, processor`;
const onCores = (name, cores) => `${name}, ${cores === 1 ? 'one core' : 'two cores'}`;

/** A folder of drafts, in one process: time for a draft, and memory. All but our own with two threads are kept to one core. */
export const cohort = {
  name: 'cohort',
  title: 'A cohort (whole processes, drafts of 650 words)',
  async run({ contestants, quick, makeTexts, record, scratch, tell }) {
    const maker = await makeTexts(SEED);
    let commands = contestants.flatMap(commandsOf);
    if (ON_ONE_CORE.length === 0) tell('this system cannot keep a program to one core');
    for (const size of quick ? SIZES.quick : SIZES.full) {
      tell(caseOf(size));
      const cwd = join(scratch, `cohort-${size}`);
      await mkdir(cwd);
      const drafts = Array.from({ length: size }, (_, at) => `draft-${at + 1}.md`);
      for (const draft of drafts) await writeFile(join(cwd, draft), maker.words(WORDS));
      const times = new Map();
      for (let round = 0; round < ROUNDS[size]; round += 1) {
        for (let place = 0; place < commands.length; place += 1) {
          const { name, args, cores } = commands[(place + round) % commands.length];
          const { time, peak, cpu } = await measureProcess(args(drafts), { cwd, scratch, cores });
          times.set(name, time / size);
          record({ case: caseOf(size), name, unit: 'ms a draft', round: time / size });
          record({ case: processorOf(size), name, unit: 'ms a draft', round: cpu / size });
          record({ case: memoryOf(size), name, unit: 'MB', round: peak });
        }
      }
      commands = commands.filter(
        ({ name, isOwn }) => isOwn || (times.get(name) * size * 10) / 1000 <= PATIENCE,
      );
    }
  },
  goals({ ratioOf, own, quick }) {
    const sizes = quick ? SIZES.quick : SIZES.full;
    const [least] = sizes;
    const most = sizes.at(-1);
    const one = onCores(own, 1);
    const two = onCores(own, 2);
    return [
      ...sizes.slice(1).flatMap((size) => [
        {
          says: `Throughput over ${caseOf(size)} on one core / write-good`,
          least: 2,
          got: ratioOf([caseOf(size), 'write-good'], [caseOf(size), one]),
        },
        {
          says: `Throughput over ${caseOf(size)}, two cores / one`,
          least: 1.8,
          got: ratioOf([caseOf(size), one], [caseOf(size), two]),
        },
      ]),
      ...[one, two].map((name) => ({
        says: `Peak memory of ${caseOf(most)} / ${caseOf(least)}, ${name.split(', ')[1]}`,
        most: 1.3,
        got: ratioOf([memoryOf(most), name], [memoryOf(least), name]),
      })),
    ];
  },
};

function commandsOf({ name, module, root }) {
  if (root)
    return [1, 2].map((cores) => ({
      name: onCores(name, cores),
      isOwn: true,
      cores,
      args: () => [...ownCommand(root), '.', '--concurrency', String(cores)],
    }));
  const command = PEER_COMMANDS[module];
  // They look for drafts in a folder themselves, all but write-good.
  return command
    ? [{ name, cores: 1, args: (drafts) => [...command, ...(module === 'write-good' ? drafts : ['.'])] }]
    : [];
}
