import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The engine and the readers as built in the checkout `root`. */
export async function open(root) {
  const packageOf = (name) => import(pathToFileURL(join(root, `packages/${name}/dist/index.js`)).href);
  const { createSession, lint } = await packageOf('core');
  return {
    lint: (text) => lint(text).messages.length,
    /** A draft that is being written; what a keystroke leaves as it was need not be worked out again. */
    draft() {
      const session = createSession();
      return (text) => session.lint(text).messages.length;
    },
    /** Length of the text in a file. */
    async read(path) {
      const { readDraft } = await packageOf('readers');
      return (await readDraft(path)).text.length;
    },
  };
}
