import { commands, type Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import { PAGE_SCHEME } from './documents.ts';

/** Pages of Markdown to read beside a draft. */
export class Pages implements Disposable {
  readonly #contents = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #provider = workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: (uri) => this.#contents.get(uri.path) ?? '',
  });

  /** Shows a page beside the draft, rendered where the Markdown preview is there. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = this.#write(name, markdown);
    try {
      await commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
    }
  }

  /** Brings a page up to date that was shown before. */
  update(name: string, markdown: string): void {
    if (this.#contents.has(pathOf(name))) this.#write(name, markdown);
  }

  has(name: string): boolean {
    return this.#contents.has(pathOf(name));
  }

  #write(name: string, markdown: string): Uri {
    const uri = Uri.from({ scheme: PAGE_SCHEME, path: pathOf(name) });
    this.#contents.set(uri.path, markdown);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

const pathOf = (name: string) => `/${name}.md`;
