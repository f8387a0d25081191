import { SETTINGS_SECTION } from '@narrative-lint/language-server/protocol';
import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  ProgressLocation,
  RelativePattern,
  Uri,
  window,
  workspace,
} from 'vscode';
import { basename, DRAFT_SCHEME } from './documents.ts';
import { MEGABYTE, MORE, type Platform, type Reader } from './platform.ts';
import type { Server } from './server.ts';

/** Megabytes of a file, and seconds to read it, where no setting says. */
const SIZE_LIMIT = 20;
const TIME_LIMIT = 60;

/** Shows Word and PDF drafts as text that cannot be edited, with their findings. */
export class WordDrafts implements Disposable {
  readonly #platform: Platform;
  readonly #server: Server;
  readonly #texts = new Map<string, string>();
  readonly #watchers = new Map<string, Disposable>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable;

  constructor(platform: Platform, server: Server) {
    this.#platform = platform;
    this.#server = server;
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(DRAFT_SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: async (view) =>
          this.#texts.get(view.toString()) ?? this.#read(fileOf(view)),
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  /** Reads a draft and shows its text; asks for the file where none is given. */
  async open(file: Uri | undefined): Promise<void> {
    const chosen = file ?? (await pickFile());
    if (!chosen) return;
    const view = viewOf(chosen);
    try {
      const text = await window.withProgress(
        { location: ProgressLocation.Window, title: `Reading ${basename(chosen)}` },
        () => this.#read(chosen),
      );
      this.#texts.set(view.toString(), text);
      this.#changed.fire(view);
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return;
    }
    const opened = await workspace.openTextDocument(view);
    const document = await languages.setTextDocumentLanguage(opened, 'plaintext');
    await window.showTextDocument(document, { preview: false });
    await wrapLines(view);
    this.#watch(chosen, view);
    await this.#server.check(view, 'always');
  }

  /** @throws {Error} Its message is for the user. */
  async #read(file: Uri): Promise<string> {
    const name = basename(file);
    const reader = readerOf(name);
    if (!reader) throw new Error(`${name} is not a Word document or PDF; open it in the editor itself.`);
    const { size } = await workspace.fs.stat(file);
    const settings = workspace.getConfiguration(SETTINGS_SECTION);
    const megabytes = settings.get('sizeLimit', SIZE_LIMIT);
    const { moreMemory: raise } = MORE;
    // A larger file is no draft, and would take minutes.
    if (size > megabytes * MEGABYTE) {
      const advice = `choose the draft alone, without pictures, or ${raise}`;
      throw new Error(`${name} is larger than ${megabytes} MB; ${advice}`);
    }
    const request = {
      bytes: await workspace.fs.readFile(file),
      name,
      limit: { bytes: megabytes * MEGABYTE, raise },
    };
    return this.#platform.readText(reader, request, settings.get('timeLimit', TIME_LIMIT));
  }

  /** A draft that is saved again in Word is read again. */
  #watch(file: Uri, view: Uri): void {
    const key = view.toString();
    if (this.#watchers.has(key)) return;
    const pattern = new RelativePattern(Uri.joinPath(file, '..'), basename(file));
    const watcher = workspace.createFileSystemWatcher(pattern);
    const again = async () => {
      // While Word writes, the file is not whole; the next event brings it.
      const text = await this.#read(file).catch(() => undefined);
      if (text === undefined) return;
      this.#texts.set(key, text);
      this.#changed.fire(view);
    };
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    this.#watchers.set(key, watcher);
  }

  #forget(view: Uri): void {
    const key = view.toString();
    // A change of language closes and opens a document.
    if (workspace.textDocuments.some(({ uri }) => uri.toString() === key)) return;
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
  }

  dispose(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#subscriptions.dispose();
  }
}

function readerOf(name: string): Reader | undefined {
  const extension = /\.(docx|pdf)$/i.exec(name)?.[1]?.toLowerCase();
  return extension as Reader | undefined;
}

function viewOf(file: Uri): Uri {
  return Uri.from({ scheme: DRAFT_SCHEME, path: `${file.path}.txt`, query: file.toString() });
}

function fileOf(view: Uri): Uri {
  return Uri.parse(view.query);
}

async function pickFile(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: 'Check a Word or PDF draft',
      openLabel: 'Check',
      filters: { 'Word documents and PDFs': ['docx', 'pdf'] },
    })) ?? [];
  return file;
}

/** A paragraph of a draft is one line. */
async function wrapLines(view: Uri): Promise<void> {
  const wrap = workspace.getConfiguration('editor', { uri: view, languageId: 'plaintext' }).get('wordWrap');
  if (wrap === 'off') await commands.executeCommand('editor.action.toggleWordWrap');
}
