import {
  type DocumentStatus,
  EXPLAIN,
  type RuleExplanation,
  SET_FRONT_MATTER,
  type SetFrontMatterParams,
  type SetFrontMatterResult,
  VOCABULARY,
  type Vocabulary,
} from '@narrative-lint/language-server/protocol';
import {
  languages,
  type QuickPickItem,
  Range,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Server } from './server.ts';

/** A line of a list that stands for a value. */
interface Choice extends QuickPickItem {
  readonly value: string;
}

/** Lets the user pick what a draft is for, and writes it at the head of the draft. */
export async function pickKind(
  server: Server,
  document: TextDocument,
  status: DocumentStatus | undefined,
): Promise<void> {
  const { kinds } = await server.request<Vocabulary>(VOCABULARY);
  const choices = kinds.map(({ id, name, characterLimit, source }): Choice => {
    const limit =
      characterLimit === undefined ? 'no limit' : `${characterLimit.toLocaleString('en-US')} characters`;
    const picked = status?.draft?.kind === id ? ', as now' : '';
    return { value: id, label: name, description: limit + picked, detail: source };
  });
  const choice = await window.showQuickPick(choices, {
    title: 'What is this text for?',
    placeHolder: 'It decides the limit and the rules; it is written at the head of the draft',
    matchOnDescription: true,
  });
  if (choice) await setFrontMatter(server, document, 'kind', choice.value);
}

/** Lets the user pick the specialty applied to, and writes it at the head of the draft. */
export async function pickSpecialty(server: Server, document: TextDocument): Promise<void> {
  const { specialties } = await server.request<Vocabulary>(VOCABULARY);
  const choices = specialties.map(({ id, name }): Choice => ({ value: id, label: name }));
  const choice = await window.showQuickPick(choices, {
    title: 'Which specialty do you apply to?',
    placeHolder: 'It is written at the head of the draft',
  });
  if (choice) await setFrontMatter(server, document, 'specialty', choice.value);
}

async function setFrontMatter(
  server: Server,
  { uri, version }: TextDocument,
  key: SetFrontMatterParams['key'],
  value: string,
): Promise<void> {
  const params: SetFrontMatterParams = { uri: uri.toString(), key, value };
  const edits = await server.request<SetFrontMatterResult>(SET_FRONT_MATTER, params);
  const now = workspace.textDocuments.find((document) => document.uri.toString() === params.uri);
  if (now?.version !== version) return;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}

/** Lets the user pick a rule, those at the cursor first, and gives all about it. */
export async function pickRule(
  server: Server,
  editor: TextEditor | undefined,
): Promise<RuleExplanation | undefined> {
  const { rules } = await server.request<Vocabulary>(VOCABULARY);
  const here = new Set(editor ? rulesAt(editor) : []);
  const choices = rules
    .map(({ id, summary, severity }): Choice & { here: boolean } => ({
      value: id,
      label: id,
      description: here.has(id) ? `${severity}, found at the cursor` : severity,
      detail: summary,
      here: here.has(id),
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
  const choice = await window.showQuickPick(choices, { title: 'Explain a rule', matchOnDetail: true });
  return choice ? explain(server, choice.value) : undefined;
}

/** All about a rule; nothing for a name that is no rule. */
export async function explain(server: Server, rule: string): Promise<RuleExplanation | undefined> {
  return (await server.request<RuleExplanation | null>(EXPLAIN, { rule })) ?? undefined;
}

function rulesAt({ document, selection }: TextEditor): string[] {
  return languages.getDiagnostics(document.uri).flatMap(({ range, source, code }) => {
    if (source !== 'narrative-lint' || !range.intersection(selection)) return [];
    return [String(typeof code === 'object' ? code.value : code)];
  });
}
