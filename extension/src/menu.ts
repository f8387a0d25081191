import type { DocumentStatus } from '@narrative-lint/language-server/protocol';
import { commands, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

interface Entry extends QuickPickItem {
  readonly command?: string;
  readonly arguments?: readonly unknown[];
}

/** What a click on the status bar offers. */
export async function showMenu(status: DocumentStatus | undefined): Promise<void> {
  const choice = await window.showQuickPick(entries(status), {
    title: 'Narrative Lint',
    placeHolder: status?.explanation ?? 'Open a draft to have it checked',
  });
  if (choice?.command) await commands.executeCommand(choice.command, ...(choice.arguments ?? []));
}

function entries(status: DocumentStatus | undefined): Entry[] {
  const draft = status?.draft;
  const own: Entry[] = draft
    ? [
        { label: '$(book) Show the story at a glance', command: 'narrativeLint.showOutline' },
        { label: '$(symbol-color) Show or hide roles', command: 'narrativeLint.toggleRoles' },
        {
          label: '$(tag) Pick the kind of text...',
          command: 'narrativeLint.pickKind',
          description: draft.kind,
        },
        {
          label: '$(heart) Pick the specialty...',
          command: 'narrativeLint.pickSpecialty',
          description: draft.specialty ?? 'not said',
        },
        ...(draft.fixable > 0
          ? [
              {
                label: '$(wand) Fix all characters that a form would lose',
                command: 'narrativeLint.fixAll',
                description: `${draft.fixable}`,
              },
            ]
          : []),
        { label: '$(circle-slash) Leave this document alone', command: 'narrativeLint.leaveAlone' },
      ]
    : [{ label: '$(check) Check this document', command: 'narrativeLint.check' }];
  return [
    ...own,
    { label: '', kind: QuickPickItemKind.Separator },
    { label: '$(file-text) Check a Word or PDF draft...', command: 'narrativeLint.checkFile' },
    { label: '$(question) Explain a rule...', command: 'narrativeLint.explainRule' },
    {
      label: '$(gear) Settings',
      command: 'workbench.action.openSettings',
      arguments: ['@ext:narrative-lint.narrative-lint-vscode'],
    },
    { label: '$(json) Configuration of this folder', command: 'narrativeLint.createConfig' },
    { label: '$(output) Show the output', command: 'narrativeLint.showOutput' },
    { label: '$(debug-restart) Restart the server', command: 'narrativeLint.restart' },
  ];
}
