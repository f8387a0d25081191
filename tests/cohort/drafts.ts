import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseMarkedDraft } from '@narrative-lint/core';
import { Random } from '../../scripts/cohort/random.mjs';
import { type Folder, folder, SAMPLES } from '../cli/run.ts';

const LABELLED = fileURLToPath(new URL('../../fixtures/labelled/d1/', import.meta.url));
const FIRST = ['Zo\u00EB', 'Jonas', "D'Arcy", 'Mar\u00EDa', 'Ann', '\u00DCmit', 'Niamh', 'Lee'];
const LAST = [
  "O'Brien",
  'M\u00FCller',
  'Nguyen',
  'Garc\u00EDa',
  'Smith-Jones',
  'van der Berg',
  'Okafor',
  'Rossi',
];

/** An applicant of a generated cohort. */
export interface Applicant {
  readonly name: string;
  readonly file: string;
}

/** A folder with a generated cohort in `drafts/`: the same one for the same seed. */
export async function cohort(size: number, seed = 1): Promise<Folder & { applicants: readonly Applicant[] }> {
  const here = await folder();
  const random = new Random(seed);
  const texts = await statements();
  const docx = await readFile(join(SAMPLES, 'personal-statement.docx'));
  const applicants: Applicant[] = [];
  for (let at = 0; at < size; at += 1) {
    const name = `${FIRST[at % FIRST.length]} ${LAST[Math.floor(at / FIRST.length) % LAST.length]}`;
    const kind = ['md', 'txt', 'docx'][Math.floor(random.next() * 3)] ?? 'md';
    const file = `${name.replaceAll(' ', random.next() < 0.5 ? '_' : ' ')} PS.${kind}`;
    const text = texts[Math.floor(random.next() * texts.length)] ?? '';
    await here.write(`drafts/${file}`, kind === 'docx' ? docx : text);
    applicants.push({ name, file });
  }
  return Object.assign(here, { applicants });
}

/** The prose of labelled statements. */
async function statements(): Promise<string[]> {
  const names = (await readdir(LABELLED)).filter((name) => name.endsWith('.draft.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const marked = (await readFile(join(LABELLED, name), 'utf8')).replace(/^---\n[\s\S]*?\n---\n/, '');
      return parseMarkedDraft(marked).text.trim();
    }),
  );
}

/** `report.json`, as far as the tests look at it. */
export interface CohortReport {
  readonly date: string;
  readonly files: readonly {
    readonly path: string;
    readonly status: string;
    readonly applicant?: string;
    readonly specialty?: string;
    readonly setbacks?: readonly string[];
    readonly page?: string;
    readonly error?: string;
    readonly messages?: readonly { readonly ruleId: string; readonly fingerprint: string }[];
  }[];
  readonly roster: readonly { readonly code: string; readonly message: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

export async function reportIn(here: Folder, name = 'report'): Promise<CohortReport> {
  return JSON.parse(await here.read(`${name}/report.json`));
}
