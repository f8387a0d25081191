import { OUTLINE, type OutlineResult } from '@narrative-lint/language-server/protocol';
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { CheckMemory } from './checks.ts';
import { explain, pickKind, pickRule, pickSpecialty } from './choices.ts';
import { createConfig } from './config-file.ts';
import { isProse } from './documents.ts';
import { fixAll } from './fix-all.ts';
import { showMenu } from './menu.ts';
import { Pages } from './pages.ts';
import type { Platform } from './platform.ts';
import { RoleColours } from './roles.ts';
import { Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { WordDrafts } from './word-drafts.ts';

const STORY = 'The story at a glance';

/** Everything the extension does, on the desktop and on the web. */
export class Extension {
  readonly #context: ExtensionContext;
  readonly #server: Server;
  readonly #pages = new Pages();
  readonly #statusBar: StatusBar;
  readonly #roles: RoleColours;
  readonly #wordDrafts: WordDrafts;
  /** The draft whose story is shown. */
  #storyOf: string | undefined;

  constructor(context: ExtensionContext, platform: Platform) {
    this.#context = context;
    this.#server = new Server(platform, new CheckMemory(context.workspaceState));
    this.#statusBar = new StatusBar(this.#server);
    this.#roles = new RoleColours(this.#server);
    this.#wordDrafts = new WordDrafts(platform, this.#server);
    context.subscriptions.push(
      this.#server,
      this.#pages,
      this.#statusBar,
      this.#roles,
      this.#wordDrafts,
      this.#server.onExplain(({ rule, markdown }) => this.#pages.show(rule, markdown)),
      this.#server.onDidChangeStatus(({ uri }) => {
        if (uri === this.#storyOf) void this.#updateStory(uri);
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#restart()),
      workspace.onDidChangeWorkspaceFolders(() => this.#restart()),
    );
    this.#register();
    // Typing goes on meanwhile.
    void this.#launch();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  async #launch(): Promise<void> {
    try {
      await this.#server.start();
      await this.#statusBar.refresh();
    } catch (error) {
      const choice = await window.showErrorMessage(
        `Narrative Lint could not start its server: ${error instanceof Error ? error.message : error}`,
        'Show the Output',
      );
      if (choice) this.#server.showOutput();
    }
  }

  async #restart(): Promise<void> {
    await this.#server.stop();
    await this.#launch();
  }

  #register(): void {
    const editing = () => window.activeTextEditor?.document;
    const handlers: Record<string, (...given: never[]) => unknown> = {
      check: () => this.#check(),
      leaveAlone: async () => {
        const document = editing();
        if (document) await this.#server.check(document.uri, 'never');
      },
      checkFile: (file?: Uri) => this.#wordDrafts.open(file),
      pickKind: async () => {
        const document = editing();
        if (document) await pickKind(this.#server, document, this.#statusBar.current);
      },
      pickSpecialty: async () => {
        const document = editing();
        if (document) await pickSpecialty(this.#server, document);
      },
      showOutline: () => this.#showStory(),
      toggleRoles: () => this.#roles.toggle(),
      fixAll: async () => {
        const editor = window.activeTextEditor;
        if (editor) await fixAll(editor);
      },
      explainRule: (rule?: string) => this.#explain(rule),
      createConfig: () => createConfig(editing()?.uri),
      openSample: () => this.#openSample(),
      menu: () => showMenu(this.#statusBar.current),
      restart: () => this.#restart(),
      showOutput: () => this.#server.showOutput(),
    };
    for (const [name, handler] of Object.entries(handlers)) {
      this.#context.subscriptions.push(commands.registerCommand(`narrativeLint.${name}`, handler));
    }
  }

  async #check(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) {
      void window.showInformationMessage('Open the draft first; then this command checks it.');
      return;
    }
    if (!isProse(document)) {
      void window.showInformationMessage(
        'A draft is Markdown or plain text. Choose the language at the lower right, then check again.',
      );
      return;
    }
    await this.#server.check(document.uri, 'always');
    await this.#statusBar.refresh();
  }

  async #showStory(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const uri = document.uri.toString();
    const story = await this.#server.request<OutlineResult | null>(OUTLINE, { uri });
    if (!story) {
      void window.showInformationMessage('This document is not checked, so there is no story to show.');
      return;
    }
    this.#storyOf = uri;
    await this.#pages.show(STORY, story.markdown);
  }

  async #updateStory(uri: string): Promise<void> {
    const story = await this.#server.request<OutlineResult | null>(OUTLINE, { uri }).catch(() => null);
    if (story) this.#pages.update(STORY, story.markdown);
  }

  async #explain(rule: string | undefined): Promise<void> {
    const page = rule
      ? await explain(this.#server, rule)
      : await pickRule(this.#server, window.activeTextEditor);
    if (page) await this.#pages.show(page.rule, page.markdown);
  }

  async #openSample(): Promise<void> {
    const file = Uri.joinPath(this.#context.extensionUri, 'dist', 'sample.md');
    const content = new TextDecoder().decode(await workspace.fs.readFile(file));
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document);
  }
}
