import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Texts as clients send and edit them.
 *
 * A change may name lines that a text does not have; what stands behind its end counts as its end, as the
 * protocol says of characters behind the end of a line. The library alone would lose count of the lines.
 */
export const texts = {
  create: TextDocument.create,
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
    const within = (position: Position) => document.positionAt(document.offsetAt(position));
    for (const change of changes) {
      const fitting =
        'range' in change
          ? { text: change.text, range: { start: within(change.range.start), end: within(change.range.end) } }
          : change;
      TextDocument.update(document, [fitting], version);
    }
    return document;
  },
};
