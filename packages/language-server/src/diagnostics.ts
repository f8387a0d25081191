import type { NarrativeMessage, Problem, Severity, TextRange } from '@narrative-lint/core';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DraftAnalysis, placeOf } from './analysis.ts';
import type { ConfigFault } from './configs.ts';
import { DIAGNOSTIC_SOURCE } from './protocol.ts';
import { asSentence } from './text.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
};
/** What stands past the limit is lost in the form; editors fade it. */
const TAGS: Readonly<Record<string, DiagnosticTag[]>> = { 'eras-length': [DiagnosticTag.Unnecessary] };

/** A stretch of the text as a range of the protocol. */
export function rangeOf(document: TextDocument, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Everything to show in a draft: its findings, and what is wrong with its front matter. */
export function diagnosticsOf(analysis: DraftAnalysis): Diagnostic[] {
  const { document, result } = analysis;
  return [
    ...result.problems.map((problem) => problemDiagnostic(document, problem)),
    ...result.messages.map((message) => findingDiagnostic(analysis, message)),
  ];
}

export function findingDiagnostic(analysis: DraftAnalysis, message: NarrativeMessage): Diagnostic {
  const { document } = analysis;
  const { related, ruleId, url } = message;
  const tags = TAGS[ruleId ?? ''];
  return {
    range: rangeOf(document, placeOf(message, analysis)),
    severity: SEVERITY[message.severity],
    source: DIAGNOSTIC_SOURCE,
    ...(ruleId ? { code: ruleId } : {}),
    ...(url ? { codeDescription: { href: url } } : {}),
    ...(tags ? { tags } : {}),
    message: message.reason,
    ...(related
      ? {
          relatedInformation: [
            { location: { uri: document.uri, range: rangeOf(document, related.at) }, message: related.text },
          ],
        }
      : {}),
  };
}

function problemDiagnostic(document: TextDocument, { message, line }: Problem): Diagnostic {
  return {
    range: lineRange(document.getText(), (line ?? 1) - 1),
    severity: DiagnosticSeverity.Error,
    source: DIAGNOSTIC_SOURCE,
    code: 'front-matter',
    message: asSentence(message.replace(/^front matter: /, '')),
  };
}

/** What is wrong with a configuration file, at its lines. */
export function faultDiagnostics(text: string, faults: readonly ConfigFault[]): Diagnostic[] {
  return faults.map(({ message, line }) => ({
    range: lineRange(text, line),
    severity: DiagnosticSeverity.Error,
    source: DIAGNOSTIC_SOURCE,
    code: 'configuration',
    message,
  }));
}

/** A line without the white space at its ends. */
function lineRange(text: string, line: number): Range {
  const content = text.split('\n')[line]?.trimEnd() ?? '';
  const start = content.length - content.trimStart().length;
  return { start: { line, character: start }, end: { line, character: Math.max(content.length, start + 1) } };
}
