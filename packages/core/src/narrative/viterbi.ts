/**
 * The best path through a chain of scored positions.
 *
 * @param length - Number of positions.
 * @param labels - Number of labels at each position.
 * @param score - Score of a label at a position.
 * @param transition - Score of moving from one label at the position before to another at this one;
 *   `from` is -1 at the first position.
 * @returns The label of each position. Ties go to the lower label, so the answer is always the same.
 */
export function bestPath(
  length: number,
  labels: number,
  score: (position: number, label: number) => number,
  transition: (position: number, from: number, to: number) => number,
): Int32Array {
  const path = new Int32Array(length);
  if (length === 0) return path;
  const back = new Int32Array(length * labels);
  let previous = new Float64Array(labels);
  let current = new Float64Array(labels);
  for (let label = 0; label < labels; label += 1)
    previous[label] = score(0, label) + transition(0, -1, label);
  for (let at = 1; at < length; at += 1) {
    for (let to = 0; to < labels; to += 1) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let candidate = 0; candidate < labels; candidate += 1) {
        const value = (previous[candidate] ?? 0) + transition(at, candidate, to);
        if (value > best) {
          best = value;
          from = candidate;
        }
      }
      current[to] = best + score(at, to);
      back[at * labels + to] = from;
    }
    [previous, current] = [current, previous];
  }
  let last = 0;
  for (let label = 1; label < labels; label += 1)
    if ((previous[label] ?? 0) > (previous[last] ?? 0)) last = label;
  for (let at = length - 1; at >= 0; at -= 1) {
    path[at] = last;
    last = back[at * labels + last] ?? 0;
  }
  return path;
}
