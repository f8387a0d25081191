import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownCommand, PEER_COMMANDS } from '../commands.mjs';
import { timeProcess } from '../processes.mjs';

const SEED = 14;
const CASE = '650 words';
const NODE = 'node -e 0';

/** Whole processes: start, read one draft, print, end. */
export const cold = {
  name: 'cold',
  title: 'Cold start (whole processes, one draft of 650 words)',
  async run({ contestants, quick, makeTexts, record, scratch, tell }) {
    tell(CASE);
    const cwd = join(scratch, 'cold');
    await mkdir(cwd);
    const maker = await makeTexts(SEED);
    const commands = [
      { name: NODE, args: () => ['-e', '0'], silent: true },
      ...contestants
        .map(({ name, module, root }) => ({ name, command: root ? ownCommand(root) : PEER_COMMANDS[module] }))
        .filter(({ command }) => command)
        .map(({ name, command }) => ({ name, args: (draft) => [...command, draft] })),
    ];
    // The first round brings the files into memory.
    for (let round = -1; round < (quick ? 3 : 25); round += 1) {
      const draft = `draft-${round + 1}.md`;
      await writeFile(join(cwd, draft), maker.words(650));
      for (let place = 0; place < commands.length; place += 1) {
        const { name, args, silent } = commands[(place + round + 1) % commands.length];
        const time = await timeProcess(args(draft), { cwd, silent });
        if (round >= 0) record({ case: CASE, name, unit: 'ms', round: time });
      }
    }
  },
  goals: ({ ratioOf, own }) => [
    { says: 'Cold start / node -e 0', most: 2, got: ratioOf([CASE, own], [CASE, NODE]) },
    { says: 'Cold start / write-good', most: 1, got: ratioOf([CASE, own], [CASE, 'write-good']) },
  ],
};
