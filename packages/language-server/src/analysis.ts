import type { LintResult, NarrativeMessage, TextRange } from '@narrative-lint/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Decision } from './applies.ts';
import type { FoundConfig } from './configs.ts';

/** What is known of one version of an open document. */
export interface Analysis {
  /** The text that was read; offsets and positions count in it. */
  readonly document: TextDocument;
  readonly decision: Decision;
  readonly config: FoundConfig;
  /** Only where the document is linted. */
  readonly result?: LintResult;
}

/** An analysis of a document that is linted. */
export type DraftAnalysis = Analysis & { readonly result: LintResult };

export function isDraft(analysis: Analysis | undefined): analysis is DraftAnalysis {
  return analysis?.result !== undefined;
}

/** Where a finding shows: its words, or the first word of the draft for one about the whole. */
export function placeOf({ range }: NarrativeMessage, { result }: DraftAnalysis): TextRange {
  if (range) return range;
  const first = result.document.sentences[0]?.tokens[0];
  const { start } = result.document.body;
  return first ? { start: first.start, end: first.end } : { start, end: start };
}
