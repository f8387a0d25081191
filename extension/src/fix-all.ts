import { FIX_ALL } from '@narrative-lint/language-server/protocol';
import { CodeAction, commands, Range, type TextEditor, window, workspace } from 'vscode';

/** Corrects every character of a draft that a form would lose; never changes words. */
export async function fixAll({ document }: TextEditor): Promise<void> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<readonly (CodeAction | object)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(whole),
    FIX_ALL,
    1,
  );
  const edits = actions.flatMap((action) =>
    action instanceof CodeAction && action.edit ? [action.edit] : [],
  );
  for (const edit of edits) await workspace.applyEdit(edit);
  if (edits.length === 0) {
    void window.showInformationMessage('There is no character to correct; the form will keep them all.');
  }
}
