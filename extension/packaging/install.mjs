// Installs what packaging needs, once.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The path of a package's file; the packages are installed when they are missing. */
export function packaging(file) {
  if (!existsSync(here('node_modules/@vscode/vsce'))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here('.'),
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  return here(`node_modules/${file}`);
}
