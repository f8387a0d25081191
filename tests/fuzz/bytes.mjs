/** Bytes of real files with damage, and bytes of no file. */
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';

const TOKENS = [
  '<',
  '>',
  '</w:p>',
  '<w:p>',
  '&',
  '&#0;',
  '&x;',
  '\0',
  '"',
  ']]>',
  'endobj',
  'stream\n',
  '<<',
  '>>',
  '/Length 999999',
  '(',
  'R',
  '-1',
  '99999999999',
];
const damage = fc.record({
  at: fc.noBias(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  kind: fc.constantFrom('flip', 'set', 'cut', 'insert', 'repeat', 'token', 'end'),
  size: fc.integer({ min: 1, max: 64 }),
  value: fc.integer({ min: 0, max: 255 }),
});

/** Bytes after some damages. */
export function damaged(bytes, damages) {
  let result = bytes;
  for (const { at, kind, size, value } of damages) {
    const place = Math.floor(at * result.length);
    const [before, after] = [result.subarray(0, place), result.subarray(place)];
    const join = (...parts) => Uint8Array.from(Buffer.concat(parts));
    if (kind === 'flip' || kind === 'set') {
      result = Uint8Array.from(result);
      if (place < result.length) result[place] = kind === 'set' ? value : result[place] ^ (1 << (value % 8));
    } else if (kind === 'cut') result = join(before, after.subarray(size));
    else if (kind === 'insert') result = join(before, new Uint8Array(size).fill(value), after);
    else if (kind === 'repeat') result = join(before, after.subarray(0, size), after);
    else if (kind === 'token') result = join(before, strToU8(TOKENS[value % TOKENS.length]), after);
    else result = Uint8Array.from(before);
  }
  return result;
}

const damages = fc.array(damage, { minLength: 1, maxLength: 8 });

/** Files with damage, and what is no file at all behind the first bytes of one. */
export function brokenFiles(files) {
  const file = fc.constantFrom(...files);
  const heads = files.map((bytes) => bytes.subarray(0, 8));
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(file, damages).map(([bytes, done]) => damaged(bytes, done)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }))
        .map(([head, rest]) => Uint8Array.from(Buffer.concat([head, rest]))),
    },
  );
}

/** Archives that are whole and whose parts have damage. */
export function brokenArchives(archives) {
  const opened = archives.map((bytes) => unzipSync(bytes));
  return fc
    .tuple(
      fc.constantFrom(...opened),
      fc.array(fc.tuple(fc.nat(30), fc.oneof(damages, fc.constant(undefined))), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([parts, changes]) => {
      const names = Object.keys(parts).sort();
      const changed = { ...parts };
      for (const [at, done] of changes) {
        const name = names[at % names.length];
        if (!done) delete changed[name];
        else if (changed[name]) changed[name] = damaged(changed[name], done);
      }
      return zipSync(changed, { level: 0, mtime: '2024-01-01' });
    });
}
