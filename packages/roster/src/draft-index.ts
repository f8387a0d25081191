import { nameForms, spellings } from './names.ts';
import type { RosterRow } from './types.ts';

/** How well a row fits a draft: by its file name, by all words of the name and no other, or by all of them. */
export type Fit = 'file' | 'exact' | 'name';

/** Drafts by what a roster may call them, so that each row is looked up and not compared with every draft. */
export class DraftIndex {
  /** By the path or its end, at the border of a folder. */
  private readonly paths = new Map<string, string[]>();
  /** The same, without the ending of the file. */
  private readonly stems = new Map<string, string[]>();
  /** By each spelling of each word in the name of the file. */
  private readonly words = new Map<string, Set<string>>();
  private readonly forms = new Map<string, readonly (readonly string[])[]>();

  /** @param drafts - Paths with `/`. */
  constructor(drafts: readonly string[]) {
    for (const draft of drafts) {
      const parts = plain(draft).split('/');
      for (const at of parts.keys()) {
        const path = parts.slice(at).join('/');
        add(this.paths, path, draft);
        add(this.stems, withoutEnding(path), draft);
      }
      const forms = nameForms(withoutEnding(draft.split('/').at(-1) ?? draft));
      this.forms.set(draft, forms);
      for (const spelling of forms.flat().flatMap(spellings)) {
        const known = this.words.get(spelling);
        if (known) known.add(draft);
        else this.words.set(spelling, new Set([draft]));
      }
    }
  }

  /** The drafts that a row may be about, by path. */
  candidates({ file, applicant }: RosterRow): readonly (readonly [draft: string, fit: Fit])[] {
    if (file !== undefined) {
      const wanted = plain(file);
      const found = this.paths.get(wanted) ?? this.stems.get(wanted) ?? [];
      return found.map((draft) => [draft, 'file']);
    }
    const fits = new Map<string, Fit>();
    for (const form of nameForms(applicant ?? '')) {
      for (const draft of this.withWords(form)) {
        const exact = this.forms.get(draft)?.some(({ length }) => length === form.length) ?? false;
        if (exact || !fits.has(draft)) fits.set(draft, exact ? 'exact' : 'name');
      }
    }
    return [...fits].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  private withWords(words: readonly string[]): ReadonlySet<string> {
    let found: ReadonlySet<string> | undefined;
    for (const word of words) {
      const having = new Set(spellings(word).flatMap((spelling) => [...(this.words.get(spelling) ?? [])]));
      found = found ? new Set([...found].filter((draft) => having.has(draft))) : having;
    }
    return found ?? new Set();
  }
}

function add(map: Map<string, string[]>, key: string, draft: string): void {
  const known = map.get(key);
  if (known) known.push(draft);
  else map.set(key, [draft]);
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

function plain(path: string): string {
  return path.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '').toLowerCase().trim();
}
