// What a thread of the pool does with a draft: the same program, without a command line.
const { workOn } = await import('./narrative-lint.js?thread');
export default workOn;
