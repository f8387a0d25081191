import { median } from '../statistics.mjs';
import { inTurn, seated } from '../turns.mjs';

const SEED = 11;
/** How many words, and how many texts of that length a turn takes. */
const CASES = [
  { words: 300, texts: 8 },
  { words: 650, texts: 5 },
  { words: 5000, texts: 1 },
];
const caseOf = (words) => `${words.toLocaleString('en')} words`;

/** A whole text, linted by a process that has linted others before. */
export const warm = {
  name: 'warm',
  title: 'Warm full lint (another text each time; nothing kept from one to the next)',
  async run({ contestants, quick, makeTexts, record, tell }) {
    for (const { words, texts } of CASES) {
      tell(caseOf(words));
      const maker = await makeTexts(SEED + words);
      const some = (count) => Array.from({ length: count }, () => maker.words(words));
      const warming = some(texts * 4);
      await seated(contestants, async (seats) => {
        for (const seat of seats)
          await seat.ask('warm', { texts: warming, seconds: quick ? 0.5 : 4, leastRuns: 3 });
        for (let round = 0; round < (quick ? 3 : 20); round += 1) {
          const batch = some(texts);
          await inTurn(seats, round, async (seat) => {
            const { result } = await seat.ask('lint', { texts: batch });
            record({ case: caseOf(words), name: seat.contestant.name, unit: 'ms', round: median(result) });
          });
        }
      });
    }
  },
  goals: ({ ratioOf, own }) =>
    CASES.map(({ words }) => ({
      says: `Warm full lint of ${caseOf(words)} / write-good`,
      most: 0.5,
      got: ratioOf([caseOf(words), own], [caseOf(words), 'write-good']),
    })),
};
