/** Lines of a table: the first column to the left, all others to the right, two spaces between. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((cells) => (cells[at] ?? '').length)),
  );
  return [head, ...rows].map((cells) =>
    `  ${cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')}`.trimEnd(),
  );
}

/** A figure between 0 and 1 as it is printed. */
export const figure = (value: number): string => value.toFixed(3);
