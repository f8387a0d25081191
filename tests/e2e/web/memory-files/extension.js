// A folder in memory, so that the workbench on the web has one to open. Its files come from the test's server.
const vscode = require('vscode');

const FOLDER = '/drafts';

class MemoryFiles {
  #files = new Map();
  #changed = new vscode.EventEmitter();
  onDidChangeFile = this.#changed.event;

  constructor(contents) {
    for (const [name, base64] of Object.entries(contents)) {
      const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      this.#files.set(`${FOLDER}/${name}`, { data, mtime: 1 });
    }
  }

  get paths() {
    return [...this.#files.keys()];
  }

  #get(uri) {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  #fire(type, uri) {
    this.#changed.fire([{ type, uri }]);
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri) {
    if (['/', FOLDER].includes(uri.path.replace(/(?<=.)\/$/, '')))
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { data, mtime } = this.#get(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: data.byteLength };
  }

  readDirectory(uri) {
    if (uri.path.replace(/\/$/, '') !== FOLDER) return [[FOLDER.slice(1), vscode.FileType.Directory]];
    return this.paths.map((path) => [path.slice(FOLDER.length + 1), vscode.FileType.File]);
  }

  readFile(uri) {
    return this.#get(uri).data;
  }

  writeFile(uri, data) {
    const there = this.#files.has(uri.path);
    this.#files.set(uri.path, { data, mtime: Date.now() });
    this.#fire(there ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  delete(uri) {
    this.#files.delete(uri.path);
    this.#fire(vscode.FileChangeType.Deleted, uri);
  }

  rename(from, to) {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory() {}
}

exports.activate = async (context) => {
  const list = vscode.Uri.joinPath(context.extensionUri, '..', 'drafts.json');
  const files = new MemoryFiles(await (await fetch(list.toString(true))).json());
  context.subscriptions.push(
    // Without a search provider, looking for files never ends.
    vscode.workspace.registerFileSearchProvider('memfs', {
      provideFileSearchResults: () => files.paths.map((path) => vscode.Uri.from({ scheme: 'memfs', path })),
    }),
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
  );
};
