import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

export async function open() {
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return { lint: async (text) => (await linter.lint(text)).length };
}
