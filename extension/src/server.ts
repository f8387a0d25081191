import {
  CHECK,
  type CheckParams,
  type DocumentStatus,
  type InitializationOptions,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  type RuleExplanation,
  SETTINGS_SECTION,
  SHOW_EXPLANATION,
  STATUS,
  STATUS_CHANGED,
} from '@narrative-lint/language-server/protocol';
import {
  CodeAction,
  type Disposable,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { CheckMemory } from './checks.ts';
import { DRAFT_SCHEME, documentSelector } from './documents.ts';
import type { Platform } from './platform.ts';

/** The language server as the rest of the extension sees it. */
export class Server implements Disposable {
  readonly #platform: Platform;
  readonly #checks: CheckMemory;
  readonly #output = window.createOutputChannel('Narrative Lint', { log: true });
  readonly #statusChanged = new EventEmitter<DocumentStatus>();
  readonly #explanation = new EventEmitter<RuleExplanation>();
  #client: BaseLanguageClient | undefined;
  #started: Promise<BaseLanguageClient> | undefined;

  /** After each run of the server on a document. */
  readonly onDidChangeStatus = this.#statusChanged.event;
  /** The user asked for a rule with a code action. */
  readonly onExplain = this.#explanation.event;

  constructor(platform: Platform, checks: CheckMemory) {
    this.#platform = platform;
    this.#checks = checks;
  }

  /** Starts the server, or gives the one that runs. */
  start(): Promise<BaseLanguageClient> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = this.#platform.createClient(this.#options());
    this.#client = client;
    client.onNotification(STATUS_CHANGED, (status: DocumentStatus) => this.#statusChanged.fire(status));
    client.onNotification(SHOW_EXPLANATION, (page: RuleExplanation) => this.#explanation.fire(page));
    client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        const bytes = await workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
        return new TextDecoder().decode(bytes);
      } catch {
        return null;
      }
    });
    await client.start();
    return client;
  }

  #options(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      // What the editor gives is a proxy, which no message can carry.
      settings: JSON.parse(JSON.stringify(workspace.getConfiguration(SETTINGS_SECTION))),
      checks: this.#checks.all(),
      readsFiles: true,
      showsExplanations: true,
      trusted: workspace.isTrusted,
    };
    return {
      documentSelector: documentSelector(),
      outputChannel: this.#output,
      initializationOptions,
      synchronize: { configurationSection: SETTINGS_SECTION },
      middleware: {
        // The text of a Word or PDF draft is shown to be read; its file is corrected in its own program.
        async provideCodeActions(document, range, context, token, next) {
          const actions = await next(document, range, context, token);
          if (document.uri.scheme !== DRAFT_SCHEME) return actions;
          return actions?.filter((action) => !(action instanceof CodeAction) || !action.edit);
        },
      },
    };
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#started = undefined;
    await client?.dispose().catch((error: unknown) => this.#output.warn(String(error)));
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  showOutput(): void {
    this.#output.show();
  }

  async request<Result>(method: string, params?: object): Promise<Result> {
    const client = await this.start();
    return client.sendRequest<Result>(method, params);
  }

  statusOf(document: TextDocument): Promise<DocumentStatus> {
    return this.request(STATUS, { uri: document.uri.toString() });
  }

  /** Decides about a document, and remembers the decision. */
  async check(uri: Uri, check: CheckParams['check']): Promise<DocumentStatus> {
    const params: CheckParams = { uri: uri.toString(), check };
    await this.#checks.remember(params.uri, check);
    return this.request(CHECK, params);
  }

  dispose(): void {
    this.#statusChanged.dispose();
    this.#explanation.dispose();
    this.#output.dispose();
  }
}
