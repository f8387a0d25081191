/** The value below which a share (0 to 1) of the numbers lies, between two of them where it falls there. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Median, and the quartiles as the spread. */
export const summary = (numbers) => ({
  median: median(numbers),
  low: quantile(numbers, 0.25),
  high: quantile(numbers, 0.75),
});

/**
 * How many times as much one took as another. Round by round where both had the same rounds: what slows the
 * machine for a while slows both. Otherwise one median by the other, without a spread.
 */
export function ratio(ones, others) {
  if (ones.length === others.length) return summary(ones.map((one, at) => one / others[at]));
  return { median: median(ones) / median(others) };
}
