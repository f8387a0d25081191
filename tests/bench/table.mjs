/** Lines of a table: text to the left, figures to the right. */
export function table(head, rows) {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((cells) => (cells[at] ?? '').length)),
  );
  const isFigure = head.map((_, at) => rows.some((cells) => /^[\d.,]/.test(cells[at] ?? '')) && at > 1);
  return [head, ...rows].map((cells) =>
    `  ${cells
      .map((cell, at) => (isFigure[at] ? (cell ?? '').padStart(widths[at]) : (cell ?? '').padEnd(widths[at])))
      .join('  ')}`.trimEnd(),
  );
}

/** A number with three digits that count. */
export function figure(value) {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3).replace(/e-.*$/, '');
}

/** A spread, nothing where there is none. */
export const spread = ({ low, high }) => (low === undefined ? '' : `${figure(low)} to ${figure(high)}`);
