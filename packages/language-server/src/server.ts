import type { Connection } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { Analyses } from './analyses.ts';
import { createClientConfigs } from './client-configs.ts';
import type { Configs, ConfigsOptions } from './configs.ts';
import { faultDiagnostics } from './diagnostics.ts';
import { serveFeatures } from './features.ts';
import { answerWrongMessages } from './guard.ts';
import type { Host } from './host.ts';
import { notice } from './notice.ts';
import {
  type Checks,
  DEFAULT_SETTINGS,
  DISMISS_COMMAND,
  type DismissParams,
  EXPLAIN_COMMAND,
  FIX_ALL,
  type InitializationOptions,
  SETTINGS_SECTION,
  type Settings,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { TOKEN_TYPES } from './story.ts';
import { texts } from './text-documents.ts';
import { WatchedFiles } from './watching.ts';

declare const NARRATIVE_LINT_VERSION: string;

/** What the parts of the server share. */
export interface ServerState {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  options: InitializationOptions;
  readonly settings: Settings;
  checks: Checks;
  /** URI of the first folder that is open. */
  readonly root: string | undefined;
  readonly canCreateFiles: boolean;
  readonly canShowDocuments: boolean;
  /** What the client can be asked to fetch again. */
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly lenses: boolean;
    readonly tokens: boolean;
    readonly hints: boolean;
  };
  /** The analyses of an open document. */
  analysesOf(uri: string): Analyses | undefined;
  /** The text of a file as the editor or the disk has it. */
  readText(uri: string): Promise<string | undefined>;
  /** Dismisses a finding of a draft where it is kept in a file; gives the name of that file. */
  dismiss(finding: DismissParams): Promise<string | undefined>;
  /** What was found no longer holds: something beside the documents has changed. */
  refresh(): void;
}

/** Serves a connection until its client ends it. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(texts);
  const analyses = new Map<string, Analyses>();
  let params: InitializeParams | undefined;
  let roots: readonly string[] = [];
  let settings: Settings = DEFAULT_SETTINGS;
  let generation = 0;
  const faulty = new Set<string>();
  const refused = new Set<string>();
  const faults = new Set<string>();
  const watched = new WatchedFiles(connection);

  const readText = async (uri: string): Promise<string | undefined> => {
    const open = documents.get(uri)?.getText();
    if (open !== undefined) return open;
    return host.readsFiles || state.options.readsFiles ? host.readFile(uri) : undefined;
  };
  const report = async (file: string, faults: Parameters<typeof faultDiagnostics>[1]) => {
    if (faults.length === 0 && !faulty.delete(file)) return;
    if (faults.length > 0) faulty.add(file);
    const text = faults.length > 0 ? ((await readText(file)) ?? '') : '';
    await connection.sendDiagnostics({ uri: file, diagnostics: faultDiagnostics(text, faults) });
  };
  const refuse = (lines: readonly string[]) => {
    const news = lines.filter((line) => !refused.has(line));
    for (const line of news) refused.add(line);
    if (news.length > 0)
      notice(
        connection,
        MessageType.Warning,
        `${news.join('; ')}, since this workspace is not trusted. Everything else counts.`,
      );
  };
  // A rule that breaks does so at each keystroke: it is told of once, and stands among the findings.
  const fault = (what: string) => {
    if (faults.has(what)) return;
    faults.add(what);
    notice(connection, MessageType.Warning, `Drafts could not be checked by ${what}. All other rules are.`);
  };
  const makeConfigs = (): Configs => {
    const only = settings.config.trim() === '' ? undefined : located(settings.config.trim(), roots[0]);
    const options: ConfigsOptions = {
      roots,
      trusted: state.options.trusted === true,
      ...(only === undefined ? {} : { only }),
      report: (file, faults) => void report(file, faults),
      refuse,
      ruleTimeLimit: settings.ruleTimeLimit,
      fault,
      watch: (files) => watched.add(files),
    };
    return host.configs?.(options) ?? createClientConfigs(options, readText);
  };
  const state: ServerState = {
    connection,
    host,
    documents,
    options: {} as InitializationOptions,
    get settings() {
      return settings;
    },
    checks: {} as Checks,
    get root() {
      return roots[0];
    },
    get canCreateFiles() {
      return params?.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    },
    get canShowDocuments() {
      return params?.capabilities.window?.showDocument?.support === true;
    },
    get refreshes() {
      const { workspace } = params?.capabilities ?? {};
      return {
        diagnostics: workspace?.diagnostics?.refreshSupport === true,
        lenses: workspace?.codeLens?.refreshSupport === true,
        tokens: workspace?.semanticTokens?.refreshSupport === true,
        hints: workspace?.inlayHint?.refreshSupport === true,
      };
    },
    analysesOf: (uri: string) => analyses.get(uri),
    readText,
    async dismiss({ uri, rule, hash }) {
      // Only where it is open: anything else would be written to any folder that a client names.
      if (!documents.get(uri)) return undefined;
      const name = await (await configs.find(uri)).dismissals?.add(rule, hash);
      forgetConfigs();
      return name;
    },
    refresh: () => refresh(),
  };
  let configs = makeConfigs();
  let publisher: Publisher | undefined;

  const refresh = () => {
    generation += 1;
    publisher?.refresh();
  };
  const takeSettings = async (given?: Partial<Settings>) => {
    let found = given;
    if (params?.capabilities.workspace?.configuration)
      found = (await connection.workspace.getConfiguration(SETTINGS_SECTION)) as
        | Partial<Settings>
        | undefined;
    settings = mergeSettings(state.options.settings, found);
    configs = makeConfigs();
    refresh();
  };

  connection.onInitialize((given): InitializeResult => {
    params = given;
    state.options = (given.initializationOptions ?? {}) as InitializationOptions;
    state.checks = state.options.checks ?? {};
    roots = given.workspaceFolders?.map(({ uri }) => uri) ?? (given.rootUri ? [given.rootUri] : []);
    settings = mergeSettings(state.options.settings);
    configs = makeConfigs();
    const canPull = given.capabilities.textDocument?.diagnostic !== undefined;
    const pulls = (state.options.diagnostics ?? (canPull ? 'pull' : 'push')) === 'pull';
    publisher = new Publisher(state, pulls);
    return {
      capabilities: capabilities(pulls),
      serverInfo: { name: 'narrative-lint', version: NARRATIVE_LINT_VERSION },
    };
  });
  connection.onInitialized(() => {
    const { workspace } = params?.capabilities ?? {};
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    watched.start(params);
    if (workspace?.configuration) void takeSettings();
  });
  connection.onDidChangeConfiguration(({ settings: given }) => {
    const all = given as Readonly<Record<string, Partial<Settings>>> | null | undefined;
    void takeSettings(all?.[SETTINGS_SECTION]);
  });
  const forgetConfigs = () => {
    configs.clear();
    refresh();
  };
  connection.onDidChangeWatchedFiles(forgetConfigs);
  documents.onDidSave(({ document }) => {
    if (watched.has(document.uri)) forgetConfigs();
  });

  documents.onDidOpen(({ document: { uri } }) => {
    const surroundings = () => ({
      settings,
      checks: state.checks,
      generation,
      configFor: (of: string) => configs.find(of),
    });
    analyses.set(uri, new Analyses(host, () => documents.get(uri), surroundings));
  });
  documents.onDidChangeContent(({ document }) => publisher?.changed(document.uri));
  documents.onDidClose(({ document }) => {
    analyses.delete(document.uri);
    publisher?.closed(document.uri);
  });
  serveFeatures(state);
  answerWrongMessages(connection);
  documents.listen(connection);
  connection.listen();
}

function mergeSettings(...given: readonly (Partial<Settings> | null | undefined)[]): Settings {
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const settings of given)
    for (const [key, value] of Object.entries(settings ?? {})) {
      const usual = merged[key];
      if (
        usual !== undefined &&
        typeof value === typeof usual &&
        Array.isArray(value) === Array.isArray(usual)
      )
        merged[key] = value;
    }
  return merged as unknown as Settings;
}

function located(path: string, root: string | undefined): string {
  if (/^[a-z][a-z+.-]+:/i.test(path)) return path;
  if (path.startsWith('/') || /^[a-z]:[\\/]/i.test(path)) return URI.file(path).toString();
  return root === undefined ? URI.file(path).toString() : Utils.joinPath(URI.parse(root), path).toString();
}

function capabilities(pulls: boolean): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pulls
      ? {
          diagnosticProvider: {
            identifier: 'narrative-lint',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Story' },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
    completionProvider: { triggerCharacters: [':', ' ', '-'] },
    executeCommandProvider: { commands: [EXPLAIN_COMMAND, DISMISS_COMMAND] },
  };
}
