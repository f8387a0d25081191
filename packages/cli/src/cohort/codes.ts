import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UsageError } from '../errors.ts';

/** Lies in the folder of the drafts, so that a later report has the same codes; it is the key to them. */
export const CODES_NAME = 'narrative-lint.codes.json';

/** Codes that stand for names and files in a report without names. */
export interface Codes {
  /** Absolute. */
  readonly file: string;
  draft(path: string): string;
  applicant(name: string): string;
  /** Takes every known name and path out of a line. */
  hide(line: string): string;
  /** Writes new codes, readable by the owner only. */
  write(): Promise<void>;
}

/**
 * Reads the codes of a folder. They are drawn at random and say nothing about a name, not even to somebody
 * who has a list of names to try.
 *
 * @throws {UsageError} where the file is there and holds something else.
 */
export async function readCodes(folder: string, cwd: string): Promise<Codes> {
  const file = join(folder, CODES_NAME);
  const name = relative(cwd, file);
  const codes = await read(file, name);
  const taken = new Set(codes.values());
  const codeOf = (key: string, word: string) => {
    const known = codes.get(key);
    if (known !== undefined) return known;
    let code: string;
    do code = `${word}-${randomInt(10_000, 100_000)}`;
    while (taken.has(code));
    taken.add(code);
    codes.set(key, code);
    return code;
  };
  const used = new Map<string, string>();
  const remember = (key: string, word: string) => {
    const code = codeOf(key, word);
    used.set(key, code);
    return code;
  };
  return {
    file,
    draft: (path) => remember(path.normalize('NFC'), 'draft'),
    applicant: (person) => remember(person.normalize('NFC'), 'applicant'),
    hide(line) {
      const keys = [...used.keys()].sort((a, b) => b.length - a.length);
      return keys.reduce((text, key) => text.replaceAll(key, used.get(key) ?? ''), line.normalize('NFC'));
    },
    async write() {
      const { default: writeFileAtomic } = await import('write-file-atomic');
      const text = `${JSON.stringify({ version: 1, codes: Object.fromEntries(codes) }, null, 2)}\n`;
      try {
        await writeFileAtomic(file, text, { mode: 0o600 });
      } catch (cause) {
        throw new UsageError(
          `${name} could not be written, and without it the codes would be others next time; check that the folder allows it`,
          { cause },
        );
      }
    },
  };
}

async function read(file: string, name: string): Promise<Map<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw new UsageError(`${name} could not be read; check its permissions`, { cause: error });
  }
  const codes = codesIn(text);
  if (!codes)
    throw new UsageError(
      `${name} holds no codes; put it elsewhere, or bring back the file that --redact wrote`,
    );
  return codes;
}

function codesIn(text: string): Map<string, string> | undefined {
  try {
    const { codes } = JSON.parse(text) as { codes?: unknown };
    if (typeof codes !== 'object' || codes === null) return undefined;
    const entries = Object.entries(codes);
    return entries.every(([, code]) => typeof code === 'string') ? new Map(entries) : undefined;
  } catch {
    return undefined;
  }
}
