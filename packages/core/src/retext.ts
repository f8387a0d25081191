import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { parseConfig } from './config/parse.ts';
import { type LintOptions, lint } from './lint.ts';
import { MESSAGE_SOURCE } from './messages.ts';

/** Options of `retextNarrative`: those of `lint`, with a configuration as it stands in a file. */
export interface RetextNarrativeOptions extends Omit<LintOptions, 'config'> {
  /** The parsed contents of a configuration file. */
  readonly config?: unknown;
}

/**
 * A unified plugin that runs the rules on the text of a file and adds their messages to it.
 *
 * It works beside any parser, since it reads the text of the file and leaves the tree alone; a `.txt` file is
 * taken as plain text, any other as Markdown. Front matter that cannot be used is a message, too.
 *
 * @throws {TypeError} when the configuration is not valid.
 */
export const retextNarrative: Plugin<[options?: RetextNarrativeOptions], Root> = (options = {}) => {
  const { config: given, ...rest } = options;
  const { config, problems } = parseConfig(given, 'retextNarrative');
  if (problems.length > 0) throw new TypeError(problems.map((problem) => problem.message).join('\n'));
  return (_tree, file: VFile) => {
    const format = rest.format ?? (file.extname === '.txt' ? 'text' : 'markdown');
    const result = lint(String(file), { ...rest, config, format });
    for (const problem of result.problems) {
      const place = problem.line === undefined ? undefined : { line: problem.line, column: 1 };
      add(file, new VFileMessage(problem.message, { place, ruleId: 'front-matter', source: MESSAGE_SOURCE }));
    }
    for (const message of result.messages) add(file, message);
  };
};

/** Adds a message the way `file.message` does, with the path of the file in its name. */
function add(file: VFile, message: VFileMessage): void {
  if (file.path) {
    message.name = `${file.path}:${message.name}`;
    message.file = file.path;
  }
  file.messages.push(message);
}
