import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
  type Node,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** A regular expression of the code. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** File from the root, and line. */
  readonly at: string;
}

/** What the sources hold: expressions as they stand there, and the files that make some when they run. */
export interface Expressions {
  readonly written: readonly Expression[];
  /** Files with `new RegExp`, each with how many of them. */
  readonly made: ReadonlyMap<string, number>;
}

/** Code that reads what users hand in, and what builds it. Tests read only what they wrote themselves. */
const CODE = [
  'packages/*/src/*',
  'packages/*/bin/*',
  'packages/*/*.mjs',
  'extension/src/*',
  'extension/*.mjs',
  'scripts/*',
];
const TAKES_EXPRESSION = new Set(['match', 'matchAll', 'search']);

/** Finds every regular expression in the sources of the project, by the parser of TypeScript. */
export function readSources(root: string): Expressions {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...CODE], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.split('\n').filter((file) => /\.[cm]?[jt]s$/.test(file));
  const written: Expression[] = [];
  const made = new Map<string, number>();
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openFiles: files.map((file) => join(root, file)) });
    for (const file of files) {
      const path = join(root, file);
      const parsed = snapshot.getDefaultProjectForFile(path)?.program.getSourceFile(path);
      if (!parsed) throw new Error(`${file} was not parsed`);
      const visit = (node: Node): void => {
        if (isRegularExpressionLiteral(node)) written.push({ ...parts(node.text), at: file });
        else if (isNewExpression(node) || isCallExpression(node)) {
          const { expression } = node;
          const given = node.arguments?.[0];
          if (isIdentifier(expression) && expression.text === 'RegExp')
            made.set(file, (made.get(file) ?? 0) + 1);
          else if (
            isPropertyAccessExpression(expression) &&
            TAKES_EXPRESSION.has(expression.name.text) &&
            given &&
            isStringLiteral(given)
          )
            written.push({ source: given.text, flags: '', at: file });
        }
        node.forEachChild(visit);
      };
      visit(parsed);
    }
  } finally {
    api.close();
  }
  return { written, made };
}

function parts(literal: string): Pick<Expression, 'source' | 'flags'> {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

/** Records the expressions that sources of the packages make while something runs. */
export async function recordMade(run: () => Promise<unknown>): Promise<Expression[]> {
  const native = globalThis.RegExp;
  const recorded: Expression[] = [];
  const record = (made: RegExp) => {
    // Below this function and the trap that called it stands who made it: only what the project makes counts.
    const at = /^ *at .*\b(packages\/[\w-]+\/src\/[^:?)]*)/.exec(
      new Error().stack?.split('\n')[3] ?? '',
    )?.[1];
    if (at) recorded.push({ source: made.source, flags: made.flags, at });
    return made;
  };
  globalThis.RegExp = new Proxy(native, {
    construct: (target, given, as) => record(Reflect.construct(target, given, as)),
    apply: (target, self, given) => record(Reflect.apply(target, self, given)),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = native;
  }
  return recorded;
}
