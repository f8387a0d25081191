import { median } from '../statistics.mjs';
import { inTurn, seated } from '../turns.mjs';

const SEED = 12;
const CASES = [
  ...[300, 650, 5000].map((words) => ({
    name: `${words.toLocaleString('en')} words`,
    make: (maker) => maker.words(words),
  })),
  { name: '28,000 characters', make: (maker) => maker.characters(28_000) },
];
const LONGEST = '28,000 characters';
const SENTENCE = 'In March I met with a tutor, and we changed how I prepare. ';
/** A turn takes about so long, in milliseconds. */
const TURN = 150;
const LEAST = 2;
const MOST = 2 * SENTENCE.length;

/** A sentence is typed, and deleted again, in the middle of a draft: findings and their places after each key. */
export const keystroke = {
  name: 'keystroke',
  title:
    'A keystroke in the middle (narrative-lint keeps what it knows of the draft; the others read it again)',
  async run({ contestants, quick, makeTexts, record, tell }) {
    for (const { name, make } of CASES) {
      tell(name);
      const maker = await makeTexts(SEED);
      await seated(contestants, async (seats) => {
        const counts = new Map();
        const warming = make(maker);
        for (const seat of seats) counts.set(seat, await warmUp(seat, warming, quick ? 0.5 : 3));
        for (let round = 0; round < (quick ? 3 : 15); round += 1) {
          const text = make(maker);
          const versions = typed(text);
          await inTurn(seats, round, async (seat) => {
            await seat.ask('edit', { text });
            const { result } = await seat.ask('type', { texts: versions.slice(0, counts.get(seat)) });
            record({ case: name, name: seat.contestant.name, unit: 'ms', round: median(result) });
          });
        }
      });
    }
  },
  goals: ({ ratioOf, medianOf, own }) => [
    {
      says: `A keystroke in ${LONGEST} / Harper`,
      most: 0.05,
      got: ratioOf([LONGEST, own], [LONGEST, 'harper.js']),
    },
    { says: `A keystroke in ${LONGEST}, ms`, most: 1, got: medianOf([LONGEST, own]) },
  ],
};

/** Gives how many keystrokes a turn of this contestant takes. */
async function warmUp(seat, text, seconds) {
  const versions = typed(text);
  const end = performance.now() + seconds * 1000;
  let cost = Number.POSITIVE_INFINITY;
  do {
    await seat.ask('edit', { text });
    const count = Number.isFinite(cost) ? countFor(cost) : LEAST;
    cost = median((await seat.ask('type', { texts: versions.slice(0, count) })).result);
  } while (performance.now() < end);
  return countFor(cost);
}

const countFor = (cost) => Math.min(MOST, Math.max(LEAST, Math.round(TURN / cost)));

/** The draft after each key. */
function typed(text) {
  const place = text.slice(text.length / 2).search(/(?<=[.!?] )\p{Lu}/u);
  const at = Math.floor(text.length / 2) + Math.max(0, place);
  const whole = Array.from({ length: SENTENCE.length }, (_, key) => SENTENCE.slice(0, key + 1));
  const inserted = [...whole, ...whole.slice(0, -1).reverse(), ''];
  return inserted.map((part) => text.slice(0, at) + part + text.slice(at));
}
