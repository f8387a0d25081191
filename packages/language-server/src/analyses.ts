import { createSession, type LintOptions, type Session } from '@narrative-lint/core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from './analysis.ts';
import { decide } from './applies.ts';
import type { FoundConfig } from './configs.ts';
import type { Host } from './host.ts';
import type { Checks, Settings } from './protocol.ts';

/** What beside its own text decides what is found in a document. */
export interface Surroundings {
  readonly settings: Settings;
  readonly checks: Checks;
  /** Grows when any of this changes, so that what was found before no longer holds. */
  readonly generation: number;
  configFor(uri: string): Promise<FoundConfig>;
}

/** A run works for so long (milliseconds) before it looks whether it is still wanted. */
const SLICE = 8;

/** Analyses one open document, the newest version only. */
export class Analyses {
  /** Milliseconds that the last whole run took. */
  lastDuration = 0;
  private readonly session: Session = createSession();
  private readonly host: Host;
  private readonly document: () => TextDocument | undefined;
  private readonly surroundings: () => Surroundings;
  private known: { readonly analysis: Analysis; readonly generation: number } | undefined;
  private running:
    | { readonly version: number; readonly generation: number; readonly done: Promise<unknown> }
    | undefined;

  constructor(host: Host, document: () => TextDocument | undefined, surroundings: () => Surroundings) {
    this.host = host;
    this.document = document;
    this.surroundings = surroundings;
  }

  /** What was found last, if it is of the newest version. */
  get current(): Analysis | undefined {
    const { generation } = this.surroundings();
    const same = this.known?.generation === generation && this.isNewest(this.known.analysis.document.version);
    return same ? this.known?.analysis : undefined;
  }

  /**
   * What is found in the newest version. A version that arrives meanwhile takes the place of the one that is
   * being read.
   *
   * @param isCancelled - Asked now and then; where it says yes, there is no answer.
   * @returns Nothing for a document that was closed, or when cancelled.
   */
  async newest(isCancelled: () => boolean = () => false): Promise<Analysis | undefined> {
    for (;;) {
      const { current } = this;
      if (current) return current;
      const document = this.document();
      if (!document || isCancelled()) return undefined;
      const { generation } = this.surroundings();
      const { running } = this;
      if (running?.version !== document.version || running.generation !== generation) {
        const done = this.run(document);
        this.running = { version: document.version, generation, done };
      }
      await this.running?.done;
      // A run that broke down has told so already; asking again would not end.
      if (this.failed?.version === document.version && this.failed.generation === generation)
        return undefined;
    }
  }

  private failed: { readonly version: number; readonly generation: number } | undefined;

  private isNewest(version: number): boolean {
    return this.document()?.version === version;
  }

  private async run(document: TextDocument): Promise<void> {
    const { settings, checks, generation, configFor } = this.surroundings();
    const { uri, version, languageId } = document;
    const stale = () => !this.isNewest(version) || this.surroundings().generation !== generation;
    const text = document.getText();
    // Positions must be those of the text that was read, whatever is typed meanwhile.
    const read = TextDocument.create(uri, languageId, version, text);
    try {
      const config = await configFor(uri);
      if (stale()) return;
      const decision = decide({ uri, languageId, text }, settings, checks, config.says);
      if (!decision.linted) {
        this.known = { analysis: { document: read, decision, config }, generation };
        return;
      }
      const started = this.host.now();
      const options: LintOptions = {
        config: config.config,
        format: formatOf(uri, languageId),
        ...(config.ruleSet ? { ruleSet: config.ruleSet } : {}),
      };
      const steps = this.session.steps(text, options);
      let slice = started;
      for (;;) {
        const step = steps.next();
        if (step.done) {
          this.lastDuration = this.host.now() - started;
          const result = config.dismissals?.leaveOut(step.value) ?? step.value;
          this.known = { analysis: { document: read, decision, config, result }, generation };
          return;
        }
        if (this.host.now() - slice < SLICE) continue;
        await this.host.nextTurn();
        if (stale()) return;
        slice = this.host.now();
      }
    } catch (error) {
      this.failed = { version, generation };
      throw error;
    }
  }
}

/** As the command line reads it: a `.txt` file is plain text, anything else Markdown. */
function formatOf(uri: string, languageId: string): 'markdown' | 'text' {
  if (/\.txt$/i.test(uri)) return 'text';
  return languageId === 'plaintext' && !/\.(?:md|markdown)$/i.test(uri) ? 'text' : 'markdown';
}
