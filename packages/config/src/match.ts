import { relative, sep } from 'node:path';

/**
 * Whether a draft is one that globs name. A glob counts from the folder of its configuration; one without a
 * slash matches a name in every folder below.
 */
export async function matches(globs: readonly string[], folder: string, draft: string): Promise<boolean> {
  const { default: picomatch } = await import('picomatch');
  const path = slashed(relative(folder, draft));
  return globs.some((glob) => {
    const pattern = glob.replace(/^\.\//, '');
    return picomatch.isMatch(path, pattern, { basename: !pattern.includes('/'), dot: true, nocase: true });
  });
}

/** Whether patterns of a .gitignore in `folder` leave a draft out. A draft outside the folder is never left out. */
export async function ignores(patterns: readonly string[], folder: string, draft: string): Promise<boolean> {
  const { default: ignore } = await import('ignore');
  const path = slashed(relative(folder, draft));
  return (
    ignore.isPathValid(path) &&
    ignore()
      .add([...patterns])
      .ignores(path)
  );
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
