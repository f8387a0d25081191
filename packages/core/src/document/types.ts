import type { Shape } from './shape.ts';

/**
 * The document model: what a draft is made of, with exact places.
 *
 * Every offset is a count of UTF-16 code units into the source as it was handed to `parseDocument`
 * (for .docx and .pdf drafts: into the extracted text). Ranges are half-open: `[start, end)`.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How the source is to be understood. */
export type SourceFormat = 'markdown' | 'text';

/**
 * A word, a part of a contraction, or a punctuation mark.
 *
 * Contractions are cut so that patterns see the words inside: "didn't" is `did` and `not`, the second
 * with `joined: true` because it adds no word of its own to a count.
 */
export interface Token extends TextRange {
  /** As written. */
  readonly text: string;
  /** Lower case, straight apostrophes, contractions spelled out. */
  readonly norm: string;
  readonly isWord: boolean;
  /** True for all but the first part of a word that was cut; such a token counts no word. */
  readonly joined: boolean;
}

export interface Sentence extends TextRange {
  /** Position among all sentences of the draft, from 0. */
  readonly index: number;
  /** Index of the paragraph that holds it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** Words in it (contractions count once, punctuation not at all). */
  readonly words: number;
  readonly shape: Shape;
}

/** A block of prose: a paragraph, a list item, a heading or a table cell. */
export interface Paragraph extends TextRange {
  readonly index: number;
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'cell';
  readonly sentences: readonly Sentence[];
}

/** A piece of Markdown formatting that a plain-text form would lose. */
export interface FormattingMark extends TextRange {
  readonly kind:
    | 'heading'
    | 'list'
    | 'emphasis'
    | 'link'
    | 'table'
    | 'image'
    | 'code'
    | 'quote'
    | 'rule'
    | 'html';
}

/** YAML front matter, parsed. `error` is set in place of `value` when it is not valid YAML. */
export interface FrontMatter extends TextRange {
  readonly value?: unknown;
  readonly error?: string;
}

export interface NarrativeDocument {
  readonly source: string;
  readonly format: SourceFormat;
  /**
   * The source with all that is not prose (front matter, Markdown marks, code, URLs, comments) turned into
   * spaces, of the same length, so that an offset means the same place in both.
   */
  readonly prose: string;
  /** The source without front matter, trimmed; what counts toward the character limit of a form, but for comments. */
  readonly body: TextRange;
  /** HTML comments of the body: notes of the writer's, never linted. */
  readonly comments: readonly TextRange[];
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly formatting: readonly FormattingMark[];
  readonly frontMatter?: FrontMatter;
  /** Words of the prose. */
  readonly words: number;
  /** UTF-16 code units of the body without comments; a line break counts once. */
  readonly characters: number;
}
