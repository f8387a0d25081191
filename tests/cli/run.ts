import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../../fixtures/samples/', import.meta.url));

/** What a run of the command line gave. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test file, in which the built command line runs. */
export interface Folder {
  readonly path: string;
  /** Writes a file, with the folders it needs. */
  write(name: string, data: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  run(
    args: readonly string[],
    options?: { stdin?: string | Uint8Array; env?: Record<string, string>; cwd?: string },
  ): Promise<Run>;
}

export async function folder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'narrative-lint-cli-'));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return {
    path,
    async write(name, data) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), data);
    },
    read: (name) => readFile(join(path, name), 'utf8'),
    run(args, { stdin = '', env = {}, cwd = '.' } = {}) {
      const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env;
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: join(path, cwd),
        env: { ...inherited, ...env },
      });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.stdin.on('error', () => undefined).end(stdin);
      return new Promise((resolve, reject) => {
        child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
      });
    },
  };
}

/** A report in JSON, as far as the tests look at it. */
export interface Report {
  readonly version: string;
  readonly files: readonly {
    readonly path: string;
    readonly error?: string;
    readonly kind: string;
    readonly words: number;
    readonly characters: number;
    readonly characterLimit: number | null;
    readonly messages: readonly {
      readonly ruleId: string;
      readonly severity: string;
      readonly scope: 'range' | 'document';
      readonly start?: { readonly line: number; readonly column: number; readonly offset: number };
      readonly end?: { readonly line: number; readonly column: number; readonly offset: number };
      readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
    }[];
    readonly narrative: {
      readonly segments: readonly {
        readonly role: string;
        readonly start: number;
        readonly end: number;
        readonly words: number;
      }[];
      readonly space: Readonly<Record<string, number>>;
    };
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

export function reportOf(run: Run): Report {
  return JSON.parse(run.out);
}

/** The lines of a text without the last, empty one. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** A short draft with a placeholder, which is an error, and nothing else to correct. */
export const PLACEHOLDER = 'I would be glad to train at [Program] and to learn from its patients.\n';
/** A short draft with two curly marks and a dash, all of which can be corrected. */
export const CURLY = 'My attending said that I was \u201Cprepared\u201D \u2013 and I was glad of it.\n';
