import { type Analysis, isDraft } from './analysis.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { STATUS_CHANGED } from './protocol.ts';
import type { ServerState } from './server.ts';
import { statusOf } from './status.ts';

/** A run shorter than this (milliseconds) starts as soon as the messages that have arrived are taken in. */
const QUICK = 30;
/** Longest wait (milliseconds) for a pause in the typing. */
const LONGEST_WAIT = 400;

/** Reads documents after they change, and tells the client what was found. */
export class Publisher {
  private readonly state: ServerState;
  private readonly pulls: boolean;
  private readonly waiting = new Map<string, object>();

  constructor(state: ServerState, pulls: boolean) {
    this.state = state;
    this.pulls = pulls;
  }

  /** A document has changed: it is read when the typing pauses, a quick one at once. */
  changed(uri: string): void {
    const turn = {};
    this.waiting.set(uri, turn);
    const analyses = this.state.analysesOf(uri);
    const { delay } = this.state.settings;
    const slow =
      analyses && analyses.lastDuration > QUICK ? Math.min(LONGEST_WAIT, 2 * analyses.lastDuration) : 0;
    const wait = Math.max(delay, slow);
    const go = () => {
      if (this.waiting.get(uri) !== turn) return;
      this.waiting.delete(uri);
      void this.publish(uri);
    };
    if (wait > 0) setTimeout(go, wait);
    else void this.state.host.nextTurn().then(go);
  }

  closed(uri: string): void {
    this.waiting.delete(uri);
    if (!this.pulls) void this.state.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** All open documents are to be read again. */
  refresh(): void {
    const { connection, documents } = this.state;
    const { diagnostics, lenses, tokens, hints } = this.state.refreshes;
    if (this.pulls && diagnostics) connection.languages.diagnostics.refresh();
    if (lenses) connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    if (tokens) connection.languages.semanticTokens.refresh();
    if (hints) void connection.languages.inlayHint.refresh().catch(() => undefined);
    for (const uri of documents.keys()) this.changed(uri);
  }

  private async publish(uri: string): Promise<void> {
    const { connection, documents, analysesOf } = this.state;
    try {
      const analysis = await analysesOf(uri)?.newest();
      // What a client sees is always of the version that it has.
      if (!analysis || documents.get(uri)?.version !== analysis.document.version) return;
      this.tell(uri, analysis);
    } catch (error) {
      // Never the text of a draft: only what kind of fault it was.
      connection.console.error(`A draft could not be read: ${error instanceof Error ? error.name : 'fault'}`);
    }
  }

  private tell(uri: string, analysis: Analysis): void {
    const { connection } = this.state;
    const { version } = analysis.document;
    const diagnostics = isDraft(analysis) ? diagnosticsOf(analysis) : [];
    if (!this.pulls) void connection.sendDiagnostics({ uri, version, diagnostics });
    void connection.sendNotification(STATUS_CHANGED, statusOf(uri, analysis));
  }
}
