import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/**
 * Large tables of a CommonJS bundle in a file beside it: as part of the code they would be read, decoded and
 * checked each time it starts.
 *
 * @param file - The name of that file.
 */
export function dataBeside(file) {
  const parts = [];
  let length = 0;
  return {
    /** Takes bytes in; gives the expression by which code has them, as a Buffer. */
    add(bytes) {
      const from = length;
      parts.push(bytes);
      length += bytes.length;
      return `dataAt(${from}, ${length})`;
    },
    /** What code that has such expressions begins with. */
    import: `import { dataAt } from 'data-beside';`,
    plugin: {
      name: 'data-beside',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^data-beside$/ }, ({ path }) => ({ path, namespace: 'data-beside' }));
        onResolve({ filter: /^\.\//, namespace: 'data-beside' }, ({ path }) => ({ path, external: true }));
        onLoad({ filter: /.*/, namespace: 'data-beside' }, () => ({
          contents: `
            const { readFileSync } = require('node:fs');
            let all;
            export function dataAt(from, to) {
              all ??= readFileSync(require.resolve('./${file}'));
              return all.subarray(from, to);
            }`,
        }));
      },
    },
    /** Writes the file into the folder of the bundle. */
    write: (folder) => writeFile(new URL(file, folder), Buffer.concat(parts)),
  };
}

/** An esbuild plugin that keeps the weights of the role model in such data. */
export function modelIn(data) {
  return {
    name: 'model-in-data',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]narrative[\\/]model[\\/]weights\.js$/ }, async ({ path }) => {
        const url = pathToFileURL(path);
        const { storedModel, corpusHash } = await import(url.href);
        const { idsOf, slotsOf } = await import(new URL('role-model.js', url).href);
        const { first, second, ...others } = storedModel;
        // Numbers ready for use, in a copy, since they may not lie at any place of a file.
        const numbers = (array) =>
          `new ${array.constructor.name}(new Uint8Array(${data.add(new Uint8Array(array.buffer))}).buffer)`;
        const pass = ({ ids, weights, ...small }) => `{
          ...${JSON.stringify(small)},
          get ids() { return ${numbers(idsOf({ ids }))}; },
          get slots() { return ${numbers(slotsOf(idsOf({ ids })))}; },
          get weights() { return ${data.add(Buffer.from(weights, 'base64'))}; },
        }`;
        return {
          contents: `
            ${data.import}
            export const corpusHash = ${JSON.stringify(corpusHash)};
            export const storedModel = { ...${JSON.stringify(others)}, first: ${pass(first)}, second: ${pass(second)} };`,
        };
      });
    },
  };
}
