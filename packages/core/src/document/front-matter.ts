import { isNode, LineCounter, parseDocument as parseYaml } from 'yaml';
import { nestsTooDeeply } from '../config/nesting.ts';
import type { FrontMatter } from './types.ts';

const FENCE = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/**
 * Finds and parses the YAML front matter at the head of a source.
 *
 * @returns Nothing when the source has none. A block that is not valid YAML comes back with `error`,
 *   one line that says where and why, and no `value`. Never throws.
 */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const open = FENCE.exec(source);
  if (!open) return undefined;
  const contentStart = open[0].length;
  const rest = source.slice(contentStart);
  const close = CLOSING_FENCE.exec(rest);
  if (!close) return undefined;
  const content = rest.slice(0, close.index);
  const end = contentStart + close.index + close[0].length;
  if (nestsTooDeeply(content)) return { start: 0, end, error: 'it nests more than 100 levels deep' };
  const lines = new LineCounter();
  const yaml = parseYaml(content, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const problem = yaml.errors[0];
  if (problem) {
    const where = lines.linePos(problem.pos[0]);
    return { start: 0, end, error: `line ${where.line + 1}: ${problem.message.split('\n')[0]}` };
  }
  try {
    return { start: 0, end, value: yaml.toJS({ maxAliasCount: 20 }) ?? {} };
  } catch (error) {
    return { start: 0, end, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The line of a value in the front matter of a source, from 1.
 *
 * @param path - The keys that lead to the value; where one is missing, the line of the last that is there counts.
 */
export function lineInFrontMatter(source: string, path: readonly (string | number)[]): number | undefined {
  const open = FENCE.exec(source);
  const front = readFrontMatter(source);
  if (!open || !front || front.value === undefined) return undefined;
  const lines = new LineCounter();
  const yaml = parseYaml(source.slice(open[0].length, front.end).replace(CLOSING_FENCE, ''), {
    lineCounter: lines,
    schema: 'core',
  });
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = yaml.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + 1;
  }
  return 2;
}
