import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseDocument } from '@narrative-lint/core';
import { allowedIn, findShared, type SharedPassage, type Words, wordsOf } from '@narrative-lint/overlap';
import { containerOf, ReadError, type ReadOptions, readDraft } from '@narrative-lint/readers';
import type { DraftRecord, SharedPlace, SharedText } from '@narrative-lint/report';
import { UsageError } from '../errors.ts';
import { findTargets } from '../files.ts';
import type { Io } from '../io.ts';

/** What drafts are compared with, beside each other. */
export interface SharedCall {
  /** Folders with drafts of earlier years. */
  readonly against?: readonly string[];
  /** Files with passages that drafts may share. */
  readonly allowShared?: readonly string[];
}

/** Finds the text that drafts of a cohort share with each other and with earlier ones. */
export interface SharedTexts {
  /** Takes in a draft. */
  add(record: DraftRecord): void;
  /** Earlier drafts that could not be read, one line each. */
  readonly problems: readonly string[];
  /** The passages, the longest first, and how many words of each draft by its path stand elsewhere, too. */
  find(): { shared: SharedText[]; words: Map<string, number> };
}

interface Compared {
  readonly words: Words;
  readonly place: Omit<SharedPlace, 'start' | 'end' | 'share'>;
  /** Kept for its passages (a few kilobytes a draft); that of an earlier draft is never quoted. */
  readonly source?: string;
}

/**
 * Prepares the comparison, with the drafts of earlier years read.
 *
 * @param isRedacted - Whether earlier drafts go without their names, too.
 * @param cohort - The drafts themselves; a folder of earlier ones may hold them.
 * @param reading - How earlier drafts are read.
 * @throws {UsageError} for a folder or a file that cannot be read.
 */
export async function openSharedTexts(
  { against = [], allowShared = [] }: SharedCall,
  isRedacted: boolean,
  cohort: readonly string[],
  reading: ReadOptions,
  io: Io,
): Promise<SharedTexts> {
  const allowed = new Set<number>();
  for (const file of allowShared)
    for (const run of allowedIn(await passagesIn(file, reading, io.cwd))) allowed.add(run);
  const texts: Compared[] = [];
  const problems: string[] = [];
  const own = new Set(cohort.map((path) => resolve(io.cwd, path)));
  for (const folder of against) await requireFolder(folder, io.cwd);
  for (const target of await findTargets(against, io.cwd, [])) {
    if (target.kind === 'stdin') throw new UsageError('--against is a folder, and standard input is none');
    if (target.kind === 'problem') throw new UsageError(target.problem);
    if (own.has(resolve(io.cwd, target.path))) continue;
    try {
      const words = wordsOf(proseOf(await readDraft(target.path, reading)), 0, allowed);
      const path = isRedacted ? `earlier draft ${texts.length + 1}` : target.path;
      texts.push({ words, place: { path } });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      problems.push(`${error.message}; it was not compared`);
    }
  }
  const isApart = (one: number, other: number) => {
    const [a, b] = [texts[one], texts[other]];
    if (a?.source === undefined && b?.source === undefined) return true;
    return a?.place.applicant !== undefined && a.place.applicant === b?.place.applicant;
  };
  return {
    problems,
    add(record) {
      const { path, applicant, page, source, body } = record;
      const place = { path, page, ...(applicant === undefined ? {} : { applicant }) };
      const prose = withoutNotProse(record).slice(0, body.end);
      texts.push({ words: wordsOf(prose, body.start, allowed), place, source });
    },
    find() {
      const passages = findShared(
        texts.map(({ words }) => words),
        isApart,
      );
      return {
        shared: passages.map((passage) => sharedText(passage, texts)),
        words: new Map(
          texts.flatMap(({ words, place, source }, text) =>
            source === undefined ? [] : [[place.path, wordsIn(words, text, passages)] as const],
          ),
        ),
      };
    },
  };
}

async function requireFolder(name: string, cwd: string): Promise<void> {
  const stats = await stat(resolve(cwd, name)).catch(() => undefined);
  if (!stats) throw new UsageError(`--against ${name} does not exist; name a folder with earlier drafts`);
  if (!stats.isDirectory())
    throw new UsageError(`--against ${name} is a file; name the folder with the earlier drafts`);
}

/** The prose of a draft, with spaces in the place of front matter, comments and marks; words are not looked for. */
function proseOf({ text, format }: { readonly text: string; readonly format: 'markdown' | 'text' }): string {
  return parseDocument(text, { format }, { sentences: () => [] }).prose;
}

/** The same from a record, of the same length as its source. */
function withoutNotProse({ source, notProse }: DraftRecord): string {
  let prose = '';
  let from = 0;
  for (const { start, end } of notProse) {
    prose += source.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return prose + source.slice(from);
}

async function passagesIn(file: string, reading: ReadOptions, cwd: string): Promise<string> {
  try {
    // Templates are mostly Word documents; a text file may hold a few words, which are no draft.
    const isText = extname(file) === '' || ['md', 'txt'].includes(containerOf(file) ?? '');
    if (!isText) return (await readDraft(file, reading)).text;
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    const why = cause instanceof ReadError ? `: ${cause.message}` : `${code}; name a file with the passages`;
    throw new UsageError(`--allow-shared ${file} could not be read${why}`, { cause });
  }
}

function sharedText({ words, quoted, places }: SharedPassage, texts: readonly Compared[]): SharedText {
  const quotes = places.flatMap(({ text, start, end }) => texts[text]?.source?.slice(start, end) ?? []);
  return {
    words,
    quoted,
    text: quotes[0] ?? '',
    places: places.map(({ text, start, end }) => {
      const { place, words: all } = texts[text] as Compared;
      return { ...place, start, end, share: words / Math.max(1, all.hashes.length) };
    }),
  };
}

/** Words of a text that stand in a shared passage and are no quotation. */
function wordsIn({ places }: Words, text: number, passages: readonly SharedPassage[]): number {
  const ranges = passages
    .filter(({ quoted }) => !quoted)
    .flatMap((passage) => passage.places.filter((place) => place.text === text));
  let words = 0;
  for (let at = 0; at < places.length; at += 2) {
    const start = places[at] as number;
    if (ranges.some((range) => range.start <= start && start < range.end)) words += 1;
  }
  return words;
}
