import type { Arc, ProfileSetback, SetbackKind } from '@narrative-lint/core';
import type { GivenDraft } from '../types.ts';
import { setbackName } from '../words.ts';

/** A setback as the draft tells it, as the profile lists it, or both. */
export interface KnownSetback {
  readonly name: string;
  readonly kind?: SetbackKind;
  readonly listed?: ProfileSetback;
  readonly arc?: Arc;
}

/** All setbacks that are known, those of the draft in its order, then those that only the profile lists. */
export function knownSetbacks({ result: { narrative, profile } }: GivenDraft): KnownSetback[] {
  const listed = profile.setbacks ?? [];
  const told = narrative.arcs.map((arc): KnownSetback => {
    const entry = listed.find(({ what }) => what === arc.kind);
    return {
      name: arc.kind ? setbackName(arc.kind) : `"${arc.label.replace(/\s+/g, ' ').trim()}"`,
      ...(arc.kind ? { kind: arc.kind } : {}),
      ...(entry ? { listed: entry } : {}),
      arc,
    };
  });
  const untold = listed
    .filter(({ what }) => !told.some(({ kind }) => kind === what))
    .map((entry): KnownSetback => ({ name: setbackName(entry.what), kind: entry.what, listed: entry }));
  return [...told, ...untold];
}
