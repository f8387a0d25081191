import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BIN } from './client.ts';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('SKIPPED: the snippet for Neovim was not tested, since there is no nvim here.');

const docs = readFileSync(fileURLToPath(new URL('../../docs/editors.md', import.meta.url)), 'utf8');

describe.skipIf(!hasNeovim)('the snippet for Neovim', () => {
  it('shows findings in a draft, and none in a README beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'narrative-lint-neovim-'));
    try {
      const snippet = /```lua\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
      const text = 'I failed Step 1. Through no fault of my own, the room was loud.\n';
      symlinkSync(BIN, join(folder, 'narrative-lint-language-server'));
      writeFileSync(join(folder, 'personal-statement.md'), text);
      writeFileSync(join(folder, 'README.md'), text);
      writeFileSync(
        join(folder, 'init.lua'),
        `${snippet}
vim.cmd('filetype on')
vim.cmd('edit README.md')
local readme = vim.api.nvim_get_current_buf()
vim.cmd('edit personal-statement.md')
local draft = vim.api.nvim_get_current_buf()
vim.wait(30000, function() return #vim.diagnostic.get(draft) > 0 end, 50)
local found = {}
for _, one in ipairs(vim.diagnostic.get(draft)) do table.insert(found, one.code .. ' ' .. one.lnum .. ':' .. one.col) end
vim.fn.writefile({ vim.fn.json_encode({ draft = found, readme = #vim.diagnostic.get(readme) }) }, 'found.json')
vim.cmd('qall!')
`,
      );
      const run = spawnSync('nvim', ['--headless', '-i', 'NONE', '-u', 'init.lua'], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 50_000,
        env: { ...process.env, HOME: folder, PATH: `${folder}${delimiter}${process.env.PATH}` },
      });
      expect(run.status, run.stderr).toBe(0);
      const found = JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8'));
      expect(found.readme).toBe(0);
      expect(found.draft).toContain('no-excuse-framing 0:17');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
