// Makes the .vsix of the built extension: extension/dist/narrative-lint.vsix, or the file named.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packaging } from './install.mjs';

/** Bytes that the packed extension may have. */
const BUDGET = 6_000_000;

const extension = fileURLToPath(new URL('..', import.meta.url));
const packagePath = resolve(process.argv[2] ?? `${extension}/dist/narrative-lint.vsix`);
const { default: vsce } = await import(pathToFileURL(packaging('@vscode/vsce/out/api.js')));

await vsce.createVSIX({ cwd: extension, packagePath, dependencies: false });
const { size } = await stat(packagePath);
if (size > BUDGET) throw new Error(`${packagePath} has ${size} bytes; ${BUDGET} are allowed.`);
console.log(`${packagePath}, ${(size / 1e6).toFixed(2)} MB`);
