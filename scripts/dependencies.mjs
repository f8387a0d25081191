// What of others runs with a published package: from its dependencies, and from what is in its bundles.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBill } from './bundled.mjs';
import { root } from './steps.mjs';

/** Licences that ask for no more than to be passed on with the code. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Zlib',
]);
/** Packages whose file of the licence says more than their manifest. */
const BY_FILE = { duck: 'BSD-2-Clause' };
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

/**
 * Everything that runs with what is published: each package once, by name.
 *
 * @returns Name, licence, whether one of our packages names it itself, and whether installing it runs a program.
 */
export function dependencies() {
  const found = new Map();
  const add = (folder, isDirect) => {
    const manifest = readJson(join(folder, 'package.json'));
    const { name, scripts = {} } = manifest;
    const license = BY_FILE[name] ?? manifest.license ?? 'unknown';
    const installs =
      INSTALL_SCRIPTS.some((script) => scripts[script]) || existsSync(join(folder, 'binding.gyp'));
    const known = found.get(name);
    found.set(name, {
      name,
      license,
      isDirect: isDirect || (known?.isDirect ?? false),
      installs: installs || (known?.installs ?? false),
    });
    return manifest;
  };
  const seen = new Set();
  /** A package that is installed with ours, and what it brings. */
  const walk = (name, from, isDirect) => {
    if (name.startsWith('@narrative-lint/')) return;
    const link = folderOf(name, from);
    // An optional one may be missing.
    if (!link) return;
    const folder = realpathSync(link);
    const manifest = add(folder, isDirect);
    if (seen.has(folder)) return;
    seen.add(folder);
    for (const next of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
      walk(next, folder, false);
  };
  for (const folder of published()) {
    const { dependencies = {}, devDependencies = {} } = readJson(join(folder, 'package.json'));
    for (const name of Object.keys(dependencies)) walk(name, folder, true);
    const dist = join(folder, 'dist');
    if (!existsSync(join(dist, 'sbom.cdx.json'))) continue;
    for (const { name, version } of readBill(dist)) {
      const stored = join(root, 'node_modules/.pnpm');
      const entry = `${name.replace('/', '+')}@${version}`;
      // With what it found beside it, after a line.
      const own = readdirSync(stored).find((one) => one === entry || one.startsWith(`${entry}_`));
      if (!own) throw new Error(`${name} ${version} is in a bundle and not in ${stored}`);
      add(join(stored, own, 'node_modules', name), name in devDependencies);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What is wrong with the dependencies, a line each.
 *
 * @param all - What `dependencies` gives.
 * @param reasons - Why each package is there that ours name themselves, by its name.
 */
export function problems(all, reasons = reasonsGiven()) {
  const direct = new Set(all.filter(({ isDirect }) => isDirect).map(({ name }) => name));
  return [
    ...[...direct]
      .filter((name) => !reasons[name])
      .map((name) => `${name} is a new dependency: say in scripts/dependencies.json why it is needed`),
    ...Object.keys(reasons)
      .filter((name) => !direct.has(name))
      .map((name) => `${name} is no dependency any more: take it out of scripts/dependencies.json`),
    ...all
      .filter(({ license }) => !isAllowed(license))
      .map(
        ({ name, license }) =>
          `${name} has the licence ${license}, which is not one of ${[...LICENCES].join(', ')}`,
      ),
    ...all
      .filter(({ installs }) => installs)
      .map(({ name }) => `${name} runs a program when it is installed; find a package that does not`),
  ];
}

/** Of several licences to choose from one is enough; of several that hold together all are needed. */
function isAllowed(license) {
  return license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => LICENCES.has(one)));
}

/** Why each package is there that ours name themselves. */
export const reasonsGiven = () => readJson(join(root, 'scripts/dependencies.json'));

/** The folders of what is published, the extension among them. */
export function published() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
  return [
    ...packages.filter((folder) => !readJson(join(folder, 'package.json')).private),
    join(root, 'extension'),
  ];
}

/** The folder of a package as a package in another folder finds it. */
function folderOf(name, from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
  }
  return undefined;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
