import type { Role, Severity } from '@narrative-lint/core';
import picocolors from 'picocolors';
import type { Io } from '../io.ts';

type Paint = (text: string) => string;

/** How a report is drawn: whether in colour, and how wide. */
export interface Theme {
  readonly colour: boolean;
  /** Columns that a line may take. */
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly good: Paint;
  readonly removed: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly role: Readonly<Record<Role, Paint>>;
  /** The sign a role has in a bar. Without colour each role has its own. */
  readonly sign: Readonly<Record<Role, string>>;
}

const WIDEST = 96;
const NARROWEST = 40;
const PLAIN_SIGNS: Theme['sign'] = {
  setback: '#',
  context: '=',
  excuse: 'x',
  change: '+',
  evidence: '*',
  growth: '~',
  other: '.',
};
const BLOCK = '\u2588';
const COLOUR_SIGNS: Theme['sign'] = {
  setback: BLOCK,
  context: BLOCK,
  excuse: BLOCK,
  change: BLOCK,
  evidence: BLOCK,
  growth: BLOCK,
  other: '\u2591',
};

/**
 * Decides how to draw for an output.
 *
 * @param wanted - What `--color` or `--no-color` said; otherwise NO_COLOR, FORCE_COLOR and the terminal decide.
 */
export function themeFor(io: Io, wanted: boolean | undefined): Theme {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const automatic = NO_COLOR ? false : forced || (io.out.isTerminal && TERM !== 'dumb');
  const colour = wanted ?? automatic;
  const columns = io.out.columns ?? (Number(io.env.COLUMNS) || 80);
  return makeTheme(colour, Math.max(NARROWEST, Math.min(columns, WIDEST)));
}

export function makeTheme(colour: boolean, width: number): Theme {
  const paint = picocolors.createColors(colour);
  return {
    colour,
    width,
    bold: paint.bold,
    dim: paint.dim,
    underline: paint.underline,
    good: paint.green,
    removed: paint.red,
    severity: { error: paint.red, warning: paint.yellow, suggestion: paint.cyan },
    role: {
      setback: paint.red,
      context: paint.yellow,
      excuse: paint.magenta,
      change: paint.blue,
      evidence: paint.green,
      growth: paint.cyan,
      other: paint.dim,
    },
    sign: colour ? COLOUR_SIGNS : PLAIN_SIGNS,
  };
}
