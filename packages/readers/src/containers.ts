/** What a draft came in. */
export type Container = 'md' | 'txt' | 'docx' | 'pdf' | 'stdin';

const BY_EXTENSION: Readonly<Record<string, Exclude<Container, 'stdin'>>> = {
  '.md': 'md',
  '.markdown': 'md',
  '.txt': 'txt',
  '.text': 'txt',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

/** As `extname` of Node gives it; readers also run in browsers. */
const EXTENSION = /(?<=[^/\\])\.[^./\\]*$/;

/** Extensions of files that can hold a draft, without the dot. */
export const DRAFT_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION).map((extension) =>
  extension.slice(1),
);

/** The container that a file's name promises; `undefined` for a name of any other kind. */
export function containerOf(path: string): Exclude<Container, 'stdin'> | undefined {
  return BY_EXTENSION[EXTENSION.exec(path)?.[0].toLowerCase() ?? ''];
}

/** What the first bytes of a file say that it is; `undefined` when they say nothing. */
export function sniff(bytes: Uint8Array): 'ole' | 'zip' | 'pdf' | 'rtf' | 'image' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith('\xD0\xCF\x11\xE0')) return 'ole';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('\x89PNG') || head.startsWith('\xFF\xD8\xFF') || head.startsWith('GIF8'))
    return 'image';
  return undefined;
}
