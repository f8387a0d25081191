// Packages that only one folder of tests needs: it has a package.json and a lock file of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs npm quietly in a folder, without scripts of packages. */
export const npm = (folder, ...how) =>
  execFileSync('npm', [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });

/** The packages that the folder names, with their versions. */
export const packagesOf = (folder) => readJson(join(folder, 'package.json')).dependencies;

/** Installs the packages of a folder, unless all are there in the versions that it names. */
export function installPackages(folder) {
  const isThere = Object.entries(packagesOf(folder)).every(([name, version]) => {
    const own = join(folder, 'node_modules', name, 'package.json');
    return existsSync(own) && readJson(own).version === version;
  });
  if (!isThere) npm(folder, 'ci');
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
