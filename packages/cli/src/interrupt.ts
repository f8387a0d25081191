import type { Io } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<() => void>();
let line: ((text: string) => void) | undefined;
let isMeantToEnd = false;

/**
 * Takes something away when a signal ends the process (Ctrl-C), which then says so in one line. The process ends
 * by that same signal, so that a script around it ends as well; a shell shows it as 130 or 143.
 *
 * @param cleanup - Must do all it does without a pause.
 * @returns Takes the cleanup back, once there is nothing to take away.
 */
export function onInterrupt(cleanup: () => void, io: Io): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, end);
  line = (text) => io.err.write(text);
  const own = () => cleanup();
  cleanups.add(own);
  return () => {
    if (!cleanups.delete(own) || cleanups.size > 0) return;
    for (const signal of SIGNALS) process.off(signal, end);
  };
}

/** From here on Ctrl-C is how the run is meant to end: with exit code 0, and without a word. */
export function endOnInterrupt(io: Io): void {
  isMeantToEnd = true;
  // The shell goes on where the terminal wrote "^C".
  onInterrupt(() => io.err.isTerminal && io.err.write('\n'), io);
}

function end(signal: NodeJS.Signals): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
  for (const each of SIGNALS) process.off(each, end);
  if (isMeantToEnd && signal === 'SIGINT') process.exit(0);
  if (!isMeantToEnd) line?.('narrative-lint: stopped before it was done; no unfinished report was left\n');
  process.kill(process.pid, signal);
}
