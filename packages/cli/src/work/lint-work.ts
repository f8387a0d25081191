import { type DismissableFinding, type DraftResult, fingerprint } from '@narrative-lint/config';
import type { EarlierDraft } from '../compare/comparison.ts';
import { formatDiff } from '../format/diff.ts';
import { type Figures, figuresOf } from '../format/figures.ts';
import { makeTheme } from '../format/theme.ts';
import { type PieceSettings, pieceMaker } from '../reports.ts';
import { isCorrectable, isFailed, type LintedDraft } from '../run.ts';
import type { Work } from './types.ts';

export interface LintDetails extends PieceSettings {
  /** How a preview of corrections is drawn. */
  readonly terminal: { readonly colour: boolean; readonly width: number };
  /** Whether findings are dismissed, or those that are gone forgotten. */
  readonly suppress?: 'all' | 'prune';
}

export interface LintExtra {
  readonly earlier?: { readonly name: string; readonly draft: EarlierDraft };
}

/** What a run needs of a draft once it was linted. */
export interface LintedPieces {
  readonly path: string;
  /** For each report. */
  readonly pieces: readonly unknown[];
  readonly figures: Figures;
  /** Why it could not be linted, one line each. */
  readonly problems: readonly string[];
  /** What rules of plugins did in place of looking at it, one line each. */
  readonly faults: readonly string[];
  /** What `--fix` would change. */
  readonly preview: string;
  /** There is something to correct, in a file that only its own program can write. */
  readonly leftAsItIs: boolean;
  /** Findings to dismiss or to remember, and the file they belong to. */
  readonly suppress?: { readonly file: string; readonly findings: readonly DismissableFinding[] };
}

/** Makes the pieces of reports. */
export const lintWork: Work<LintDetails, LintExtra, LintedPieces> = {
  async begin({ suppress, terminal, ...settings }) {
    const piecesOf = await pieceMaker(settings);
    const theme = makeTheme(terminal.colour, terminal.width);
    return {
      async make(outcome, { extra }) {
        const { path } = outcome;
        if (isFailed(outcome)) {
          const { problems } = outcome;
          const pieces = await piecesOf(outcome);
          const figures = figuresOf(outcome);
          return { path, pieces, figures, problems, faults: [], preview: '', leftAsItIs: false };
        }
        const compared = await compare(outcome, extra);
        const linted = suppress === 'all' ? { ...compared, result: dismissed(compared.result) } : compared;
        const { draft, result, config, faults } = linted;
        return {
          path,
          pieces: await piecesOf(linted),
          figures: figuresOf(linted),
          problems: [],
          faults,
          preview: await formatDiff(linted, theme),
          leftAsItIs: !isCorrectable(draft) && result.messages.some(({ fix }) => fix),
          ...(suppress
            ? { suppress: { file: config.suppressions.file, findings: findingsOf(outcome, suppress) } }
            : {}),
        };
      },
    };
  },
};

async function compare(linted: LintedDraft, { earlier }: LintExtra): Promise<LintedDraft> {
  if (!earlier) return linted;
  const { compareWith } = await import('../compare/comparison.ts');
  return { ...linted, comparison: await compareWith(earlier.draft, earlier.name, linted) };
}

/** All findings of a draft that are not dismissed; to forget what is gone, the dismissed ones, too. */
function findingsOf({ result }: LintedDraft, suppress: 'all' | 'prune'): DismissableFinding[] {
  const messages = suppress === 'all' ? result.messages : [...result.messages, ...result.dismissed];
  return messages.map((message) => fingerprint(message, result.document));
}

function dismissed(result: DraftResult): DraftResult {
  return { ...result, messages: [], dismissed: [...result.dismissed, ...result.messages] };
}
