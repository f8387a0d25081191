/** Milliseconds between looks; a thread fills a few hundred megabytes in that time at most. */
const EVERY = 50;
const MEGABYTE = 1024 * 1024;

/**
 * Calls as soon, and as long, as this process holds so many megabytes more than now. The limits of a thread's
 * heap do not count what lies beside it, and that is where documents are unpacked to.
 *
 * @returns Ends the watch.
 */
export function watchMemory(megabytes: number, alarm: () => void): () => void {
  // What a thread held that was stopped before is given back a moment later, and is none of what is watched.
  let least = Number.POSITIVE_INFINITY;
  const look = () => {
    const now = process.memoryUsage.rss();
    least = Math.min(least, now);
    if (now > least + megabytes * MEGABYTE) alarm();
  };
  look();
  const timer = setInterval(look, EVERY);
  return () => clearInterval(timer);
}
