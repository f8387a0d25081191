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
/** Keystrokes of a turn: the whole sentence for ours; the others take as long for each, and fewer show it. */
const KEYS = { own: 2 * SENTENCE.length, other: 8 };

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
        const turn = async (seat, text) => {
          const keys = seat.contestant.root && !quick ? KEYS.own : KEYS.other;
          await seat.ask('edit', { text });
          return (await seat.ask('type', { texts: typed(text).slice(0, keys) })).result;
        };
        const warming = make(maker);
        for (const seat of seats) {
          const end = performance.now() + (quick ? 500 : 4000);
          do await turn(seat, warming);
          while (performance.now() < end);
        }
        for (let round = 0; round < (quick ? 3 : 10); round += 1) {
          const text = make(maker);
          await inTurn(seats, round, async (seat) => {
            const times = await turn(seat, text);
            record({ case: name, name: seat.contestant.name, unit: 'ms', round: median(times) });
            if (seat.contestant.root)
              record({
                case: `${name}, slowest`,
                name: seat.contestant.name,
                unit: 'ms',
                round: Math.max(...times),
              });
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

/** The draft after each key. */
function typed(text) {
  const place = text.slice(text.length / 2).search(/(?<=[.!?] )\p{Lu}/u);
  const at = Math.floor(text.length / 2) + Math.max(0, place);
  const whole = Array.from({ length: SENTENCE.length }, (_, key) => SENTENCE.slice(0, key + 1));
  const inserted = [...whole, ...whole.slice(0, -1).reverse(), ''];
  return inserted.map((part) => text.slice(0, at) + part + text.slice(at));
}
