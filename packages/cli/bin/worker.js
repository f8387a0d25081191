// What a thread of the pool does with a draft: the same program, without a command line.
module.exports = require('./narrative-lint.js').workOn;
