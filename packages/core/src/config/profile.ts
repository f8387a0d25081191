import type { SetbackKind } from '../narrative/types.ts';

/** A setback that the transcript shows. */
export interface ProfileSetback {
  readonly what: SetbackKind;
  /** Sittings in all, the passed one included. */
  readonly attempts?: number;
  readonly passed?: boolean;
  /** Of the failed sitting: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** Where else in the application it is told on purpose. */
  readonly addressedIn?: string;
}

/** What is known of the applicant beside the draft. All of it is optional. */
export interface Profile {
  /** An ACGME specialty in kebab-case, for example `internal-medicine`. */
  readonly specialty?: string;
  readonly setbacks?: readonly ProfileSetback[];
  /** Three-digit scores by exam. */
  readonly scores?: Readonly<Partial<Record<SetbackKind, number>>>;
}
