import { inTurn, seated } from '../turns.mjs';

const SEED = 13;
const PARTS = 10;

/** Whether time grows with the length: the words of a long text, together and in ten parts. */
export const length = {
  name: 'length',
  title: 'Time for a word of a short and of a long text (the same words)',
  async run({ contestants, quick, makeTexts, record, tell }) {
    const { short, long } = sizes(quick);
    tell(`${long} and ${PARTS} × ${short}`);
    const maker = await makeTexts(SEED);
    const some = () => Array.from({ length: PARTS }, () => maker.words(quick ? 1000 : 20_000));
    const compared = contestants.filter(({ module }) => ['narrative-lint', 'write-good'].includes(module));
    await seated(compared, async (seats) => {
      const warming = some();
      for (const seat of seats)
        await seat.ask('warm', { texts: warming, seconds: quick ? 0.5 : 4, leastRuns: 2 });
      for (let round = 0; round < (quick ? 3 : 7); round += 1) {
        const parts = some();
        const whole = parts.join('\n');
        const words = whole.match(/\S+/g).length;
        const take = async (seat, name, texts) => {
          const { result } = await seat.ask('lint', { texts });
          const time = result.reduce((sum, one) => sum + one, 0);
          record({ case: name, name: seat.contestant.name, unit: 'µs a word', round: (time / words) * 1000 });
        };
        await inTurn(seats, round, async (seat) => {
          const both = [() => take(seat, short, parts), () => take(seat, long, [whole])];
          for (const one of round % 2 === 0 ? both : both.reverse()) await one();
        });
      }
    });
  },
  goals({ ratioOf, own, quick }) {
    const { short, long } = sizes(quick);
    return [
      { says: `Time for a word, ${long} / ${short}`, most: 1.15, got: ratioOf([long, own], [short, own]) },
    ];
  },
};

const sizes = (quick) =>
  quick ? { short: '1,000 words', long: '10,000 words' } : { short: '20,000 words', long: '200,000 words' };
