import type { Io } from './io.ts';

/** A line of progress over several drafts: on a terminal only, and gone when the run is done. */
export interface Progress {
  step(path: string): void;
  done(): void;
}

export function progressOf(io: Io, total: number): Progress {
  const visible = total > 1 && io.out.isTerminal && io.err.isTerminal && io.env.TERM !== 'dumb';
  let count = 0;
  return {
    step(path) {
      count += 1;
      if (!visible) return;
      const line = `Reading ${count} of ${total}: ${path}`;
      io.err.write(`\r\u001B[2K${line.slice(0, (io.err.columns ?? 80) - 1)}`);
    },
    done() {
      if (visible) io.err.write('\r\u001B[2K');
    },
  };
}
