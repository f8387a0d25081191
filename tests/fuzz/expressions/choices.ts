/** Fewer alternatives than this are no list of words. */
const MANY = 12;

/** The choices of an expression outside of any group; itself where there is no other. */
export function choicesOf(source: string): string[] {
  return alternatives(source, { start: 0, end: source.length });
}

/** An expression with each word of a long list in place of the list; none where no list is matched just once. */
export function wordsOf(source: string): string[] {
  for (const group of groupsOf(source)) {
    const words = alternatives(source, group);
    if (words.length < MANY) continue;
    const [before, after] = [source.slice(0, group.start), source.slice(group.end)];
    return words.map((word) => `${before}${word}${after}`);
  }
  return [];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The insides of groups `(?:...)` that stand outside of any other and are matched once. */
function groupsOf(source: string): Span[] {
  const groups: Span[] = [];
  const open: number[] = [];
  for (const at of signsOf(source)) {
    if (source[at] === '(') open.push(at);
    if (source[at] !== ')') continue;
    const start = open.pop() ?? 0;
    if (open.length === 0 && source.startsWith('(?:', start) && !/[*+?{]/.test(source[at + 1] ?? ''))
      groups.push({ start: start + 3, end: at });
  }
  return groups;
}

function alternatives(source: string, { start, end }: Span): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (const at of signsOf(source)) {
    if (at < start || at >= end) continue;
    if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    else if (source[at] === '|' && depth === 0) {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, source.slice(from, end)];
}

/** Where the signs `(`, `)` and `|` stand that mean something. */
function signsOf(source: string): number[] {
  const signs: number[] = [];
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if ('()|'.includes(sign)) signs.push(at);
  }
  return signs;
}
