import { parseArgs } from 'node:util';
import { PEERS } from './contestants.mjs';

export const HELP = `Usage: pnpm bench [options]

Measures narrative-lint against other linters on the same texts. Ratios of one run count, not its times.
Build first; the other linters are installed the first time (165 MB).

Options:
  --only <names>        some of the benches, with commas: NAMES
  --peers <names>       some of the other linters, with commas, or none: ${PEERS.map(({ name }) => name).join(', ')}
  --quick               a first look in a few minutes; the goals want a full run
  --json <file>         write the results to a file, too
  --compare <a> <b>     compare two such files, and measure nothing
  --commits <a> <b>     build two commits and measure them against each other in one run; . is this tree
                        as it is built; other linters take part where --peers names them
  --help                print this help`;

/**
 * The options of a call.
 *
 * @param {readonly string[]} benches - Names of all benches.
 * @throws {Error} with one line for whoever called.
 */
export function readOptions(args, benches) {
  const flag = { type: 'boolean', default: false };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      peers: { type: 'string' },
      json: { type: 'string' },
      quick: flag,
      compare: flag,
      commits: flag,
      help: flag,
    },
  });
  const { quick, json, compare, commits, help } = values;
  const pair = compare || commits;
  if (compare && commits) throw new Error('--compare and --commits exclude each other');
  if (pair && positionals.length !== 2)
    throw new Error(`${compare ? '--compare' : '--commits'} takes two names`);
  if (!pair && positionals.length > 0) throw new Error(`${positionals[0]} is not an option; see --help`);
  const peers = PEERS.map(({ name }) => name);
  return {
    help,
    quick,
    json,
    compare: compare ? positionals : undefined,
    commits: commits ? positionals : undefined,
    only: chosen(values.only, benches, 'bench') ?? benches,
    peers: values.peers === 'none' ? [] : (chosen(values.peers, peers, 'linter') ?? (commits ? [] : peers)),
  };
}

function chosen(list, known, what) {
  const names = list?.split(',');
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is no ${what}; there are ${known.join(', ')}`);
  return names;
}
