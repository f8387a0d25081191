import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, describe, expect, it } from 'vitest';
import { pnpmCall, root } from '../../scripts/steps.mjs';
import { SAMPLES } from '../cli/run.ts';

/** Programs that are started by their path, never imported. */
const PROGRAMS = ['./node', './worker'];
/** Where a CI has to build what it publishes. */
const REPOSITORY = 'git+https://github.com/narrative-lint/narrative-lint.git';
/** How ES modules are resolved today; these packages have no other form. */
const RESOLUTIONS = ['node16-esm', 'bundler'];

const packed = mkdtempSync(join(tmpdir(), 'narrative-lint-packed-'));
afterAll(() => rmSync(packed, { recursive: true, force: true }));
const pack = pnpmCall('--recursive', '--filter', './packages/*', 'pack', '--pack-destination', packed);
execFileSync(pack.command, pack.args, { ...pack.options, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
const published = readdirSync(packed)
  .map((file) => {
    const data = new Uint8Array(readFileSync(join(packed, file)));
    const opened = createPackageFromTarballData(data);
    const home = `/node_modules/${opened.packageName}/`;
    const files = new Map(
      opened.listFiles(home).map((path) => [path.slice(home.length), opened.readFile(path)]),
    );
    return { file, data, opened, files, manifest: JSON.parse(files.get('package.json') ?? '') };
  })
  .filter(({ manifest }) => !manifest.private);

describe('what is published', () => {
  it('is every package but the private one', () => {
    expect(published.map(({ manifest }) => manifest.name).sort()).toEqual([
      '@narrative-lint/config',
      '@narrative-lint/core',
      '@narrative-lint/language-server',
      '@narrative-lint/overlap',
      '@narrative-lint/readers',
      '@narrative-lint/report',
      '@narrative-lint/roster',
      'narrative-lint',
    ]);
  });

  it.each(published)('$file has nothing to object to for publint', async ({ data, manifest }) => {
    const tarball = data.buffer.slice(0) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it.each(published)('$file has the types that its code has', async ({ opened, manifest }) => {
    const analysis = await checkPackage(opened, { excludeEntrypoints: PROGRAMS });
    // A command alone has none.
    expect(analysis.types !== false).toBe(manifest.exports !== undefined);
    const problems = analysis.types ? analysis.problems : [];
    expect(
      problems.filter((one) => !('resolutionKind' in one) || RESOLUTIONS.includes(one.resolutionKind)),
    ).toEqual([]);
  });

  it.each(published)(
    '$file says what it is, needs what it names, and runs nothing on install',
    ({ files, manifest }) => {
      expect(manifest).toMatchObject({
        license: 'MIT',
        type: 'module',
        engines: { node: '>=20.19' },
        publishConfig: { access: 'public', provenance: true },
        repository: { type: 'git', url: REPOSITORY },
      });
      const { directory } = manifest.repository;
      const source = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
      expect(source.name).toBe(manifest.name);
      expect(files.has('LICENSE')).toBe(true);
      expect(files.has('README.md')).toBe(true);
      for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
        expect(manifest.scripts ?? {}).not.toHaveProperty(script);
      const names = [...files.keys()];
      expect(names.filter((name) => /\.map$|tsbuildinfo|(^|\/)(src|test)\/|\.env/.test(name))).toEqual([]);
      const bundled = files.has('dist/sbom.cdx.json');
      expect(files.has('dist/THIRD-PARTY-NOTICES.txt')).toBe(bundled);
      // What a bundle holds it needs no more.
      if (bundled) {
        expect(manifest).not.toHaveProperty('dependencies');
        return;
      }
      const needed = [...files]
        .filter(([name]) => /\.(js|d\.ts)$/.test(name))
        .flatMap(([, text]) => [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^.'][^']*)'/gm)])
        .map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')
        .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
      const named = Object.keys(manifest.dependencies ?? {});
      expect(needed.filter((name) => !named.includes(name) && !named.includes(`@types/${name}`))).toEqual([]);
    },
  );

  it('has no path of the machine that built it', () => {
    for (const { files } of published)
      for (const [name, text] of files) expect(`${name}: ${text.includes(root)}`).toBe(`${name}: false`);
  });
});

describe('a release', () => {
  it.each(published)('$file goes out with provenance only: npm refuses what no CI has built', ({ file }) => {
    const home = mkdtempSync(join(tmpdir(), 'narrative-lint-release-'));
    afterAll(() => rmSync(home, { recursive: true, force: true }));
    writeFileSync(join(home, '.npmrc'), '//127.0.0.1:9/:_authToken=nobody\n');
    // Nobody answers there, and nothing of the environment says that this is a CI.
    const { PATH, SystemRoot, ComSpec } = process.env;
    const { status, stderr } = spawnSync(
      'npm',
      ['publish', join(packed, file), '--registry', 'http://127.0.0.1:9', '--fetch-retries', '0'],
      {
        cwd: home,
        encoding: 'utf8',
        env: { PATH, SystemRoot, ComSpec, HOME: home, USERPROFILE: home },
        shell: process.platform === 'win32',
      },
    );
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/provenance generation not supported/);
  });
});

describe('the packed command line', () => {
  it('works where nothing else is, installed by npm without a network', () => {
    const empty = mkdtempSync(join(tmpdir(), 'narrative-lint-empty-'));
    afterAll(() => rmSync(empty, { recursive: true, force: true }));
    const tarball = join(
      packed,
      published.find(({ manifest }) => manifest.bin?.['narrative-lint'])?.file ?? '',
    );
    // An address at which nobody answers: whatever is looked for there fails.
    const registry = 'http://127.0.0.1:9';
    const npm = ['install', tarball, '--offline', '--registry', registry, '--no-audit', '--no-fund'];
    execFileSync('npm', npm, { cwd: empty, stdio: 'pipe', shell: process.platform === 'win32' });
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'narrative-lint',
    ]);
    for (const name of ['docx', 'md'])
      writeFileSync(join(empty, `draft.${name}`), readFileSync(join(SAMPLES, `personal-statement.${name}`)));
    const bin = join(empty, 'node_modules', '.bin', 'narrative-lint');
    const call = (...args: string[]) =>
      spawnSync(bin, args, { cwd: empty, encoding: 'utf8', shell: process.platform === 'win32' });
    expect(call('draft.docx', 'draft.md', '--concurrency', '2', '--format', 'csv')).toMatchObject({
      status: 1,
      stderr: '',
      stdout: expect.stringMatching(/draft\.docx[\s\S]*draft\.md/),
    });
    expect(call('cohort', '.').stdout).toMatch(/^2 drafts: /);
    expect(call('--version').stdout).toBe(`${published.at(-1)?.manifest.version}\n`);
  });
});
