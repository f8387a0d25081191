import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cue, lint } from '../src/index.ts';
import { families } from '../src/language/lexicons/index.ts';
import { heaviest } from '../src/narrative/cues.ts';
import { FAMILY_WORDS } from '../src/narrative/family-words.ts';
import { GROUPS } from '../src/narrative/model/bundle.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../../fixtures/samples/${name}.md`, import.meta.url), 'utf8');

function told(text: string) {
  return lint(text).narrative.segments.filter(({ role }) => role !== 'other');
}

describe('the words of the lexicon families', () => {
  it('are there for every family, and say something rather than name it', () => {
    expect(Object.keys(FAMILY_WORDS).sort()).toEqual(Object.keys(families).sort());
    for (const [family, words] of Object.entries(FAMILY_WORDS)) {
      expect(words, family).toMatch(/^[a-z]+s .*[a-zA-Z0-9]$/);
      expect(words, family).not.toContain(family.includes('-') ? family : `${family}:`);
    }
  });
});

describe('cues of a stretch', () => {
  const stretches = ['personal-statement', 'personal-statement-clean'].flatMap((name) => told(sample(name)));
  const names = [...GROUPS, 'around', ...Object.keys(families).filter((name) => name.includes('-'))];
  const named = new RegExp(
    `^(?:${names.join('|')}): |\\b(?:before|after|refers|subject|distance|tenth)\\b: `,
  );

  it('are at most three, the heaviest first, each said once', () => {
    expect(stretches.length).toBeGreaterThan(10);
    for (const { cues, text } of stretches) {
      expect(cues.length, text).toBeLessThanOrEqual(3);
      expect(cues.map(({ weight }) => weight)).toEqual(
        cues.map(({ weight }) => weight).sort((a, b) => b - a),
      );
      expect(new Set(cues.map(({ reason }) => reason)).size).toBe(cues.length);
    }
    expect(stretches.filter(({ cues }) => cues.length > 0).length).toBeGreaterThan(stretches.length / 2);
  });

  it('speak to a person, not of the model', () => {
    for (const { cues } of stretches) for (const { reason } of cues) expect(reason).not.toMatch(named);
  });

  it('quote words that stand in the stretch', () => {
    const quoting = stretches.flatMap(({ cues, text }) => cues.map((cue) => ({ cue, text })));
    expect(quoting.some(({ cue }) => cue.text !== undefined)).toBe(true);
    for (const { cue, text } of quoting) {
      if (cue.text === undefined) continue;
      expect(text.replace(/\s+/g, ' ').toLowerCase()).toContain(cue.text.toLowerCase());
      expect(cue.reason).toContain(cue.text.split(' ').slice(0, 8).join(' ').replaceAll('"', "'"));
    }
  });

  it('tell a failed exam by the words that say so', () => {
    const [first] = told('I failed Step 1 on my first attempt. I passed on the second attempt.');
    expect(first?.role).toBe('setback');
    expect(first?.cues.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^says that an exam or course was failed: "failed Step 1/),
    );
  });
});

describe('heaviest', () => {
  const cue = (reason: string, weight: number, text?: string): Cue => ({
    reason,
    weight,
    ...(text === undefined ? {} : { text }),
  });

  it('keeps three', () => {
    const four = [cue('a', 1), cue('b', 4), cue('c', 2), cue('d', 3)];
    expect(heaviest(four).map(({ reason }) => reason)).toEqual(['b', 'd', 'c']);
  });

  it('leaves out what a heavier one has said', () => {
    const cues = [
      cue('speaks of effort: "dug deep"', 3, 'dug deep'),
      cue('speaks of effort: "gave all"', 2, 'gave all'),
      cue('its sentence speaks of effort', 1),
      cue('the word "Deep"', 1, 'Deep'),
      cue('the word "dee"', 0.5, 'dee'),
    ];
    expect(heaviest(cues).map(({ reason }) => reason)).toEqual([
      'speaks of effort: "dug deep"',
      'the word "dee"',
    ]);
  });
});
