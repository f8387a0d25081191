/** Runs one target in a thread of its own, which tells of each input before it is tried. */
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { TARGETS } from './targets/index.mjs';

const LONGEST_SHOWN = 4000;
const { name, seed, runs, path } = workerData;
const property = await TARGETS[name].property();
const run = property.run.bind(property);
let tried = 0;
property.run = (value, ...rest) => {
  tried += 1;
  parentPort.postMessage({ tried, input: shown(value) });
  return run(value, ...rest);
};
const details = await fc.check(property, { seed, numRuns: runs, ...(path ? { path } : {}) });
const error = details.errorInstance;
parentPort.postMessage({
  runs: details.numRuns,
  tried,
  ...(details.failed
    ? {
        failure: {
          why: error instanceof Error ? error.message : String(error ?? 'it failed'),
          input: shown(details.counterexample),
          path: details.counterexamplePath,
        },
      }
    : {}),
});
// The servers that a target started end with this.
parentPort.close();

function shown(value) {
  return fc.stringify(value).slice(0, LONGEST_SHOWN);
}
