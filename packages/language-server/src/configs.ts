import { type LintConfig, parseConfig } from '@narrative-lint/core';
import { type ParseError, parse as parseJson, printParseErrorCode } from 'jsonc-parser';
import { URI, Utils } from 'vscode-uri';
import { LineCounter, parseDocument as parseYaml } from 'yaml';
import type { ConfigSays } from './applies.ts';
import type { Host } from './host.ts';
import { asSentence } from './text.ts';

const NAMES = ['json', 'jsonc', 'yaml', 'yml'].map((extension) => `narrative-lint.config.${extension}`);
const PACKAGE = 'package.json';

/** What holds for a document beside its own text. */
export interface FoundConfig {
  readonly config: LintConfig;
  /** URI of the file it stands in, where there is one. */
  readonly file?: string;
  /** Whether the configuration names the document, or says to leave it alone. */
  readonly says?: ConfigSays;
}

/** Something wrong with a configuration file; `line` counts from 0. */
export interface ConfigFault {
  readonly message: string;
  readonly line: number;
}

/** Finds configurations and says what is wrong with them. */
export interface Configs {
  find(document: string): Promise<FoundConfig>;
  /** Forgets what was read, after a file has changed. */
  clear(): void;
}

export interface ConfigsOptions {
  readonly host: Host;
  /** URIs of folders above which nothing is searched; empty to search up to the root. */
  readonly roots: readonly string[];
  /** The one file to use, in place of searching. */
  readonly only?: string;
  /** Told of each file that was read, with no faults where it is right. */
  readonly report: (file: string, faults: readonly ConfigFault[]) => void;
}

/**
 * Finds the nearest configuration in a document's folder and above. One that cannot be used is reported, and
 * what its file held when it was last right still counts.
 */
export function createConfigs({ host, roots, only, report }: ConfigsOptions): Configs {
  const texts = new Map<string, Promise<string | undefined>>();
  const lastGood = new Map<string, LintConfig>();
  const parsed = new Map<string, FoundConfig>();
  const textOf = (uri: string) => {
    const known = texts.get(uri) ?? host.readFile(uri);
    texts.set(uri, known);
    return known;
  };
  const read = async (uri: string): Promise<FoundConfig | undefined> => {
    const known = parsed.get(uri);
    if (known) return known;
    const text = await textOf(uri);
    if (text === undefined) return undefined;
    const isPackage = Utils.basename(URI.parse(uri)) === PACKAGE;
    const value = parseText(uri, text);
    // A package.json on the way up is somebody else's business, broken or not.
    if (isPackage && !hasSettings(value.value)) return undefined;
    const given = isPackage ? (value.value as { narrativeLint: unknown }).narrativeLint : value.value;
    const { config, faults } =
      value.faults.length > 0 ? { config: {}, faults: value.faults } : settle(given, text);
    report(uri, faults);
    if (faults.length === 0) lastGood.set(uri, config);
    const found = { config: faults.length === 0 ? config : (lastGood.get(uri) ?? config), file: uri };
    parsed.set(uri, found);
    return found;
  };
  return {
    async find(document) {
      if (only !== undefined) return (await read(only)) ?? { config: {} };
      for (const folder of foldersAbove(document, roots)) {
        const candidates = [...NAMES, PACKAGE].map((name) => Utils.joinPath(folder, name).toString());
        for (const found of await Promise.all(candidates.map(read))) if (found) return found;
      }
      return { config: {} };
    },
    clear() {
      texts.clear();
      parsed.clear();
    },
  };
}

function* foldersAbove(document: string, roots: readonly string[]): Generator<URI> {
  const uri = URI.parse(document);
  // A document that was never saved has the configuration of the folder that is open.
  if (uri.scheme === 'untitled' || !uri.path.startsWith('/')) {
    if (roots[0] !== undefined) yield URI.parse(roots[0]);
    return;
  }
  for (let folder = Utils.dirname(uri); ; folder = Utils.dirname(folder)) {
    yield folder;
    if (folder.path === '/' || folder.path === '' || roots.includes(folder.toString())) return;
    if (Utils.dirname(folder).path === folder.path) return;
  }
}

function hasSettings(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'narrativeLint' in value;
}

function parseText(uri: string, text: string): { value?: unknown; faults: readonly ConfigFault[] } {
  if (/\.ya?ml$/.test(uri)) {
    const lines = new LineCounter();
    const yaml = parseYaml(text, { lineCounter: lines, prettyErrors: false });
    const problem = yaml.errors[0];
    if (!problem) return { value: yaml.toJS({ maxAliasCount: 20 }), faults: [] };
    const what = problem.message.split('\n')[0] ?? '';
    return { faults: [{ message: `Not valid YAML: ${what}`, line: lines.linePos(problem.pos[0]).line - 1 }] };
  }
  const errors: ParseError[] = [];
  const commented = uri.endsWith('c');
  const value: unknown = parseJson(text.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: commented,
    disallowComments: !commented,
  });
  const first = errors[0];
  if (!first) return { value, faults: [] };
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { value, faults: [{ message: `Not valid JSON: ${what}.`, line: lineAt(text, first.offset) }] };
}

function settle(value: unknown, text: string): { config: LintConfig; faults: readonly ConfigFault[] } {
  const { config, problems } = parseConfig(value, '');
  const faults = problems.map(({ message, line }) => {
    const sentence = message.replace(/^:\s*/, '');
    return { message: asSentence(sentence), line: line === undefined ? lineOf(sentence, text) : line - 1 };
  });
  return { config, faults };
}

/** The line of the name that a problem quotes or begins with. */
function lineOf(problem: string, text: string): number {
  const quoted = /"([^"]+)"/.exec(problem)?.[1];
  const path = /^[\w$.[\]-]+/
    .exec(problem)?.[0]
    .split(/[.[\]]+/)
    .filter(Boolean)
    .at(-1);
  for (const name of [quoted, path]) {
    const at = name === undefined ? -1 : text.indexOf(name);
    if (at >= 0) return lineAt(text, at);
  }
  return 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
