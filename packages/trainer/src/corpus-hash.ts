import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A SHA-256 over the names and contents of the labelled drafts below a folder, so that stale weights are noticed. */
export function corpusHash(root: string): string {
  const hash = createHash('sha256');
  for (const folder of readdirSync(root).sort()) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      hash.update(`${folder}/${file}\n`).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex');
}
