import type { Folder } from '../../cli/run.ts';

/** What would run, load or leave its place if any of it became more than text. */
export const HOSTILE = `<script>window.owned = 1</script><img src=x onerror="window.owned = 2; alert(2)"><svg onload="alert(3)"></svg><a href="javascript:alert(4)">a</a><iframe src="https://example.org"></iframe>&lt;b&gt;"'</title></style></script><!--`;
/** The part of it that may be in the name of a file. */
export const HOSTILE_FILE = `<img src=x onerror=alert(5)> "'& PS.txt`;

const STORY =
  'I failed Step 1, and the proctor was at fault. I met with a tutor weekly. I passed in May and took the road on.';

/** A configuration whose rule finds something in every draft, and says hostile things of it. */
const CONFIG = `
export default {
  plugins: [{
    meta: {
      id: 'no-road',
      group: 'what-happened',
      severity: 'warning',
      summary: ${JSON.stringify(`Summary ${HOSTILE}`)},
      why: ${JSON.stringify(`Why ${HOSTILE}`)},
      ask: ${JSON.stringify(`Ask ${HOSTILE}`)},
      source: ${JSON.stringify(HOSTILE)},
      options: {},
      messages: { road: { text: ${JSON.stringify(`Text ${HOSTILE}`)} } },
    },
    check({ document, report }) {
      for (const { tokens } of document.sentences)
        for (const { norm, start, end } of tokens)
          if (norm === 'road') report({ messageId: 'road', at: { start, end } });
    },
    examples: { invalid: [], valid: [] },
  }],
};
`;

/** A folder whose draft, file names, roster and configuration are all hostile, with its report in \`report/\`. */
export async function hostileReport(here: Folder, folder: string): Promise<void> {
  const csv = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await here.write(`${folder}/drafts/${HOSTILE_FILE}`, `${HOSTILE} ${STORY}\n\n${HOSTILE}\n`);
  await here.write(`${folder}/drafts/broken ${HOSTILE_FILE}.docx`, HOSTILE);
  await here.write(`${folder}/drafts/narrative-lint.config.mjs`, CONFIG);
  await here.write(
    `${folder}/roster.csv`,
    `file,applicant,specialty\n${csv(HOSTILE_FILE)},${csv(HOSTILE)},${csv(HOSTILE)}\n${csv(HOSTILE)},,IM\n`,
  );
  await here.run(['cohort', 'drafts', '--roster', 'roster.csv'], { cwd: folder });
}
