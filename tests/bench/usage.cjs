// Loaded into a process before its program: leaves behind what the process took of the machine.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.NARRATIVE_LINT_BENCH_USAGE;
if (isMainThread && file)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(
      file,
      JSON.stringify({ peak: (peak() ?? maxRSS) / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }),
    );
  });

/** In kB. Linux counts what the parent took, too, under `maxRSS`. */
function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return undefined;
  }
}
