// Tells which packages of others are in a bundle: a bill of materials (CycloneDX) and their licences, beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The bill of materials beside a bundle. */
export const BILL = 'sbom.cdx.json';
/** The licences of what a bundle holds, which have to go where it goes. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/**
 * The packages of others whose code is in bundles, each version once, by name.
 *
 * @param metafiles - What esbuild tells of the bundles, with paths from the current folder.
 */
export function packagesIn(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
        if (folder && bytesInOutput > 0) folders.add(resolve(folder.replace(/^[\w-]+:/, '')));
      }
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    packages.set(`${name}@${version}`, { name, version, license: license ?? 'unknown', folder });
  }
  return [...packages.values()].sort(byName);
}

/**
 * Writes the bill of materials and the licences of bundles into a folder.
 *
 * @param bundle - Name and version of what the bundles belong to.
 * @param packages - What `packagesIn` gives.
 * @param within - A folder with a bill of its own, whose bundles are copied beside these.
 */
export async function writeBill(folder, bundle, packages, within) {
  const theirs = within ? readBill(within) : [];
  const isTheirs = (one) => theirs.some(({ name, version }) => name === one.name && version === one.version);
  const own = packages.filter((one) => !isTheirs(one));
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component('application', { ...bundle, license: 'MIT' }) },
    components: [...own, ...theirs].sort(byName).map((one) => component('library', one)),
  };
  await writeFile(join(folder, BILL), `${JSON.stringify(bill, null, 2)}\n`);
  const notices = own.map(notice);
  if (within) notices.push(readFileSync(join(within, NOTICES), 'utf8'));
  await writeFile(join(folder, NOTICES), notices.join(`\n${'-'.repeat(80)}\n\n`));
}

/** The packages that the bill of materials in a folder names. */
export function readBill(folder) {
  const { components } = JSON.parse(readFileSync(join(folder, BILL), 'utf8'));
  return components.map(({ group, name, version, licenses: [{ license, expression }] }) => ({
    name: group ? `${group}/${name}` : name,
    version,
    license: expression ?? license.id,
  }));
}

function component(type, { name, version, license }) {
  const [, group, own] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${own}@${version}`;
  return {
    type,
    'bom-ref': purl,
    ...(group && { group }),
    name: own,
    version,
    licenses: [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl,
  };
}

function notice({ name, version, license, folder }) {
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n') || authorOf(folder)}\n`;
}

/** Stands where a package brings no text of its licence. */
function authorOf(folder) {
  const { author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const who = typeof author === 'string' ? author : author?.name;
  return [who && `By ${who}.`, homepage].filter(Boolean).join(' ');
}

function byName(a, b) {
  const [one, other] = [a, b].map(({ name, version }) => `${name}@${version}`);
  return one < other ? -1 : one > other ? 1 : 0;
}
