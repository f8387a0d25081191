import type { TextRange } from '../../document/types.ts';
import type { Clause } from '../../language/analysis.ts';
import { ROLE_ORDER } from '../pattern-weights.ts';
import { type PlainTelling, tellsPass } from '../plain-tellings.ts';
import type { ReadClause, Reading } from '../reading.ts';
import { ROLES, type Role, type RoleSpan } from '../types.ts';

/** Scores of the clauses by their own features, by each pass, `clause * roles + role`. */
export interface OwnScores {
  readonly byFirst: Float64Array;
  readonly bySecond: Float64Array;
}

/** Added to the score of a role it leaves no other a chance. */
const CERTAIN = 40;

/**
 * The scores with what is told in plain words pinned to be a setback, and the pass beside it to be its evidence, so
 * that all around them is read by that.
 */
export function pinned({ byFirst, bySecond }: OwnScores, pins: readonly PlainTelling[]): OwnScores {
  const sure = (scores: Float64Array) => {
    const copy = scores.slice();
    const pin = ({ index }: Clause, role: Role) => {
      const place = index * ROLE_ORDER.length + ROLE_ORDER.indexOf(role);
      copy[place] = (copy[place] as number) + CERTAIN;
    };
    for (const { clause, passed } of pins) {
      pin(clause, 'setback');
      for (const other of passed) pin(other, 'evidence');
    }
    return copy;
  };
  return { byFirst: sure(byFirst), bySecond: sure(bySecond) };
}

/** The stretches of a clause beside the words that tell its setback. */
function beside({ clause, at }: PlainTelling): TextRange[] {
  return [
    { start: clause.start, end: at.start },
    { start: at.end, end: clause.end },
  ].filter(({ start, end }) => start < end);
}

/** Makes evidence of what a clause tells beside its setback: that it was passed. */
export function splitSpans(spans: readonly RoleSpan[], pins: readonly PlainTelling[]): readonly RoleSpan[] {
  let split = spans;
  for (const pin of pins.filter(tellsPass))
    split = split.flatMap((span): RoleSpan[] => {
      if (span.role !== 'setback' || span.start > pin.clause.start || span.end < pin.clause.end)
        return [span];
      const told = { ...span, ...pin.at };
      const around = [
        { ...span, end: pin.clause.start },
        ...beside(pin).map((range): RoleSpan => ({ ...span, ...range, role: 'evidence' })),
        { ...span, start: pin.clause.end },
      ];
      return [...around, told]
        .filter(({ start, end }) => start < end)
        .sort((one, other) => one.start - other.start);
    });
  return split;
}

/** The same of a reading. */
export function splitReading(reading: Reading, pins: readonly PlainTelling[]): Reading {
  const byClause = new Map(pins.filter(tellsPass).map((pin) => [pin.clause.index, pin]));
  return reading.flatMap((read, index): ReadClause[] => {
    const pin = byClause.get(index);
    if (!pin) return [read];
    const { clause, at } = pin;
    const words = Math.round((read.words * (at.end - at.start)) / (clause.end - clause.start));
    return [
      { ...read, words },
      { ...read, words: read.words - words, probabilities: EVIDENCE },
    ];
  });
}

const EVIDENCE = ROLES.map((role) => (role === 'evidence' ? 1 : 0));
