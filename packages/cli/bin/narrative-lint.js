#!/usr/bin/env node
// CommonJS, which starts without the loader of ES modules.
const { readFileSync } = require('node:fs');
const { createRequire, enableCompileCache } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const path = join(__dirname, '../dist/main.cjs');
const { main, processIo, workOn } = load();
if (require.main === module) {
  const io = processIo(join(__dirname, 'worker.js'), join(__dirname, '../dist/reader.cjs'));
  main(process.argv.slice(2), io).then(io.end);
}

exports.workOn = workOn;

/** Loads the program with the compiled code that the build kept, where it kept any for this version of Node. */
function load() {
  let cachedData;
  try {
    const { platform, arch, version } = process;
    cachedData = readFileSync(join(__dirname, `../dist/compiled/${version}-${platform}-${arch}`));
  } catch {
    // Compiled code is kept between runs where Node can do so (22.1 and up).
    enableCompileCache?.();
    return require(path);
  }
  // Code that Node does not accept is compiled anew; the result is the same.
  const script = new Script(`(function(exports,require,module){${readFileSync(path, 'latin1')}\n})`, {
    filename: path,
    cachedData,
  });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, createRequire(path), program);
  return program.exports;
}
