import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(await readFile(here('package.json'), 'utf8'));

await rm(here('dist/chunks'), { recursive: true, force: true });
await build({
  entryPoints: [here('src/main.ts')],
  outdir: here('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  // Some libraries' CommonJS form cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  define: {
    NARRATIVE_LINT_VERSION: JSON.stringify(version),
    // Known to CommonJS only, and some bundled libraries ask for them.
    __filename: 'import.meta.filename',
    __dirname: 'import.meta.dirname',
  },
  // Some bundled libraries are CommonJS and ask for Node's own modules at run time.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
