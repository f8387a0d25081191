// What the end-to-end tests need of the machine, and how they get the rest.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, npm } from '../../scripts/own-packages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `always` fails where a Chromium is missing, `never` skips; otherwise they run where there is one. */
export const wish = process.env.NARRATIVE_LINT_E2E ?? 'when-possible';

/** The packed extension that the tests install. */
export const VSIX = here('dist/narrative-lint.vsix');

/** Path of a Chromium: the one named in NARRATIVE_LINT_CHROMIUM, or the first on the PATH. */
export function chromiumPath() {
  const named = process.env.NARRATIVE_LINT_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Why the tests are skipped; nothing where they can run. */
export function reasonToSkip() {
  if (wish === 'never') return 'NARRATIVE_LINT_E2E is "never"';
  if (chromiumPath()) return undefined;
  return 'no Chromium was found; install one (Debian: apt-get install chromium) or name it in NARRATIVE_LINT_CHROMIUM';
}

/** Why the tests with a VS Code server are skipped; nothing where they can run. */
export function reasonToSkipServer() {
  const { platform, arch } = process;
  if (reasonToSkip()) return reasonToSkip();
  return platform === 'linux' && arch === 'x64'
    ? undefined
    : `the VS Code server is installed for linux-x64, and this is ${platform}-${arch}`;
}

/** Installs what is missing and packs the built extension. Throws where the tests must run and cannot. */
export function prepareEndToEnd() {
  const reason = reasonToSkip();
  if (reason) {
    if (wish === 'always') throw new Error(`The end-to-end tests must run here, and ${reason}.`);
    return;
  }
  installPackages(here('.'));
  // The server brings a lock file of its own, which npm takes for incomplete.
  const server = 'node_modules/code-server/lib/vscode';
  if (!reasonToSkipServer() && !existsSync(here(`${server}/node_modules/.package-lock.json`)))
    npm(here(server), 'install', '--omit=dev');
  mkdirSync(here('dist'), { recursive: true });
  execFileSync(process.execPath, [here('../../extension/packaging/package.mjs'), VSIX], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepareEndToEnd();
