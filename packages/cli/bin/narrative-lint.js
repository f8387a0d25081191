#!/usr/bin/env node
import module from 'node:module';

// Compiled code is kept between runs where Node can do so (22.1 and up).
module.enableCompileCache?.();
const { main, processIo } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2), processIo());
