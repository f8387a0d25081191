// Makes a folder of drafts as an advisor gets them, and their roster: node scripts/make-cohort.mjs OUT
// [--drafts 300] [--seed 1] [--broken 18]. The same bytes for the same numbers. Prints what it made, and what
// should be said about it.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BROKEN, NO_DRAFTS } from './cohort/broken.mjs';
import { docx, fitsPdf, pdf, xlsx } from './cohort/files.mjs';
import { fileNameOf, MOST_APPLICANTS, nameOf, people } from './cohort/people.mjs';
import { Random } from './cohort/random.mjs';
import { csv, rosterOf } from './cohort/roster.mjs';
import { texts } from './cohort/texts.mjs';

const LEAST = 30;
const MOST = 3000;
/** Of a cohort of any size at least one file is broken in each way. */
const BROKEN_SHARE = 0.06;
/** People in the roster who handed in nothing, at most. */
const ABSENT = MOST_APPLICANTS - MOST;

const { values, positionals } = parseArgs({
  options: {
    drafts: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    broken: { type: 'string' },
  },
  allowPositionals: true,
});
const isWithin = (number, least, most) => Number.isInteger(number) && number >= least && number <= most;
const size = Number(values.drafts);
const seed = Number(values.seed);
const broken = Number(values.broken ?? Math.max(BROKEN.length, Math.round(size * BROKEN_SHARE)));
const [out] = positionals;
if (
  out === undefined ||
  !Number.isInteger(seed) ||
  !isWithin(size, LEAST, MOST) ||
  !isWithin(broken, 0, size)
)
  fail(
    `Usage: node scripts/make-cohort.mjs OUT [--drafts ${LEAST}..${MOST}] [--seed NUMBER] [--broken NUMBER]`,
  );
const folder = resolve(out);
if ((await readdir(folder).catch(() => [])).length > 0) fail(`${out} is not empty; name a new folder`);

const random = new Random(seed);
const everyone = people(random);
const absent = everyone.splice(0, ABSENT);
const corpus = await texts(size, random);
const drafts = [];
for (let at = 0; at < size; at += 1) {
  const person = everyone[at];
  const source = corpus[at % corpus.length];
  const way = at < broken ? BROKEN[at % BROKEN.length] : undefined;
  const ending = way?.ending ?? endingFor(source.text);
  const bytes = way ? await way.make({ text: source.text, random }) : await bytesOf(source.text, ending);
  const { kind, profile } = source;
  const draft = { file: `${fileNameOf(person, random)}.${ending}`, person, kind, profile, bytes };
  drafts.push(way ? { ...draft, what: way.what, says: way.says } : draft);
}
// One applicant of a hundred hands in a second version.
for (let pairs = Math.max(1, Math.round(size / 100)), at = size - 1; pairs > 0; pairs -= 1, at -= 2) {
  const { person } = drafts[at];
  for (const [version, draft] of [drafts[at], drafts[at - 1]].entries()) {
    const file = `${nameOf(person)} PS ${['old', 'new'][version]}.${draft.file.split('.').at(-1)}`;
    Object.assign(draft, { person, file, twin: true });
  }
}

const roster = rosterOf(drafts, absent, random);
for (const { file, bytes } of [...drafts, ...NO_DRAFTS]) {
  const path = join(folder, 'drafts', file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
await writeFile(join(folder, 'roster.csv'), csv(roster.table));
await writeFile(join(folder, 'roster.xlsx'), await xlsx(roster.table));
const made = {
  seed,
  drafts: drafts.map(({ file, person, what, says }) => ({
    file,
    applicant: nameOf(person),
    ...(what ? { what, says } : {}),
  })),
  noDrafts: NO_DRAFTS.map(({ file }) => file),
  // The same in roster.csv and roster.xlsx.
  roster: { rows: roster.rows, problems: roster.problems },
};
console.log(JSON.stringify(made, null, 2));

/** Mostly Word, as applicants write. */
function endingFor(text) {
  const place = random.next();
  if (place < 0.6) return 'docx';
  if (place < 0.78) return fitsPdf(text) ? 'pdf' : 'docx';
  return place < 0.9 ? 'txt' : 'md';
}

async function bytesOf(text, ending) {
  if (ending === 'docx') return docx(text);
  if (ending === 'pdf') return pdf(text);
  return Buffer.from(random.chance(0.3) ? `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n` : `${text}\n`);
}

function fail(line) {
  console.error(line);
  process.exit(2);
}
