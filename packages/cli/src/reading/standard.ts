/** Megabytes that a file may have where the call says nothing. */
export const STANDARD_MEGABYTES = 20;
