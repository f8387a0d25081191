/** Nobody nests settings deeper. Parsers recurse, and one that runs out of stack can end the whole process. */
export const DEEPEST = 100;

/** Whether YAML or JSON nests so deep that no parser should see it. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return text.split('\n').some(opensTooMany) || indentsTooDeeply(text);
}

/** Each dash or question mark at the head of a line opens a level. */
function opensTooMany(line: string): boolean {
  const words = line.trim().split(/[ \t]+/);
  return words.length > DEEPEST && words.slice(0, DEEPEST).every((word) => /^[-?:]$/.test(word));
}

/** Each level of a block is indented further than the one that holds it. */
function indentsTooDeeply(text: string): boolean {
  const open: number[] = [];
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    if (open.length > DEEPEST) return true;
  }
  return false;
}
