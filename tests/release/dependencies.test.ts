import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencies, problems, published } from '../../scripts/dependencies.mjs';
import { root } from '../../scripts/steps.mjs';

const used = dependencies();

describe('what runs of others', () => {
  it('is on the list with a reason, may be passed on, and runs nothing when it is installed', () => {
    expect(problems(used)).toEqual([]);
  });

  it('is found where it is only in a bundle', () => {
    const names = used.map(({ name }) => name);
    for (const name of ['commander', 'vscode-jsonrpc', 'vscode-languageclient', 'micromark', 'mammoth'])
      expect(names).toContain(name);
  });

  it('is objected to when it is new, gone, unlike the others in its licence, or installs', () => {
    const odd = { name: 'odd', license: 'GPL-3.0-only', isDirect: true, installs: true };
    expect(problems([odd], { gone: 'it was needed' })).toEqual([
      'odd is a new dependency: say in scripts/dependencies.json why it is needed',
      'gone is no dependency any more: take it out of scripts/dependencies.json',
      expect.stringMatching(/^odd has the licence GPL-3\.0-only, which is not one of /),
      'odd runs a program when it is installed; find a package that does not',
    ]);
    const chosen = { name: 'odd', license: '(MIT OR GPL-3.0-or-later)', isDirect: true, installs: false };
    expect(problems([chosen], { odd: 'it is needed' })).toEqual([]);
  });

  it('has its licence beside each bundle', async () => {
    const bundled = published().filter((folder) => /cli|language-server|extension/.test(folder));
    expect(bundled).toHaveLength(3);
    for (const folder of bundled) {
      const notices = await readFile(join(folder, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
      const bill = JSON.parse(await readFile(join(folder, 'dist/sbom.cdx.json'), 'utf8'));
      for (const { group, name, version } of bill.components)
        expect(notices).toContain(`${group ? `${group}/` : ''}${name} ${version} (`);
    }
  });
});

describe('the lockfile', () => {
  it('names no address: packages come from the registry that a machine is set up for', async () => {
    const lock = await readFile(join(root, 'pnpm-lock.yaml'), 'utf8');
    expect(lock).not.toMatch(/tarball:|https?:\/\//);
  });
});
