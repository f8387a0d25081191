#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const path = fileURLToPath(new URL('../dist/main.cjs', import.meta.url));
const { main, processIo, workOn } = load();
// To ask for the name of the thread would load more than to tell it.
if (!import.meta.url.endsWith('?thread'))
  process.exitCode = await main(
    process.argv.slice(2),
    processIo(fileURLToPath(new URL('worker.js', import.meta.url)), path.replace(/main\.cjs$/, 'reader.cjs')),
  );

export { workOn };

/** Loads the program with the compiled code that the build kept, where it kept any for this version of Node. */
function load() {
  const require = createRequire(path);
  let cachedData;
  try {
    const { platform, arch, version } = process;
    cachedData = readFileSync(path.replace(/main\.cjs$/, `compiled/${version}-${platform}-${arch}`));
  } catch {
    // Compiled code is kept between runs where Node can do so (22.1 and up).
    module.enableCompileCache?.();
    return require(path);
  }
  // Code that Node does not accept is compiled anew; the result is the same.
  const script = new Script(`(function(exports,require,module){${readFileSync(path, 'latin1')}\n})`, {
    filename: path,
    cachedData,
  });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, require, program);
  return program.exports;
}
