import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkedDraft } from '@narrative-lint/core';
import { bootstrap, type Interval } from './bootstrap.ts';
import {
  type Confusion,
  confusedRoles,
  confusionOf,
  kappa,
  type RoleCase,
  scoreConfusion,
  sumConfusions,
} from './score-roles.ts';
import { figure, table } from './table.ts';

const ENDING = '.draft.md';

/** A labelled draft, as far as it is compared. */
type Labelled = Pick<RoleCase, 'text' | 'gold'> & { readonly id: string };

/** Drafts that two people labelled, and files that could not be compared. */
export interface SecondReading {
  readonly cases: readonly (RoleCase & { readonly id: string })[];
  /** One sentence each, naming the file. */
  readonly problems: readonly string[];
}

/**
 * Reads a folder of files `ID.draft.md` that hold marked text alone and sets each beside the labels of the
 * draft of that id. Spaces and line breaks may differ, words may not.
 */
export function readSecondReading(folder: string, labelled: readonly Labelled[]): SecondReading {
  const drafts = new Map(labelled.map((draft) => [draft.id, draft]));
  const cases: (RoleCase & { id: string })[] = [];
  const problems: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(ENDING)) continue;
    const draft = drafts.get(name.slice(0, -ENDING.length));
    try {
      if (!draft) throw new Error('no labelled draft has this name');
      const source = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      cases.push({ id: draft.id, ...compare(draft, source) });
    } catch (error) {
      problems.push(`${join(folder, name)}: ${(error as Error).message}`);
    }
  }
  if (cases.length + problems.length === 0) problems.push(`${folder}: no file ends in ${ENDING}`);
  return { cases, problems };
}

/**
 * Sets a marked text beside a labelled draft.
 *
 * @throws {Error} when a mark is of an unknown role or left open, or the words are not those of the draft.
 */
export function compare(draft: Pick<RoleCase, 'text' | 'gold'>, marked: string): RoleCase {
  const { text, spans } = parseMarkedDraft(marked);
  const [own, theirs] = [wordsOf(draft.text), wordsOf(text)];
  const length = Math.max(own.length, theirs.length);
  for (let at = 0; at < length; at += 1) {
    const [mine, other] = [own[at], theirs[at]];
    if (mine?.text !== other?.text)
      throw new Error(
        `word ${at + 1} is ${quoted(other?.text)}, but ${quoted(mine?.text)} in the labelled draft; only marks may differ`,
      );
  }
  // The marks in offsets of the labelled text, word by word, since spaces may differ.
  const found = spans.flatMap(({ role, start, end }) =>
    theirs.flatMap((word, at) => {
      const mine = own[at] as Word;
      const from = Math.max(start, word.start) - word.start;
      const to = Math.min(end, word.start + word.text.length) - word.start;
      return from < to ? [{ role, start: mine.start + from, end: mine.start + to }] : [];
    }),
  );
  return { text: draft.text, gold: draft.gold, found };
}

interface Word {
  readonly text: string;
  readonly start: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));
}

const quoted = (word: string | undefined) => (word === undefined ? 'missing' : `"${word}"`);

/** How far two readers agree. */
export interface Agreement {
  readonly drafts: number;
  readonly words: number;
  readonly figures: Readonly<Record<'macro' | 'failureSide' | 'changeSide' | 'kappa', Interval>>;
  readonly confusion: Confusion;
}

/** Measures the agreement of two readers over words; F1 is the same whichever of them is called right. */
export function agreementOf(cases: readonly RoleCase[]): Agreement {
  const confusions = cases.map(confusionOf);
  const confusion = sumConfusions(confusions);
  const figures = bootstrap(confusions, (some) => {
    const total = sumConfusions(some);
    const { macro, failureSide, changeSide } = scoreConfusion(total);
    return { macro, failureSide: failureSide.f1, changeSide: changeSide.f1, kappa: kappa(total) };
  });
  return { drafts: cases.length, words: scoreConfusion(confusion).words, figures, confusion };
}

/** The report of two readers. */
export function formatAgreement({ drafts, words, figures, confusion }: Agreement): string[] {
  const { roles } = scoreConfusion(confusion);
  const row = (name: string, { value, low, high }: Interval) => [
    name,
    figure(value),
    `${figure(low)} to ${figure(high)}`,
  ];
  return [
    `Second reader: ${drafts} drafts labelled blind, ${words} words`,
    ...table(
      ['', 'agreement', '95 % interval'],
      [
        row('role macro F1', figures.macro),
        row('failure side F1', figures.failureSide),
        row('change side F1', figures.changeSide),
        row("Cohen's kappa", figures.kappa),
        ...Object.entries(roles).map(([role, { f1 }]) => [role, figure(f1), '']),
      ],
    ),
    '  Read differently most often:',
    ...confusedRoles(confusion)
      .slice(0, 8)
      .map(({ gold, found, words: count }) => `    label ${gold}, second reader ${found}: ${count} words`),
  ];
}
