/**
 * A table that keeps what the last run used and forgets the rest, so that it grows no larger than two drafts.
 */
export class Kept<K, V> {
  private used = new Map<K, V>();
  private before = new Map<K, V>();

  get(key: K): V | undefined {
    const used = this.used.get(key);
    if (used !== undefined) return used;
    const found = this.before.get(key);
    if (found !== undefined) this.used.set(key, found);
    return found;
  }

  set(key: K, value: V): void {
    this.used.set(key, value);
  }

  /** A run has ended: what it did not ask for is forgotten. */
  endRun(): void {
    this.before = this.used;
    this.used = new Map();
  }

  clear(): void {
    this.used = new Map();
    this.before = new Map();
  }
}
