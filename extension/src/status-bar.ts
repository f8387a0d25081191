import type { DocumentStatus, DraftStatus } from '@narrative-lint/language-server/protocol';
import { commands, Disposable, MarkdownString, StatusBarAlignment, type TextDocument, window } from 'vscode';
import { isProse } from './documents.ts';
import type { Server } from './server.ts';

/** Says of the draft in front whether it is checked, what it is, and how it stands. */
export class StatusBar implements Disposable {
  readonly #server: Server;
  readonly #item = window.createStatusBarItem('narrativeLint.status', StatusBarAlignment.Right, 90);
  readonly #subscriptions: Disposable;
  #current: DocumentStatus | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#item.name = 'Narrative Lint';
    this.#item.command = 'narrativeLint.menu';
    this.#subscriptions = Disposable.from(
      this.#item,
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      server.onDidChangeStatus((status) => {
        if (status.uri === this.#document?.uri.toString()) this.#show(status);
      }),
    );
  }

  /** What holds for the document in front. */
  get current(): DocumentStatus | undefined {
    return this.#current;
  }

  get #document(): TextDocument | undefined {
    return window.activeTextEditor?.document;
  }

  /** Asks the server anew about the document in front. */
  async refresh(): Promise<void> {
    const document = this.#document;
    if (!document || !isProse(document)) {
      this.#hide();
      return;
    }
    const status = await this.#server.statusOf(document).catch(() => undefined);
    if (status && document === this.#document) this.#show(status);
  }

  #show(status: DocumentStatus): void {
    this.#current = status;
    const { draft } = status;
    this.#item.text = draft ? `$(check) ${summary(draft)}` : '$(circle-slash) Narrative Lint: off';
    this.#item.tooltip = new MarkdownString(
      [...(draft ? details(draft) : []), status.explanation, 'Click for what you can do.'].join('\n\n'),
    );
    this.#item.show();
    void commands.executeCommand('setContext', 'narrativeLint.linted', status.linted);
  }

  #hide(): void {
    this.#current = undefined;
    this.#item.hide();
    void commands.executeCommand('setContext', 'narrativeLint.linted', false);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function summary({ kind, characters, characterLimit, failureWords, changeWords }: DraftStatus): string {
  const limit = characterLimit === undefined ? '' : ` of ${count(characterLimit)}`;
  const balance = failureWords === 0 ? '' : `, failure ${failureWords} : change ${changeWords}`;
  return `${kind.replaceAll('-', ' ')}, ${count(characters)}${limit}${balance}`;
}

function details(draft: DraftStatus): string[] {
  const { error, warning, suggestion } = draft.findings;
  const kind = draft.kind.replaceAll('-', ' ');
  return [
    `**${kind}**${draft.kindStated ? '' : ' (nobody said so; a click lets you pick)'}`,
    `${count(draft.words)} words, ${count(draft.characters)} characters${
      draft.characterLimit === undefined ? '' : ` of ${count(draft.characterLimit)}`
    }`,
    draft.failureWords === 0
      ? 'No setback of your own is told.'
      : `${draft.failureWords} words on what went wrong, ${draft.changeWords} on what changed and came of it`,
    `${several(error, 'error')}, ${several(warning, 'warning')}, ${several(suggestion, 'suggestion')}`,
  ];
}

const count = (number: number) => number.toLocaleString('en-US');
const several = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
