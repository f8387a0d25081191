import { ConfigError } from '@narrative-lint/config/portable';
import { type AnyRule, rules, visible } from '@narrative-lint/core';
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from 'vscode-languageserver';
import { actionsFor } from './actions.ts';
import { type DraftAnalysis, isDraft } from './analysis.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { explainRule } from './explanations.ts';
import { completeFrontMatter, setFrontMatter } from './front-matter.ts';
import { hoverAt } from './hover.ts';
import { notice } from './notice.ts';
import {
  CHECK,
  type CheckParams,
  DISMISS_COMMAND,
  type DismissParams,
  type DocumentParams,
  type DocumentStatus,
  EXPLAIN,
  EXPLAIN_COMMAND,
  type ExplainParams,
  OUTLINE,
  type OutlineResult,
  ROLES_OF,
  type RolesResult,
  type RuleExplanation,
  SET_FRONT_MATTER,
  type SetFrontMatterParams,
  type SetFrontMatterResult,
  SHOW_EXPLANATION,
  STATUS,
  VOCABULARY,
  type Vocabulary,
} from './protocol.ts';
import type { ServerState } from './server.ts';
import { statusOf, vocabulary } from './status.ts';
import { hintsOf, lensesOf, outlineOf, rolesOf, symbolsOf, tokensOf } from './story.ts';

/** Answers what a client asks about documents. */
export function serveFeatures(state: ServerState): void {
  const { connection } = state;
  const newest = async (uri: string, token?: CancellationToken) => {
    const analysis = await state.analysesOf(uri)?.newest(() => token?.isCancellationRequested === true);
    if (token?.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    return analysis;
  };
  /** The answer for a draft, and another for a document that is left alone. */
  const ofDraft = async <T, E>(
    uri: string,
    token: CancellationToken | undefined,
    answer: (analysis: DraftAnalysis) => T | Promise<T>,
    otherwise: E,
  ): Promise<T | E> => {
    const analysis = await newest(uri, token);
    return isDraft(analysis) ? answer(analysis) : otherwise;
  };

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const items = await ofDraft(uri, token, diagnosticsOf, []);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
  connection.onCodeAction((params, token) => {
    const needs = { readFile: state.readText, root: state.root, canCreate: state.canCreateFiles };
    return ofDraft(params.textDocument.uri, token, (draft) => actionsFor(draft, params, needs), []);
  });
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    ofDraft(uri, token, (draft) => hoverAt(draft, position) ?? null, null),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) => ofDraft(uri, token, symbolsOf, []));
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    state.settings.codeLens ? ofDraft(uri, token, lensesOf, []) : [],
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    state.settings.inlayHints ? ofDraft(uri, token, (draft) => hintsOf(draft, range), []) : [],
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    ofDraft(uri, token, (draft) => tokensOf(draft).build(), { data: [] }),
  );
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = state.documents.get(uri);
    return document ? completeFrontMatter(document, position) : [];
  });
  connection.onExecuteCommand(({ command, arguments: [given] = [] }) => {
    if (command === EXPLAIN_COMMAND) return showExplanation(state, String(given));
    if (command === DISMISS_COMMAND) return dismiss(state, given as DismissParams);
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${visible(command)}.`);
  });

  connection.onRequest(
    STATUS,
    async ({ uri }: DocumentParams, token): Promise<DocumentStatus> =>
      statusOf(uri, await newest(uri, token)),
  );
  connection.onRequest(CHECK, async ({ uri, check }: CheckParams): Promise<DocumentStatus> => {
    const { [uri]: _, ...others } = state.checks;
    state.checks = check === 'by-rules' ? others : { ...others, [uri]: check };
    state.refresh();
    return statusOf(uri, await newest(uri));
  });
  connection.onRequest(
    ROLES_OF,
    ({ uri }: DocumentParams, token): Promise<RolesResult | null> => ofDraft(uri, token, rolesOf, null),
  );
  connection.onRequest(
    OUTLINE,
    ({ uri }: DocumentParams, token): Promise<OutlineResult | null> => ofDraft(uri, token, outlineOf, null),
  );
  connection.onRequest(VOCABULARY, (): Vocabulary => vocabulary());
  connection.onRequest(
    EXPLAIN,
    ({ rule }: ExplainParams): RuleExplanation | null => explainRule(rule, ruleSetOf(state)) ?? null,
  );
  connection.onRequest(
    SET_FRONT_MATTER,
    ({ uri, key, value }: SetFrontMatterParams): SetFrontMatterResult => {
      const document = state.documents.get(uri);
      return document ? setFrontMatter(document, key, value) : [];
    },
  );
}

/** The rules of all open documents, those of plugins among them. */
function ruleSetOf({ documents, analysesOf }: ServerState): readonly AnyRule[] {
  const found = documents.keys().flatMap((uri) => analysesOf(uri)?.current?.config.ruleSet ?? []);
  return [...rules, ...found];
}

/** Dismisses a finding, and says where that can be taken back. */
async function dismiss(state: ServerState, finding: DismissParams): Promise<void> {
  const { connection } = state;
  try {
    const name = await state.dismiss(finding);
    if (name !== undefined)
      notice(connection, MessageType.Info, `Dismissed. ${name} holds it, should you want it back.`);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    notice(connection, MessageType.Error, error.message);
  }
}

/** Shows all about a rule in the client's own way, or opens its page. */
async function showExplanation(state: ServerState, rule: string): Promise<void> {
  const { connection } = state;
  const explanation = explainRule(rule, ruleSetOf(state));
  if (!explanation) throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no rule ${rule}.`);
  if (state.options.showsExplanations) await connection.sendNotification(SHOW_EXPLANATION, explanation);
  else if (state.canShowDocuments)
    await connection.window.showDocument({ uri: explanation.url, external: true });
  else notice(connection, MessageType.Info, `${rule}: ${explanation.url}`);
}
