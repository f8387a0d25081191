import { EXAMS, isScored, type Profile, type ProfileSetback } from '@narrative-lint/core';
import { type Columns, type Field, findColumns } from './columns.ts';
import { oneLine, RosterError } from './errors.ts';
import { readTable } from './table.ts';
import type { ParseProfile, Roster, RosterProblem, RosterRow } from './types.ts';

const YES = /^(?:yes|y|true|pass|passed|p)$/i;
const NO = /^(?:no|n|false|fail|failed|f|not passed|not yet)$/i;
const NOTHING = /^(?:|-|n\/?a|none|not taken)$/i;

/**
 * Reads a roster. What is wrong with a header or a cell is told under `problems`; all other cells still count.
 *
 * @param bytes - Of a .csv or .xlsx file whose first row holds the headers.
 * @param name - Of the file, for problems.
 * @throws {RosterError} where the file cannot be read, or no column says whom a row is about.
 */
export async function readRoster(
  bytes: Uint8Array,
  name: string,
  parseProfile: ParseProfile,
): Promise<Roster> {
  const table = await readTable(bytes, name);
  const first = table.findIndex((row) => row.some((cell) => cell !== ''));
  const headers = table[first];
  if (!headers)
    throw new RosterError(`${name} is empty; "narrative-lint cohort --roster-template" writes an example`);
  const { columns, problems, unused } = findColumns(headers, name);
  if (!columns.has('file') && !columns.has('applicant') && !columns.has('last-name'))
    throw new RosterError(
      `${name} has no column that says whom a row is about, such as "file" or "applicant"; its first row reads: ${headers.filter(Boolean).slice(0, 6).join(', ')}`,
    );
  const found = [...problems];
  const rows = table.slice(first + 1).flatMap((cells, at) => {
    if (cells.every((cell) => cell === '')) return [];
    return [new RowReader(cells, first + at + 2, columns, name, parseProfile, found).read()];
  });
  return { rows, problems: found.map(toOneLine), unused: unused.map(oneLine) };
}

function toOneLine({ code, message }: RosterProblem): RosterProblem {
  return { code, message: oneLine(message) };
}

/** Reads the cells of one row, each by itself, so that a bad one takes no other with it. */
class RowReader {
  constructor(
    private readonly cells: readonly string[],
    private readonly row: number,
    private readonly columns: Columns,
    private readonly name: string,
    private readonly parse: ParseProfile,
    private readonly problems: RosterProblem[],
  ) {}

  read(): RosterRow {
    const file = this.cell('file');
    const applicant =
      this.cell('applicant') ??
      ([this.cell('first-name'), this.cell('last-name')].filter(Boolean).join(' ') || undefined);
    if (file === undefined && applicant === undefined) this.bad('names neither a file nor an applicant');
    const kindCell = this.cell('kind');
    const kind = kindCell === undefined ? undefined : this.profileOf({ kind: kindCell }).kind;
    const specialtyCell = this.cell('specialty');
    const specialty =
      specialtyCell === undefined
        ? undefined
        : this.profileOf({ specialty: specialtyCell }).profile.specialty;
    const scores = this.scores();
    const setbacks = this.setbacks();
    const profile: Profile = {
      ...(specialty === undefined ? {} : { specialty }),
      ...(setbacks.length > 0 ? { setbacks } : {}),
      ...(Object.keys(scores).length > 0 ? { scores } : {}),
    };
    const graduationYear = this.number('graduation-year', 1950, 2100, 'a year such as 2025');
    return {
      row: this.row,
      ...(file === undefined ? {} : { file }),
      ...(applicant === undefined ? {} : { applicant }),
      ...(kind ? { kind } : {}),
      profile,
      ...(graduationYear === undefined ? {} : { graduationYear }),
    };
  }

  private scores(): NonNullable<Profile['scores']> {
    const scores: { -readonly [K in keyof NonNullable<Profile['scores']>]: number } = {};
    for (const field of this.columns.keys()) {
      const [what, exam] = split(field);
      if (what !== 'score' || !isScored(exam)) continue;
      const [least, most] = EXAMS[exam].range;
      const score = this.number(field, least, most, `a score from ${least} to ${most}`);
      if (score !== undefined) scores[exam] = score;
    }
    return scores;
  }

  private setbacks(): ProfileSetback[] {
    const setbacks = new Map<string, ProfileSetback>();
    for (const text of (this.cell('setbacks') ?? '').split(/[;,\n]/)) {
      const [what = '', attempts, passed] = text.split(':').map((part) => part.trim());
      if (NOTHING.test(what)) continue;
      const given = {
        what,
        ...(attempts ? { attempts } : {}),
        ...(passed ? { passed: YES.test(passed) ? true : NO.test(passed) ? false : passed } : {}),
      };
      for (const setback of this.profileOf({ setbacks: [given] }).profile.setbacks ?? [])
        setbacks.set(setback.what, setback);
    }
    for (const field of this.columns.keys()) {
      const [what, exam] = split(field);
      if (what !== 'attempts' && what !== 'passed') continue;
      if (!isScored(exam) || (what === 'passed' && this.columns.has(`attempts:${exam}`))) continue;
      const attempts = this.number(`attempts:${exam}`, 1, 20, 'a number of attempts');
      const passed = this.passed(`passed:${exam}`);
      const known = setbacks.get(exam);
      if (known?.attempts !== undefined && attempts !== undefined && known.attempts !== attempts) {
        this.bad(
          `tells of ${known.attempts} and of ${attempts} attempts at ${EXAMS[exam].name}; the number was not used`,
        );
        const { attempts: _, ...rest } = known;
        setbacks.set(exam, rest);
      } else if (known || (attempts ?? 1) > 1 || passed === false) {
        setbacks.set(exam, {
          ...(known ?? { what: exam }),
          ...(attempts === undefined ? {} : { attempts }),
          ...(passed === undefined ? {} : { passed }),
        });
      }
    }
    return [...setbacks.values()];
  }

  private passed(field: Field): boolean | undefined {
    const text = this.cell(field);
    if (text === undefined) return undefined;
    if (YES.test(text)) return true;
    if (NO.test(text)) return false;
    this.bad(`says "${text}" for ${labelOf(field)}; write passed or failed. It was not used.`);
    return undefined;
  }

  private number(field: Field, least: number, most: number, what: string): number | undefined {
    const text = this.cell(field);
    if (text === undefined) return undefined;
    const value = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.bad(`says "${text}" for ${labelOf(field)}, which is not ${what}; the cell was not used`);
    return undefined;
  }

  private profileOf(value: unknown): ReturnType<ParseProfile> {
    const settings = this.parse(value, `${this.name} row ${this.row}`);
    for (const { message } of settings.problems) {
      // The words of a profile, in those of a roster.
      const told = message.replace(/: setbacks\[0\](?:\.what)?/, ': setbacks');
      this.problems.push({ code: 'bad-value', message: `${told} It was not used.` });
    }
    return settings;
  }

  private cell(field: Field): string | undefined {
    const at = this.columns.get(field);
    const text = at === undefined ? '' : (this.cells[at] ?? '');
    return NOTHING.test(text) ? undefined : text;
  }

  private bad(text: string): void {
    this.problems.push({ code: 'bad-value', message: `${this.name} row ${this.row} ${text}` });
  }
}

/** A column as a header would name it. */
function labelOf(field: Field): string {
  const [kind, exam] = split(field);
  return isScored(exam) ? `${EXAMS[exam].name} ${kind}` : kind.replaceAll('-', ' ');
}

function split(field: Field): [kind: string, exam: Parameters<typeof isScored>[0]] {
  const [kind = '', exam = 'gap'] = field.split(':');
  return [kind, exam as Parameters<typeof isScored>[0]];
}
