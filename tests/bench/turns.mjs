import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts each contestant in a process of its own, so that none profits or suffers from the heap and the compiled
 * code of another, runs `work` with them, and ends them.
 *
 * @param {readonly Contestant[]} contestants
 * @param {(seats: readonly Seat[]) => Promise<void>} work
 */
export async function seated(contestants, work) {
  const seats = [];
  try {
    for (const contestant of contestants) seats.push(await Seat.of(contestant));
    await work(seats);
  } finally {
    for (const seat of seats) seat.leave();
  }
}

/** Gives each its turn, in another order each round. */
export async function inTurn(seats, round, work) {
  for (let place = 0; place < seats.length; place += 1) await work(seats[(place + round) % seats.length]);
}

class Seat {
  #child;
  contestant;

  static async of(contestant) {
    const args = [here(`contestants/${contestant.module}.mjs`), contestant.root ?? ''];
    const seat = new Seat(
      contestant,
      fork(here('turn.mjs'), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    await seat.#answer();
    return seat;
  }

  constructor(contestant, child) {
    this.contestant = contestant;
    this.#child = child;
  }

  /** Gives the times in milliseconds, and how many findings there were. */
  async ask(task, given) {
    const answer = this.#answer();
    this.#child.send({ task, ...given });
    return answer;
  }

  async #answer() {
    const gone = new AbortController();
    const [message] = await Promise.race([
      once(this.#child, 'message', { signal: gone.signal }),
      once(this.#child, 'exit', { signal: gone.signal }).then(([code]) => [
        { error: `its process ended with ${code}` },
      ]),
    ]).finally(() => gone.abort());
    if (message.error) throw new Error(`${this.contestant.name}: ${message.error}`);
    return message;
  }

  leave() {
    this.#child.kill();
  }
}
