import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../scripts/make-cohort.mjs', import.meta.url));

/** What `scripts/make-cohort.mjs` says that it made. */
export interface Made {
  readonly drafts: readonly {
    /** Within the folder `drafts`. */
    readonly file: string;
    readonly applicant: string;
    /** In what way the file is broken; nothing for a good one. */
    readonly what?: string;
    /** Words that should be said of a broken file: what is wrong, and what to do. */
    readonly says?: readonly string[];
  }[];
  /** Files beside the drafts that are none. */
  readonly noDrafts: readonly string[];
  readonly roster: {
    readonly rows: number;
    readonly problems: readonly { readonly code: string; readonly about: string; readonly says: string }[];
  };
}

/** Makes a folder with `drafts/`, and `roster.csv` and `roster.xlsx`, which hold the same. */
export async function makeCohort(
  folder: string,
  size: { readonly drafts: number; readonly seed: number; readonly broken?: number },
): Promise<Made> {
  const args = [
    SCRIPT,
    folder,
    ...Object.entries(size).flatMap(([name, number]) => [`--${name}`, String(number)]),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`make-cohort.mjs ended with ${code}`);
  return JSON.parse(out);
}
