/** Sides of an image, in pixels, that browsers tell without fail. */
const SIDES = 4096;

/** @returns The digest of a text in UTF-8. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** What a page is known by, as the sides of an image. */
export function stateOf(hash: Uint8Array): string {
  const side = (at: number) => 1 + ((((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) % SIDES);
  return `${side(0)}x${side(2)}`;
}

/**
 * The files of a page: itself and, where it follows its report, an image beside it of the sides that it is known by.
 * Loaded from a disk a page can read no other file, but it can see how large an image is.
 */
export function followed(page: string, html: string): (readonly [file: string, text: string])[] {
  const [, width, height] = /^<!doctype html><html [^>]*data-state="(\d+)x(\d+)"/.exec(html) ?? [];
  if (width === undefined) return [[page, html]];
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>\n`;
  return [
    [page, html],
    [page.replace(/\.html$/, '.svg'), image],
  ];
}
