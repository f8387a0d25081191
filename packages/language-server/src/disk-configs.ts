import { dirname, join } from 'node:path';
import {
  ConfigError,
  type ConfigLoader,
  createConfigLoader,
  type DraftConfig,
  fingerprint,
  guardRules,
  leaveOutDismissed,
  readSuppressions,
} from '@narrative-lint/config';
import type { AnyRule } from '@narrative-lint/core';
import { URI, Utils } from 'vscode-uri';
import {
  type Configs,
  type ConfigsOptions,
  type Dismissals,
  FaultReports,
  type FoundConfig,
} from './configs.ts';

/** A loader, and whether all that was asked of it could be used. */
interface Loading {
  readonly loader: ConfigLoader;
  /** Rules that cannot stop the server, by the rules as they were loaded: one that was stopped stays so. */
  readonly guarded: Map<readonly AnyRule[], readonly AnyRule[]>;
  loaded: boolean;
  failed: boolean;
}

/** How rules and modules are given more. */
const SETTING = 'narrativeLint.ruleTimeLimit';
const MORE = `give it more with ${SETTING}`;
/** Seconds that a module may take to be loaded, whatever a rule may take: it is read and compiled first. */
const LOAD_LIMIT = 10;

/** Reads configurations from the disk, as the command line does. */
export function createDiskConfigs(options: ConfigsOptions): Configs {
  const { roots, only, trusted, report, refuse, ruleTimeLimit, fault, watch } = options;
  const root = roots.map(pathOf).find((path) => path !== undefined);
  const file = only === undefined ? undefined : pathOf(only);
  const cwd = root ?? (file === undefined ? process.cwd() : dirname(file));
  const start = (): Loading => ({
    loader: createConfigLoader({
      cwd,
      trusted,
      loadLimit: { seconds: Math.max(LOAD_LIMIT, ruleTimeLimit), more: MORE },
      ...(file === undefined ? {} : { file }),
    }),
    guarded: new Map(),
    loaded: false,
    failed: false,
  });
  const faults = new FaultReports(report);
  const found = new Map<string, Promise<FoundConfig>>();
  let current = start();
  let lastGood: Loading | undefined;

  const rulesOf = (draft: DraftConfig, { guarded }: Loading): readonly AnyRule[] => {
    const known = guarded.get(draft.ruleSet);
    const ruleSet =
      known ??
      guardRules(draft, {
        seconds: Math.max(0.1, ruleTimeLimit),
        more: SETTING,
        onFault: ({ message }) => fault(message),
      });
    guarded.set(draft.ruleSet, ruleSet);
    return ruleSet;
  };
  const load = async (document: string): Promise<FoundConfig> => {
    // A document that was never saved has the configuration of the folder that is open.
    const saved = pathOf(document);
    const path =
      saved ?? (URI.parse(document).scheme === 'untitled' && root ? join(root, 'untitled.md') : undefined);
    if (path === undefined) return { config: {} };
    const loading = current;
    try {
      const draft = await loading.loader.load(path);
      loading.loaded = true;
      if (loading === current) {
        faults.tell(document);
        watch([...(draft.file === undefined ? [] : [draft.file]), ...draft.files].map(uriOf));
        refuse(draft.refused);
      }
      const dismissals = saved === undefined ? undefined : dismissalsOf(draft, path, cwd);
      return foundOf(draft, rulesOf(draft, loading), dismissals, saved !== undefined);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      loading.failed = true;
      if (loading === current) {
        faults.tell(document, error, uriOf);
        watch(error.problems.map((problem) => uriOf(problem.file)));
      }
      const good = lastGood;
      const last = await good?.loader.load(path).catch(() => undefined);
      if (!good || !last) return { config: {} };
      return foundOf(last, rulesOf(last, good), dismissalsOf(last, path, cwd), saved !== undefined);
    }
  };
  return {
    find(document) {
      const known = found.get(document) ?? load(document);
      found.set(document, known);
      return known;
    },
    clear() {
      found.clear();
      // What it read stays in its memory, and counts while what stands on the disk cannot be used.
      if (current.loaded && !current.failed) lastGood = current;
      current = start();
    },
  };
}

function foundOf(
  draft: DraftConfig,
  ruleSet: readonly AnyRule[],
  dismissals: Dismissals | undefined,
  isSaved: boolean,
): FoundConfig {
  const says = draft.ignored ? 'ignore' : draft.matched ? 'lint' : undefined;
  return {
    config: draft.config,
    ruleSet,
    ...(draft.file === undefined ? {} : { file: uriOf(draft.file) }),
    ...(says === undefined || !isSaved ? {} : { says }),
    ...(dismissals ? { dismissals } : {}),
  };
}

function dismissalsOf(draft: DraftConfig, path: string, cwd: string): Dismissals {
  return {
    leaveOut: (result) => leaveOutDismissed(result, draft),
    hashOf: (message, { document }) => fingerprint(message, document).hash,
    async add(ruleId, hash) {
      const { file } = draft.suppressions;
      // Read anew: the list may have been added to elsewhere.
      const list = readSuppressions(file, cwd);
      list.add(path, [{ ruleId, hash }]);
      await list.write();
      return Utils.basename(URI.file(file));
    },
  };
}

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

function uriOf(path: string): string {
  return URI.file(path).toString();
}
