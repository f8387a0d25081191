import { DEEPEST } from './nesting.ts';

/** Settings hold some dozens of values. A program can hand in lists that hold each other without end. */
const MOST_VALUES = 100_000;

/** What was given as plain data; or, with a reason, why it cannot be settings. */
export interface Plain {
  readonly value?: unknown;
  /** On one line, to stand behind the name of the file. */
  readonly reason?: string;
}

/**
 * Copies settings, which a program may have made: keys without a value, as `specialty:` with nothing behind
 * it, are left out. Plugins stay as they are, for they hold more than data. Never throws.
 */
export function plainValue(given: unknown): Plain {
  let left = MOST_VALUES;
  const copy = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    if (depth > DEEPEST) throw new Unusable(`it nests more than ${DEEPEST} levels deep, or holds itself`);
    left -= 1;
    if (left < 0) throw new Unusable('it holds more values than settings have');
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, depth === 0 && key === 'plugins' ? item : copy(item, depth + 1)]),
    );
  };
  try {
    return { value: copy(given, 0) };
  } catch (cause) {
    if (cause instanceof Unusable) return { reason: cause.message };
    // A key can be a function that fails when it is read.
    const why = cause instanceof Error ? cause.message : typeof cause;
    return { reason: `it could not be read: ${why.replace(/\s+/g, ' ')}` };
  }
}

class Unusable extends Error {}
