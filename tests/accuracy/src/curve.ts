import { generator } from './bootstrap.ts';
import type { Headlines } from './headline.ts';
import { figure, table } from './table.ts';

/** Shares of the writers that are learned from. */
export const SHARES: readonly number[] = [0.25, 0.5, 0.75, 1];
const SEED = 7;

/** One point of the learning curve. */
export interface CurvePoint {
  readonly share: number;
  readonly writers: number;
  /** Drafts learned from, the mean over the models. */
  readonly drafts: number;
  readonly figures: Headlines;
}

/** The writers that a model with a share of them does not learn from; a larger share holds every smaller one. */
export function leftOut(writers: readonly string[], share: number): string[] {
  const random = generator(SEED);
  const order = writers
    .map((writer) => ({ writer, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ writer }) => writer);
  return order.slice(Math.ceil(share * writers.length)).sort();
}

/** The learning curve as a table. */
export function formatCurve(points: readonly CurvePoint[], scored: number): string[] {
  return [
    `Learning curve: models of growing shares of the writers, each scored on the ${scored} drafts by writers it did not see`,
    ...table(
      ['share', 'writers', 'drafts', 'macro', 'failure', 'change', 'excuse', 'micro', 'precision'],
      points.map(({ share, writers, drafts, figures }) => [
        `${Math.round(share * 100)} %`,
        String(writers),
        String(Math.round(drafts)),
        figure(figures.macro),
        figure(figures.failureSide),
        figure(figures.changeSide),
        figure(figures.excuse),
        figure(figures.microF1),
        figure(figures.microPrecision),
      ]),
    ),
  ];
}
