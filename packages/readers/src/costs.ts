/** What it may cost to read a document. */
export interface CostLimits {
  readonly seconds: number;
  /** Of memory. */
  readonly megabytes: number;
  /** How a person allows more time, to follow "or": `give more with ...`. */
  readonly moreTime: string;
  /** The same of memory. */
  readonly moreMemory: string;
}

/** Says of a draft that it was stopped, to follow its name. */
export function tookTooLong({ seconds, moreTime }: Pick<CostLimits, 'seconds' | 'moreTime'>): string {
  return `was stopped, since it took longer than ${seconds} s; look whether something else than a draft is in it, or ${moreTime}`;
}

/** The same of memory. */
export function tookTooMuch({ megabytes, moreMemory }: Pick<CostLimits, 'megabytes' | 'moreMemory'>): string {
  return `was stopped, since it took more than ${megabytes} MB of memory; look whether something else than a draft is in it, or ${moreMemory}`;
}
