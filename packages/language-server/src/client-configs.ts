import {
  CODE_NAMES,
  ConfigError,
  type ConfigProblem,
  type Contents,
  configError,
  DATA_NAMES,
  isCode,
  isOfRefused,
  isPackage,
  type Layer,
  PACKAGE_KEY,
  parseContents,
  settle,
} from '@narrative-lint/config/portable';
import { rules as builtInRules, isConfigPath, isPreset, parseConfigFile } from '@narrative-lint/core';
import { URI, Utils } from 'vscode-uri';
import { type Configs, type ConfigsOptions, FaultReports, type FoundConfig } from './configs.ts';

interface Read {
  readonly layers: readonly Layer[];
  readonly refused: readonly string[];
}

/** What is being read for one configuration. */
interface Reading {
  readonly raw: ({ readonly path: string; readonly contents: Contents } | Layer)[];
  readonly refused: string[];
}

/**
 * Reads configurations through the client, without a file system: with all that they extend, their overrides
 * and the drafts they leave alone. No program is run, so plugins never count, and dismissed findings neither.
 *
 * @param readFile - The text of a file, or nothing where there is none.
 */
export function createClientConfigs(
  { roots, only, report, refuse }: ConfigsOptions,
  readFile: (uri: string) => Promise<string | undefined>,
): Configs {
  const texts = new Map<string, Promise<string | undefined>>();
  const known = new Map<string, Promise<Read>>();
  const lastGood = new Map<string, Read>();
  const found = new Map<string, Promise<FoundConfig>>();
  const faults = new FaultReports(report);
  const textOf = (uri: string) => {
    const text = texts.get(uri) ?? readFile(uri);
    texts.set(uri, text);
    return text;
  };
  const read = (uri: string, contents: Contents | undefined) => {
    const reading = known.get(uri) ?? readLayers(uri, textOf, contents);
    known.set(uri, reading);
    return reading;
  };

  const load = async (document: string): Promise<FoundConfig> => {
    const passedOver: string[] = [];
    const place = only === undefined ? await search(document, roots, textOf, passedOver) : { uri: only };
    refuse(passedOver);
    if (!place) {
      faults.tell(document);
      return { config: {} };
    }
    const { uri } = place;
    let result: Read | undefined;
    try {
      result = await read(uri, place.contents);
      lastGood.set(uri, result);
      faults.tell(document);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.tell(document, error);
      result = lastGood.get(uri);
    }
    if (!result) return { config: {}, file: uri };
    refuse(result.refused);
    // A configuration that the settings name holds for the folder that is open.
    const baseOf = (file: string) =>
      only !== undefined && roots[0] !== undefined ? roots[0] : folderOf(file).toString();
    const settled = await settle(result.layers, (file) => fromFolder(baseOf(file), document), builtInRules);
    const says = settled.ignored ? 'ignore' : settled.matched ? 'lint' : undefined;
    return { config: settled.config, file: uri, ...(says ? { says } : {}) };
  };
  return {
    find(document) {
      const before = found.get(document) ?? load(document);
      found.set(document, before);
      return before;
    },
    clear() {
      for (const memory of [texts, known, found]) memory.clear();
    },
  };
}

type TextOf = (uri: string) => Promise<string | undefined>;

/** The nearest configuration of a document; what is a program on the way there is noted and passed over. */
async function search(
  document: string,
  roots: readonly string[],
  textOf: TextOf,
  passedOver: string[],
): Promise<{ readonly uri: string; readonly contents?: Contents } | undefined> {
  for (const folder of foldersAbove(document, roots)) {
    const inFolder = (name: string) => Utils.joinPath(folder, name).toString();
    const [data, code] = await Promise.all(
      [DATA_NAMES, CODE_NAMES].map((names) => Promise.all(names.map((name) => textOf(inFolder(name))))),
    );
    const program = CODE_NAMES.find((_, at) => code?.[at] !== undefined);
    if (program) passedOver.push(`${program} is a program, and was not run`);
    for (const [at, text] of (data ?? []).entries()) {
      const name = DATA_NAMES[at] ?? '';
      if (text === undefined) continue;
      if (!isPackage(name)) return { uri: inFolder(name) };
      const settings = settingsOf(text);
      if (settings !== undefined) return { uri: inFolder(name), contents: { value: settings } };
    }
  }
  return undefined;
}

/** A package.json on the way up is somebody else's business, broken or not. */
function settingsOf(text: string): unknown {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null)?.[PACKAGE_KEY];
  } catch {
    return undefined;
  }
}

function* foldersAbove(document: string, roots: readonly string[]): Generator<URI> {
  const uri = URI.parse(document);
  // A document that was never saved has the configuration of the folder that is open.
  if (uri.scheme === 'untitled' || !uri.path.startsWith('/')) {
    if (roots[0] !== undefined) yield URI.parse(roots[0]);
    return;
  }
  for (let folder = folderOf(document); ; folder = Utils.dirname(folder)) {
    yield folder;
    if (folder.path === '/' || folder.path === '' || roots.includes(folder.toString())) return;
  }
}

async function readLayers(uri: string, textOf: TextOf, contents?: Contents): Promise<Read> {
  const reading: Reading = { raw: [], refused: [] };
  await readLayer(uri, [], reading, textOf, contents);
  const problems: ConfigProblem[] = [];
  const layers = reading.raw.map((raw): Layer => {
    if (!('contents' in raw)) return raw;
    const { value, lineOf } = raw.contents;
    const parsed = parseConfigFile(value, nameOf(raw.path), builtInRules, lineOf);
    for (const problem of parsed.problems)
      if (!isOfRefused(problem, reading.refused)) problems.push({ ...problem, file: raw.path });
    return { path: raw.path, settings: parsed.settings };
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return { layers, refused: reading.refused };
}

async function readLayer(
  uri: string,
  from: readonly string[],
  reading: Reading,
  textOf: TextOf,
  given?: Contents,
): Promise<void> {
  const name = nameOf(uri);
  const parentFile = from.at(-1) ?? uri;
  if (from.includes(uri))
    throw configError(parentFile, `${nameOf(parentFile)} extends itself by way of ${name}`);
  if (isCode(uri)) {
    reading.refused.push(`${name} is a program, and was not run`);
    return;
  }
  const text = given ? '' : await textOf(uri);
  if (text === undefined) throw configError(parentFile, `${name} does not exist; check the name`);
  const contents = given ?? (await parseContents(uri, name, text));
  const value = contents.value as { readonly extends?: unknown; readonly plugins?: unknown } | null;
  for (const parent of [value?.extends].flat()) {
    if (typeof parent !== 'string') continue;
    if (isPreset(parent)) reading.raw.push({ preset: parent });
    else if (isConfigPath(parent))
      await readLayer(Utils.resolvePath(folderOf(uri), parent).toString(), [...from, uri], reading, textOf);
  }
  for (const plugin of Array.isArray(value?.plugins) ? value.plugins : [])
    reading.refused.push(`plugin ${String(plugin)} of ${name} is a program, and was not run`);
  reading.raw.push({ path: uri, contents });
}

function folderOf(uri: string): URI {
  return Utils.dirname(URI.parse(uri));
}

function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** A document as seen from a folder, with slashes. */
function fromFolder(folder: string, document: string): string {
  const steps = URI.parse(folder).path.split('/').filter(Boolean);
  const names = URI.parse(document).path.split('/').filter(Boolean);
  let same = 0;
  while (same < steps.length && steps[same] === names[same]) same += 1;
  return [...steps.slice(same).map(() => '..'), ...names.slice(same)].join('/');
}
