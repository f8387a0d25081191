import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SAMPLES = here('../../fixtures/samples');
const DRAFTS = here('../../fixtures/vscode');

/** Seconds to read a Word document: enough for an honest one where the machine is busy. */
export const TIME_LIMIT = 10;

/** The files of the folder that the workbench opens, by name. */
export async function workspaceFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(DRAFTS)) files.set(name, await readFile(join(DRAFTS, name)));
  files.set('sample.eras.md', await readFile(join(SAMPLES, 'personal-statement.md')));
  files.set('word-draft.docx', await readFile(join(SAMPLES, 'personal-statement.docx')));
  // The parser looks at all elements that it does not know for each of them.
  const unknown = Array.from({ length: 60_000 }, (_, at) => `<w:x${at}/>`).join('');
  files.set('endless.docx', await wordDraft(unknown));
  return files;
}

/** The sample in Word with XML before its first paragraph. */
export async function wordDraft(xml: string): Promise<Uint8Array> {
  const parts = unzipSync(await readFile(join(SAMPLES, 'personal-statement.docx')));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(document.replace('<w:body>', (body) => body + xml)),
  });
}

/** Settings of the workbench: nothing calls out, nothing is in the way of the editor. */
export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'narrativeLint.timeLimit': TIME_LIMIT,
  'editor.hover.delay': 50,
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

/** Where pictures of each run are kept. */
export const ARTEFACTS = here('artefacts');
/** Pictures of the extension's README; written by the run that NARRATIVE_LINT_UPDATE_SCREENSHOTS names. */
export const README_PICTURES = here('../../extension/media/screenshots');
/** Pictures of the guides. */
export const DOCS_PICTURES = here('../../docs');
