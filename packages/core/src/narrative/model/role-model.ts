import { ROLE_ORDER } from '../pattern-weights.ts';
import { EDGES } from './edges.ts';

/** The role model as it is stored: the first pass reads clauses, the second reads them again in the light of the first. */
export interface StoredModel {
  readonly first: StoredPass;
  readonly second: StoredPass;
  /** Added to the score of each role when the best path is chosen: rare roles are worth a risk. */
  readonly bias: readonly number[];
}

/** Bytes in base64, or as they are in a bundle that keeps them beside its code. */
type Packed = string | Uint8Array;

/** The weights of one pass, each rounded to one of fifteen steps. */
export interface StoredPass {
  /**
   * The feature hashes, smallest first, each by how much it is above the one before (the first: above -2^31), in
   * groups of seven bits with the lowest first, the eighth bit set where more follow (LEB128); or as they are, in a
   * bundle. The second pass has those of the first before its own.
   */
  readonly ids: Packed | Int32Array;
  /** Where they are looked up, as `slotsOf` gives it; made when it is unpacked, where a bundle does not keep it. */
  readonly slots?: Uint16Array;
  /** The steps of the weights, one for each role of each feature, two to a byte; see `worthOfSteps`. */
  readonly weights: Packed;
  /** What the first step is worth. */
  readonly unit: number;
  /** Role changes by boundary, `(edge * roles + from) * roles + to`. */
  readonly transition: readonly number[];
  readonly initial: readonly number[];
}

/** A pass ready to score clauses. */
export interface RolePass {
  readonly transition: Float64Array;
  readonly initial: Float64Array;
  /** Adds the weights of a clause's features to `scores` from `offset` on, one number a role. */
  score(features: Int32Array, scores: Float64Array, offset: number): void;
  /** The place of a feature among those of the pass; -1 for one that it does not know. */
  find(feature: number): number;
  /** Adds the weights of the feature at a place to `scores`; nothing for a place that the pass does not have. */
  add(place: number, scores: Float64Array, offset: number): void;
  /** Features that the pass knows. */
  readonly size: number;
  /** As `score`, for features that are told by their number below `count`; each is looked up when first asked for. */
  scorer(
    count: number,
    idOf: (feature: number) => number,
  ): (feature: number, scores: Float64Array, offset: number) => void;
  /** What one feature says for a role; 0 for a feature the pass does not know. */
  weight(feature: number, role: number): number;
}

/** In browsers and in Node alike; the types of neither are loaded here. */
declare const atob: (base64: string) => string;

const NONE = -1;
/** Not looked up yet. */
const UNKNOWN = -2;

/**
 * Unpacks a stored pass.
 *
 * @param known - The pass whose features this one has, too, before its own.
 * @throws {RangeError} when the tables do not fit the roles and boundaries of this version.
 */
export function loadPass(stored: StoredPass, known?: RolePass): RolePass {
  const roles = ROLE_ORDER.length;
  const ids = idsOf(stored);
  const before = known?.size ?? 0;
  const size = before + ids.length;
  const weights = bytesOf(stored.weights);
  if (
    weights.length !== Math.ceil((size * roles) / 2) ||
    stored.transition.length !== EDGES.length * roles * roles
  ) {
    throw new RangeError('The role model does not fit this version of the engine; train it again.');
  }
  const worth = Float64Array.from(worthOfSteps(stored.unit));
  /** Read from the bytes each time: hardly any of them is asked for by a draft. */
  const weightAt = (place: number) =>
    worth[((weights[place >> 1] as number) >> ((place & 1) << 2)) & 15] as number;
  const slots = stored.slots ?? slotsOf(ids);
  const last = slots.length - 1;
  const find = (feature: number): number => {
    const place = known ? known.find(feature) : NONE;
    if (place !== NONE) return place;
    let slot = feature & last;
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      if (ids[entry - 1] === feature) return before + entry - 1;
      slot = (slot + 1) & last;
    }
    return NONE;
  };
  const add = (index: number, scores: Float64Array, offset: number) => {
    if (index < 0 || index >= size) return;
    for (let role = 0; role < roles; role += 1)
      scores[offset + role] = (scores[offset + role] as number) + weightAt(index * roles + role);
  };
  return {
    transition: Float64Array.from(stored.transition),
    initial: Float64Array.from(stored.initial),
    find,
    add,
    size,
    score(features, scores, offset) {
      for (const feature of features) add(find(feature), scores, offset);
    },
    scorer(count, idOf) {
      const places = new Int32Array(count).fill(UNKNOWN);
      return (feature, scores, offset) => {
        let place = places[feature] as number;
        if (place === UNKNOWN) {
          place = find(idOf(feature));
          places[feature] = place;
        }
        add(place, scores, offset);
      };
    },
    weight(feature, role) {
      const index = find(feature);
      return index === NONE ? 0 : weightAt(index * roles + role);
    },
  };
}

const SMALLEST = -(2 ** 31);

/** The hashes of the features that a pass stores by itself, in the order of its weights. */
export function idsOf({ ids }: StoredPass): Int32Array {
  if (ids instanceof Int32Array) return ids;
  const bytes = bytesOf(ids);
  let count = 0;
  for (const byte of bytes) if (byte < 128) count += 1;
  const all = new Int32Array(count);
  let id = SMALLEST;
  let from = 0;
  for (let at = 0; at < count; at += 1) {
    let worth = 1;
    for (; (bytes[from] as number) >= 128; from += 1) {
      id += ((bytes[from] as number) - 128) * worth;
      worth *= 128;
    }
    id += (bytes[from] as number) * worth;
    from += 1;
    all[at] = id;
  }
  return all;
}

/**
 * Packs feature hashes as `idsOf` reads them.
 *
 * @param ids - Whole numbers of 32 bits, with their sign, smallest first.
 */
export function packIds(ids: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = SMALLEST;
  for (const id of ids) {
    let gap = id - before;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap % 128) + 128);
    bytes.push(gap);
    before = id;
  }
  return Uint8Array.from(bytes);
}

/**
 * A table in which the place of each feature is found: its number from 1 stands in the first slot that is free from
 * the one on that its hash names. At least half of the slots hold 0.
 *
 * @throws {RangeError} when there are more than such a number can tell.
 */
export function slotsOf(ids: Int32Array): Uint16Array {
  if (ids.length > MOST_FEATURES) throw new RangeError(`A pass holds ${MOST_FEATURES} features at most.`);
  const slots = new Uint16Array(2 ** Math.ceil(Math.log2(ids.length * 2 + 2)));
  const last = slots.length - 1;
  for (let index = 0; index < ids.length; index += 1) {
    let slot = (ids[index] as number) & last;
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = index + 1;
  }
  return slots;
}

const MOST_FEATURES = 65_535;

/** Steps on either side of zero. */
const STEPS = 7;

/**
 * What the weights of a pass may be, by the four bits that stand for them: zero, seven steps up and seven down.
 * The steps grow, since most weights are small.
 *
 * @param unit - What the first step is worth.
 * @returns Sixteen numbers; the one that no bits stand for is 0.
 */
export function worthOfSteps(unit: number): number[] {
  return Array.from({ length: 2 * STEPS + 2 }, (_, bits) => {
    const step = bits <= STEPS ? bits : bits - 2 * STEPS - 2;
    return Math.abs(step) > STEPS ? 0 : unit * Math.sign(step) * Math.abs(step) ** 1.5;
  });
}

/** Packs the steps of weights, -7 to 7 or the four bits that stand for them, as a pass stores them. */
export function packSteps(steps: readonly number[]): Uint8Array {
  return Uint8Array.from(
    { length: Math.ceil(steps.length / 2) },
    (_, at) => ((steps[2 * at] as number) & 15) | (((steps[2 * at + 1] ?? 0) & 15) << 4),
  );
}

function bytesOf(packed: Packed): Uint8Array {
  if (typeof packed !== 'string') return packed;
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
