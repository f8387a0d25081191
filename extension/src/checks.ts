import type { CheckParams, Checks } from '@narrative-lint/language-server/protocol';
import { type Memento, Uri } from 'vscode';
import { outlivesSession } from './documents.ts';

const KEY = 'checks';

/** What the user decided about documents: always check, or never. Remembered for the workspace. */
export class CheckMemory {
  readonly #workspace: Memento;
  #session: Checks = {};

  constructor(workspaceState: Memento) {
    this.#workspace = workspaceState;
  }

  all(): Checks {
    return { ...this.#workspace.get<Checks>(KEY, {}), ...this.#session };
  }

  async remember(uri: string, check: CheckParams['check']): Promise<void> {
    const lasting = outlivesSession(Uri.parse(uri));
    const { [uri]: _, ...others } = lasting ? this.#workspace.get<Checks>(KEY, {}) : this.#session;
    const checks: Checks = check === 'by-rules' ? others : { ...others, [uri]: check };
    if (lasting) await this.#workspace.update(KEY, checks);
    else this.#session = checks;
  }
}
