import { ROLE_ORDER } from '../pattern-weights.ts';
import { EDGES } from './edges.ts';

/** The weights of the role model, as they are stored: small integers and the steps they stand for. */
export interface StoredModel {
  /** Base64 of the feature hashes (int32, little-endian), ascending. */
  readonly ids: string;
  /** Base64 of the weights (int8), one for each role of each feature. */
  readonly weights: string;
  /** What one unit of a stored weight is worth. */
  readonly unit: number;
  /** Role changes by boundary, `(edge * roles + from) * roles + to`. */
  readonly transition: readonly number[];
  readonly initial: readonly number[];
  /** Added to the score of each role when the best path is chosen: rare roles are worth a risk. */
  readonly bias: readonly number[];
}

/** A model ready to score clauses. */
export interface RoleModel {
  readonly transition: Float64Array;
  readonly initial: Float64Array;
  readonly bias: readonly number[];
  /** Adds the weights of a clause's features to `scores` from `offset` on, one number a role. */
  score(features: Int32Array, scores: Float64Array, offset: number): void;
  /** What one feature says for a role; 0 for a feature the model does not know. */
  weight(feature: number, role: number): number;
}

/** In browsers and in Node alike; the types of neither are loaded here. */
declare const atob: (base64: string) => string;

const EMPTY = -1;

/**
 * Unpacks a stored model.
 *
 * @throws {RangeError} when the tables do not fit the roles and boundaries of this version.
 */
export function loadModel(stored: StoredModel): RoleModel {
  const roles = ROLE_ORDER.length;
  const ids = new Int32Array(bytesOf(stored.ids).buffer);
  const weights = new Int8Array(bytesOf(stored.weights).buffer);
  if (weights.length !== ids.length * roles || stored.transition.length !== EDGES.length * roles * roles) {
    throw new RangeError('The role model does not fit this version of the engine; train it again.');
  }
  const size = 2 ** Math.ceil(Math.log2(ids.length * 2 + 2));
  const slots = new Int32Array(size).fill(EMPTY);
  for (let index = 0; index < ids.length; index += 1) {
    let slot = (ids[index] as number) & (size - 1);
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    slots[slot] = index;
  }
  const find = (feature: number): number => {
    let slot = feature & (size - 1);
    for (let index = slots[slot] as number; index !== EMPTY; index = slots[slot] as number) {
      if (ids[index] === feature) return index;
      slot = (slot + 1) & (size - 1);
    }
    return EMPTY;
  };
  return {
    transition: Float64Array.from(stored.transition),
    initial: Float64Array.from(stored.initial),
    bias: stored.bias,
    score(features, scores, offset) {
      for (const feature of features) {
        const index = find(feature);
        if (index === EMPTY) continue;
        for (let role = 0; role < roles; role += 1) {
          scores[offset + role] =
            (scores[offset + role] as number) + stored.unit * (weights[index * roles + role] as number);
        }
      }
    },
    weight(feature, role) {
      const index = find(feature);
      return index === EMPTY ? 0 : stored.unit * (weights[index * roles + role] as number);
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
