import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docx, fitsPdf, pdf } from '../../../scripts/cohort/files.mjs';
import { ownCommand } from '../commands.mjs';
import { timeProcess } from '../processes.mjs';
import { median } from '../statistics.mjs';
import { inTurn, seated } from '../turns.mjs';

const SEED = 15;
const WORDS = 650;
const TEXTS = 5;
const FORMATS = {
  '.md': async (text) => text,
  '.docx': docx,
  '.pdf': pdf,
};

/** What a file format costs, apart from linting. */
export const reading = {
  name: 'reading',
  title: 'Reading a file of 650 words, apart from linting it',
  async run({ contestants, quick, makeTexts, record, scratch, tell }) {
    tell('Markdown, Word and PDF');
    const cwd = join(scratch, 'reading');
    await mkdir(cwd);
    const maker = await makeTexts(SEED);
    const next = () => {
      for (;;) {
        const text = maker.words(WORDS);
        if (fitsPdf(text)) return text;
      }
    };
    let files = 0;
    const write = async (text) => {
      files += 1;
      const paths = {};
      for (const [format, make] of Object.entries(FORMATS)) {
        paths[format] = join(cwd, `draft-${files}${format}`);
        await writeFile(paths[format], await make(text));
      }
      return { text, paths };
    };
    const some = async (count) => {
      const written = [];
      for (let at = 0; at < count; at += 1) written.push(await write(next()));
      return written;
    };
    const own = contestants.filter(({ root }) => root);
    await seated(own, async (seats) => {
      const turn = async (seat, drafts, keep) => {
        const { name } = seat.contestant;
        for (const format of Object.keys(FORMATS)) {
          const { result } = await seat.ask('read', { paths: drafts.map(({ paths }) => paths[format]) });
          keep({ case: `read ${format}`, name, unit: 'ms', round: median(result) });
        }
        const { result } = await seat.ask('lint', { texts: drafts.map(({ text }) => text) });
        keep({ case: 'lint what was read', name, unit: 'ms', round: median(result) });
      };
      const warming = await some(TEXTS);
      for (const seat of seats)
        for (let run = 0; run < (quick ? 2 : 20); run += 1) await turn(seat, warming, () => undefined);
      for (let round = 0; round < (quick ? 3 : 15); round += 1) {
        const drafts = await some(TEXTS);
        await inTurn(seats, round, (seat) => turn(seat, drafts, record));
      }
    });
    for (let round = -1; round < (quick ? 2 : 11); round += 1) {
      const { paths } = await write(next());
      for (const [format, path] of Object.entries(paths))
        for (const { name, root } of own) {
          const time = await timeProcess([...ownCommand(root), path], { cwd });
          if (round >= 0) record({ case: `whole process, ${format}`, name, unit: 'ms', round: time });
        }
    }
  },
  goals: () => [],
};
