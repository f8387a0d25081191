import { ROLES, type Role } from '@narrative-lint/core';
import { type DocumentStatus, ROLES_OF, type RolesResult } from '@narrative-lint/language-server/protocol';
import {
  ConfigurationTarget,
  Disposable,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { Server } from './server.ts';

const SETTING = 'narrativeLint.showRoles';

/** Colours what each stretch of a draft does. */
export class RoleColours implements Disposable {
  readonly #server: Server;
  readonly #types = new Map<Role, TextEditorDecorationType>();
  readonly #subscriptions: Disposable;

  constructor(server: Server) {
    this.#server = server;
    for (const role of ROLES) if (role !== 'other') this.#types.set(role, decorationOf(role));
    this.#subscriptions = Disposable.from(
      server.onDidChangeStatus((status) => this.#statusChanged(status)),
      window.onDidChangeVisibleTextEditors(() => this.#paintAll()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) void this.#paintAll();
      }),
    );
  }

  get shown(): boolean {
    return workspace.getConfiguration().get(SETTING, false);
  }

  async toggle(): Promise<void> {
    await workspace.getConfiguration().update(SETTING, !this.shown, ConfigurationTarget.Global);
  }

  #statusChanged({ uri, linted }: DocumentStatus): void {
    if (!this.shown) return;
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri) void this.#paint(editor, linted);
    }
  }

  async #paintAll(): Promise<void> {
    for (const editor of window.visibleTextEditors) await this.#paint(editor, this.shown);
  }

  async #paint(editor: TextEditor, wanted: boolean): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const result = wanted
      ? await this.#server
          .request<RolesResult | null>(ROLES_OF, { uri: document.uri.toString() })
          .catch(() => null)
      : null;
    // Newer text has a newer request on its way.
    if (result && (document.version !== version || result.version !== version)) return;
    for (const [role, type] of this.#types) {
      const ranges = (result?.roles ?? []).filter((stretch) => stretch.role === role);
      editor.setDecorations(
        type,
        ranges.map(
          ({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character),
        ),
      );
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) type.dispose();
  }
}

function decorationOf(role: Role): TextEditorDecorationType {
  const colour = new ThemeColor(`narrativeLint.${role}`);
  return window.createTextEditorDecorationType({ backgroundColor: colour, overviewRulerColor: colour });
}
