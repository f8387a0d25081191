import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { reasonToSkipServer } from './requirements.mjs';
import { describeWorkbench } from './scenario.ts';
import { openServerWorkbench } from './server/open.ts';

describeWorkbench('VS Code on a server', reasonToSkipServer(), openServerWorkbench, (workbench, window) => {
  it('saves the corrected draft to disk', async () => {
    await workbench().openFile('personal-statement.md');
    await window().page.keyboard.press('Control+KeyS');
    await vi.waitFor(async () => {
      const saved = await readFile(join(window().folder, 'personal-statement.md'), 'utf8');
      expect(saved).toContain("I would bring to your program a baker's patience.");
    });
  });
});
