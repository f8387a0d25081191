/** A run of text of a page as the PDF gives it. `x` and `y` are its left end and baseline, in points from the lower left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A printed line. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

const PAGE_NUMBER = /^(?:-\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*-)?$/i;

/** Puts the runs of a page together to lines, in the order in which the PDF gives them. */
export function linesOf(runs: readonly TextRun[]): Line[] {
  const groups: TextRun[][] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && Math.abs(last.y - run.y) < Math.max(last.height, run.height, 1) * 0.5)
      group.push(run);
    else groups.push([run]);
  }
  return groups.map(lineOf).filter((line) => line.text !== '');
}

function lineOf(runs: readonly TextRun[]): Line {
  let text = '';
  let end = Number.NaN;
  for (const run of runs) {
    const gap = run.x - end;
    if (gap > run.height * 0.15 && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  const inked = runs.filter((run) => run.text.trim() !== '');
  return {
    text: text.replace(/[ \t]+/g, ' ').trim(),
    left: Math.min(...inked.map((run) => run.x)),
    right: Math.max(...inked.map((run) => run.x + run.width)),
    y: runs[0]?.y ?? 0,
    height: Math.max(...runs.map((run) => run.height)),
  };
}

/** Takes page numbers, and heads and feet that repeat from page to page, off the pages of a document. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const edge of new Set([lines[0], lines.at(-1)])) {
      if (edge) seen.set(shape(edge), (seen.get(shape(edge)) ?? 0) + 1);
    }
  }
  const runs = (line: Line) =>
    PAGE_NUMBER.test(line.text) || (pages.length > 1 && (seen.get(shape(line)) ?? 0) >= pages.length);
  return pages.map((lines) =>
    lines.filter((line, at) => !((at === 0 || at === lines.length - 1) && runs(line))),
  );
}

/** Heads that differ only in the page number have one shape. */
function shape(line: Line): string {
  return line.text.replace(/\d+/g, '0');
}
