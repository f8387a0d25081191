/**
 * Whether a draft is one that globs name. A glob without a slash matches a name in every folder below.
 *
 * @param path - The draft from the folder that the globs count from, with slashes.
 */
export async function matches(globs: readonly string[], path: string): Promise<boolean> {
  const { default: picomatch } = await import('picomatch');
  return globs.some((glob) => {
    const pattern = glob.replace(/^\.\//, '');
    return picomatch.isMatch(path, pattern, { basename: !pattern.includes('/'), dot: true, nocase: true });
  });
}

/**
 * Whether patterns as in a .gitignore leave a draft out. A draft outside their folder is never left out.
 *
 * @param path - The draft from the folder of the patterns, with slashes.
 */
export async function ignores(patterns: readonly string[], path: string): Promise<boolean> {
  const { default: ignore } = await import('ignore');
  return (
    ignore.isPathValid(path) &&
    ignore()
      .add([...patterns])
      .ignores(path)
  );
}
