import { type Uri, Uri as Uris, window, workspace } from 'vscode';
import { basename } from './documents.ts';

const NAME = 'narrative-lint.config';
const EXTENSIONS = ['jsonc', 'json', 'yaml', 'yml'];
const CONTENT = `// Holds for every draft in this folder and the folders in it. Remove the slashes before what you need.
{
  // What the drafts are for, where they do not say it themselves.
  // "kind": "personal-statement",
  // "specialty": "internal-medicine",

  // A rule can be "error", "warning", "suggestion" or "off".
  "rules": {
    // "one-page": "off",
    // "acknowledge-briefly": ["warning", { "words": 80 }]
  }

  // Characters, where the form shows another limit.
  // , "limits": { "hobby": 255 }
}
`;

/** Opens the configuration of a draft's folder, and makes one where there is none. */
export async function createConfig(draft: Uri | undefined): Promise<void> {
  const folder = folderOf(draft);
  if (!folder) {
    void window.showInformationMessage(
      'A configuration lies in the folder of your drafts. Open the folder, or save the draft first.',
    );
    return;
  }
  const wanted = Uris.joinPath(folder, `${NAME}.${EXTENSIONS[0]}`);
  const there = await existing(folder);
  if (!there) await workspace.fs.writeFile(wanted, new TextEncoder().encode(CONTENT));
  const document = await workspace.openTextDocument(there ?? wanted);
  await window.showTextDocument(document);
  if (there) void window.showInformationMessage(`${basename(there)} is there already.`);
}

async function existing(folder: Uri): Promise<Uri | undefined> {
  for (const extension of EXTENSIONS) {
    const file = Uris.joinPath(folder, `${NAME}.${extension}`);
    const found = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}

function folderOf(draft: Uri | undefined): Uri | undefined {
  const folder = draft ? workspace.getWorkspaceFolder(draft) : undefined;
  if (folder) return folder.uri;
  if (draft?.scheme === 'file') return Uris.joinPath(draft, '..');
  return workspace.workspaceFolders?.[0]?.uri;
}
