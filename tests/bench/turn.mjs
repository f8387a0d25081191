// A process of its own for one contestant. It does what `turns.mjs` asks for, and says how long that took.
const [module, root] = process.argv.slice(2);
const { open } = await import(module);
const contestant = await open(root);
const { lint } = contestant;
/** Drafts that are being written, by the number of the request that opened them. */
let type = lint;
/** What was found, added up: shows that something was, and keeps the work from being optimised away. */
let found = 0;

const tasks = {
  /** Lints these texts again and again until the time is over; gives the time that the last one took. */
  async warm({ texts, seconds, leastRuns }) {
    const end = performance.now() + seconds * 1000;
    for (let at = 0; at < leastRuns || performance.now() < end; at += 1)
      await timed(lint, texts[at % texts.length]);
  },
  lint: ({ texts }) => timedAll(lint, texts),
  /** Opens a draft in an editor. */
  async edit({ text }) {
    type = contestant.draft?.() ?? lint;
    await type(text);
  },
  /** Each text is the draft after one more keystroke. */
  type: ({ texts }) => timedAll((text) => type(text), texts),
  read: ({ paths }) => timedAll(contestant.read, paths),
};

async function timedAll(work, inputs) {
  const times = [];
  for (const input of inputs) times.push(await timed(work, input));
  return times;
}

/** Milliseconds. Work that is done at once is not waited for. */
async function timed(work, input) {
  const began = performance.now();
  const result = work(input);
  const count = typeof result === 'number' ? result : await result;
  const time = performance.now() - began;
  found += count;
  return time;
}

process.on('message', async ({ task, ...given }) => {
  try {
    found = 0;
    const result = await tasks[task](given);
    process.send({ result, found });
  } catch (error) {
    process.send({ error: `${error?.stack ?? error}` });
  }
});
process.send({ result: 'ready' });
