import { sniff } from './containers.ts';
import { ReadError } from './errors.ts';
import { STANDARD_LIMIT } from './limits.ts';

/** A node of the document tree that mammoth builds; only what the text is made of. */
interface WordNode {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly children?: readonly WordNode[];
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
}

/**
 * Extracts the text of a Word document as pasting it would give it: paragraphs separated by a blank
 * line, line breaks kept, list items with their bullet or number. Deleted text of tracked changes,
 * comments, footnotes and pictures are left out. Macros are not run, and nothing that a document links to
 * is looked at.
 *
 * @throws {ReadError} `encrypted`, `unsupported` (an old .doc), `too-large`, or `damaged`.
 */
export async function readDocx(bytes: Uint8Array, path: string, limit = STANDARD_LIMIT): Promise<string> {
  const kind = sniff(bytes);
  if (kind === 'ole') throw oleError(bytes, path);
  if (kind !== 'zip') {
    throw new ReadError(
      'damaged',
      path,
      'is not a Word document, whatever its name says; open it in Word and save it as .docx',
    );
  }
  try {
    const { measuredArchive } = await import('./docx-archive.ts');
    const tree = await treeOf(await measuredArchive(bytes, path, limit));
    return tree ? blocksOf(tree).join('\n\n') : '';
  } catch (cause) {
    if (cause instanceof ReadError) throw cause;
    throw new ReadError(
      'damaged',
      path,
      'is a damaged Word document; open it in Word and save it again as .docx',
      { cause },
    );
  }
}

/** The tree that mammoth builds of a document, taken before it makes HTML of it. */
async function treeOf(bytes: Uint8Array): Promise<WordNode | undefined> {
  const mammoth = (await import('mammoth')).default;
  let tree: WordNode | undefined;
  const transformDocument = (node: WordNode) => {
    tree = node;
    return { ...node, children: [] };
  };
  await mammoth.convertToHtml(archive(bytes), { transformDocument, externalFileAccess: false });
  return tree;
}

/** The bytes as mammoth takes them: a `buffer` in Node, an `arrayBuffer` in a browser; both may be any bytes. */
function archive(bytes: Uint8Array) {
  return { buffer: bytes as Buffer, arrayBuffer: bytes };
}

/** Word keeps a password-protected document in an OLE container, as old .doc files are. */
function oleError(bytes: Uint8Array, path: string): ReadError {
  const characters = new TextDecoder('latin1').decode(bytes);
  return characters.includes([...'EncryptedPackage'].join('\0'))
    ? new ReadError(
        'encrypted',
        path,
        'is protected by a password; save a copy without one (File > Info > Protect Document)',
      )
    : new ReadError('unsupported', path, 'is an old Word file (.doc) under a new name; save it as .docx');
}

/** The blocks of text in a tree, in order, none of them blank. */
function blocksOf(root: WordNode): string[] {
  const blocks: string[] = [];
  const counters = new Map<number, number>();
  const visit = (node: WordNode) => {
    if (node.type !== 'paragraph') {
      for (const child of node.children ?? []) visit(child);
      return;
    }
    const text = tidy(textOf(node));
    if (text !== '') blocks.push(listMark(node, counters) + text);
  };
  visit(root);
  return blocks;
}

/** What Word puts before a list item when its text is copied; counts ordered items by level. */
function listMark(node: WordNode, counters: Map<number, number>): string {
  if (!node.numbering) {
    counters.clear();
    return '';
  }
  const level = Number(node.numbering.level);
  for (const deeper of counters.keys()) if (deeper > level) counters.delete(deeper);
  if (!node.numbering.isOrdered) {
    counters.delete(level);
    return '\u2022 ';
  }
  const number = (counters.get(level) ?? 0) + 1;
  counters.set(level, number);
  return `${number}. `;
}

function textOf(node: WordNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return node.breakType === 'line' ? '\n' : ' ';
    case 'noteReference':
    case 'commentReference':
      return '';
    default:
      return (node.children ?? []).map(textOf).join('');
  }
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<! ) *\n */g, '\n')
    .trim();
}
