import { visible } from '@narrative-lint/core';
import type { Io } from './io.ts';

/** A line of progress over several drafts: on a terminal only, and gone when the run is done. */
export interface Progress {
  /** The next draft is done. */
  step(path: string): void;
  /** Makes way for other lines; the next step draws the line anew. */
  clear(): void;
}

export function progressOf(io: Io, total: number): Progress {
  const isShown = total > 1 && io.out.isTerminal && io.err.isTerminal && io.env.TERM !== 'dumb';
  let count = 0;
  // To ask for it loads modules of Node.
  const started = isShown ? performance.now() : 0;
  return {
    step(path) {
      count += 1;
      if (!isShown) return;
      const line = `Read ${count} of ${total}${remaining(performance.now() - started, count, total)}: ${visible(path)}`;
      io.err.write(`\r\u001B[2K${line.slice(0, (io.err.columns ?? 80) - 1)}`);
    },
    clear() {
      if (isShown) io.err.write('\r\u001B[2K');
    },
  };
}

/** How long the rest takes at the pace so far; nothing while that is a guess. */
function remaining(spent: number, done: number, total: number): string {
  if (done < 5 || spent < 1000) return '';
  const seconds = Math.ceil(((spent / done) * (total - done)) / 1000);
  return seconds >= 100 ? `, about ${Math.round(seconds / 60)} min left` : `, about ${seconds} s left`;
}
