import { createLinter, loadTextlintrc } from 'textlint';
import { TEXTLINT_RC } from '../commands.mjs';

export async function open() {
  const linter = createLinter({ descriptor: await loadTextlintrc({ configFilePath: TEXTLINT_RC }) });
  return { lint: async (text) => (await linter.lintText(text, 'draft.md')).messages.length };
}
