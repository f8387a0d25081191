import {
  correct,
  createSession,
  type Fix,
  type LintOptions,
  type LintResult,
  type NarrativeMessage,
} from '@narrative-lint/core';
import { modify } from 'jsonc-parser';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CreateFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { parseDocument as parseYaml } from 'yaml';
import { type DraftAnalysis, placeOf } from './analysis.ts';
import { findingDiagnostic, rangeOf } from './diagnostics.ts';
import { DISMISS_COMMAND, type DismissParams, EXPLAIN_COMMAND, FIX_ALL } from './protocol.ts';
import { overlaps } from './text.ts';

/** What an action may need beside the draft. */
export interface ActionContext {
  /** The text of a file, or nothing where there is none. */
  readFile(uri: string): Promise<string | undefined>;
  /** URI of the folder that is open, where one is. */
  readonly root: string | undefined;
  /** Whether the client can make files. */
  readonly canCreate: boolean;
}

/** What can be done about the findings in a range, and with `source.fixAll` about all that have a fix. */
export async function actionsFor(
  analysis: DraftAnalysis,
  { range, context }: CodeActionParams,
  needs: ActionContext,
): Promise<CodeAction[]> {
  const { document, result } = analysis;
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  const fixable = result.messages.filter(({ fix }) => fix);
  if (wants(CodeActionKind.QuickFix)) {
    const shown = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const here = result.messages.filter((message) => overlaps(placeOf(message, analysis), shown));
    for (const message of here) if (message.fix) actions.push(fixOne(analysis, message, message.fix));
    if (fixable.length > 1 && here.some(({ fix }) => fix))
      actions.push({
        ...fixAll(analysis, CodeActionKind.QuickFix),
        diagnostics: here.filter(({ fix }) => fix).map((one) => findingDiagnostic(analysis, one)),
      });
    const files = new Map<string, Promise<WorkspaceEdit | undefined>>();
    for (const message of firstOfEachRule(here)) {
      const id = message.ruleId ?? '';
      const about = { kind: CodeActionKind.QuickFix, diagnostics: [findingDiagnostic(analysis, message)] };
      if (result.document.format === 'markdown')
        actions.push({ ...about, title: `Ignore ${id} here`, edit: ignoreHere(analysis, message) });
      const dismissal = dismissHere(analysis, message);
      if (dismissal) actions.push({ ...about, ...dismissal });
      const off = files.get(id) ?? turnOff(analysis, id, needs);
      files.set(id, off);
      const edit = await off;
      if (edit) actions.push({ ...about, title: `Turn ${id} off in the configuration`, edit });
      actions.push({
        ...about,
        title: `Explain ${id}`,
        command: { title: `Explain ${id}`, command: EXPLAIN_COMMAND, arguments: [id] },
      });
    }
  }
  // Asked for by name only: editors ask for all other kinds whenever the caret moves.
  if (fixable.length > 0 && context.only && wants(FIX_ALL)) actions.push(fixAll(analysis, FIX_ALL));
  return actions;
}

function firstOfEachRule(messages: readonly NarrativeMessage[]): NarrativeMessage[] {
  return messages.filter((one, at) => messages.findIndex(({ ruleId }) => ruleId === one.ruleId) === at);
}

function fixOne(analysis: DraftAnalysis, message: NarrativeMessage, fix: Fix): CodeAction {
  const { document } = analysis;
  return {
    title: titleOf(fix),
    kind: CodeActionKind.QuickFix,
    isPreferred: true,
    diagnostics: [findingDiagnostic(analysis, message)],
    edit: editing(document, [{ range: rangeOf(document, fix), newText: fix.text }]),
  };
}

function titleOf({ text, count = 1 }: Fix): string {
  if (count > 1) return `Correct these ${count.toLocaleString('en-US')} characters`;
  return text.trim() === '' ? 'Put a plain space or nothing in its place' : `Replace with ${text.trim()}`;
}

/** Texts after all corrections, by what was found in the text before. */
const correctedTexts = new WeakMap<LintResult, string>();

/** Corrects all characters, as `--fix` does. */
function fixAll({ document, result, config }: DraftAnalysis, kind: string): CodeAction {
  const text = document.getText();
  const { config: settings } = config;
  const options: LintOptions = {
    config: settings,
    format: result.document.format,
    ...(config.ruleSet ? { ruleSet: config.ruleSet } : {}),
  };
  const session = createSession();
  const leaveOut = (found: LintResult) => config.dismissals?.leaveOut(found) ?? found;
  const after =
    correctedTexts.get(result) ?? correct(text, result, (next) => leaveOut(session.lint(next, options))).text;
  correctedTexts.set(result, after);
  return {
    title: 'Correct all characters that the form would lose',
    kind,
    edit: editing(document, replacing(document, text, after)),
  };
}

/** One edit that makes one text of the other and leaves alone what both begin and end with. */
function replacing(document: TextDocument, before: string, after: string): TextEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const range = rangeOf(document, { start, end: before.length - same });
  return before === after ? [] : [{ range, newText: after.slice(start, after.length - same) }];
}

function editing(document: TextDocument, edits: TextEdit[]): WorkspaceEdit {
  return { changes: { [document.uri]: edits } };
}

/** A comment above the paragraph, or at the head of the text for a finding about the whole draft. */
function ignoreHere(analysis: DraftAnalysis, message: NarrativeMessage): WorkspaceEdit {
  const { document, result } = analysis;
  const text = document.getText();
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const { body, paragraphs } = result.document;
  const { range } = message;
  const paragraph = range && paragraphs.findLast(({ start }) => start <= range.start);
  const verb = range ? 'disable-next' : 'disable';
  const at = document.positionAt(paragraph?.start ?? body.start);
  const place = { line: at.line, character: 0 };
  const newText = `<!-- narrative-lint ${verb} ${message.ruleId} -->${newline}`;
  return editing(document, [{ range: { start: place, end: place }, newText }]);
}

/** Dismisses one finding, and no other of its rule, in a file beside the drafts. */
function dismissHere(
  { document, config, result }: DraftAnalysis,
  message: NarrativeMessage,
): Pick<CodeAction, 'title' | 'command'> | undefined {
  if (!config.dismissals) return undefined;
  const rule = message.ruleId ?? '';
  const title = `Dismiss this finding of ${rule}`;
  const finding: DismissParams = { uri: document.uri, rule, hash: config.dismissals.hashOf(message, result) };
  return { title, command: { title, command: DISMISS_COMMAND, arguments: [finding] } };
}

/** Turns a rule off in the configuration that holds, or in a new one at the root of the folder. */
async function turnOff(
  { document, config }: DraftAnalysis,
  rule: string,
  { readFile, root, canCreate }: ActionContext,
): Promise<WorkspaceEdit | undefined> {
  const { file } = config;
  if (file === undefined) {
    const uri = URI.parse(document.uri);
    if (!canCreate || (root === undefined && uri.scheme !== 'file')) return undefined;
    const folder = root === undefined ? Utils.dirname(uri) : URI.parse(root);
    const made = Utils.joinPath(folder, 'narrative-lint.config.json').toString();
    const head = { line: 0, character: 0 };
    const newText = `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
    const create: CreateFile = { kind: 'create', uri: made, options: { ignoreIfExists: true } };
    const fill: TextDocumentEdit = {
      textDocument: { uri: made, version: null },
      edits: [{ range: { start: head, end: head }, newText }],
    };
    return { documentChanges: [create, fill] };
  }
  const text = await readFile(file);
  if (text === undefined) return undefined;
  const target = TextDocument.create(file, '', 0, text);
  if (/\.ya?ml$/.test(file)) {
    const yaml = parseYaml(text);
    if (yaml.errors.length > 0) return undefined;
    yaml.setIn(['rules', rule], 'off');
    return editing(target, replacing(target, text, String(yaml)));
  }
  if (!/\.jsonc?$/.test(file)) return undefined;
  const path = [...(file.endsWith('package.json') ? ['narrativeLint'] : []), 'rules', rule];
  const edits = modify(text, path, 'off', { formattingOptions: { insertSpaces: true, tabSize: 2 } });
  return editing(
    target,
    edits.map(({ offset, length, content }) => ({
      range: rangeOf(target, { start: offset, end: offset + length }),
      newText: content,
    })),
  );
}
