import { ROLES, type Role } from '@narrative-lint/core';
import { type RoleRange, wordRoles } from './score-roles.ts';
import { figure } from './table.ts';

/** A clause that model and labels read differently. */
export interface Disagreement {
  readonly id: string;
  /** The clause. */
  readonly text: string;
  /** What its sentence says before and after it. */
  readonly before: string;
  readonly after: string;
  readonly label: Role;
  readonly model: Role;
  /** The model's probability of its own role, and of that of the label. */
  readonly probability: number;
  readonly labelProbability: number;
  /** Whether the labels give the words of the clause more than one role: it is split too coarsely, then. */
  readonly turnsInside: boolean;
}

/** In UTF-16 code units of the text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A draft with its clauses and what a model makes of them. */
export interface ReadDraft {
  readonly id: string;
  readonly text: string;
  readonly roles: readonly RoleRange[];
  readonly clauses: readonly (Stretch & { readonly sentence: Stretch })[];
  readonly probability: (clause: number, role: Role) => number;
}

/**
 * The clauses whose likeliest role by the model is not the one that most of their words are labelled with,
 * those first where the model is surest against the label.
 */
export function disagreements(drafts: Iterable<ReadDraft>): Disagreement[] {
  const found: Disagreement[] = [];
  for (const { id, text, roles, clauses, probability } of drafts) {
    clauses.forEach(({ start, end, sentence }, at) => {
      const words = text.slice(start, end);
      const labels = wordRoles(
        words,
        roles.map((span) => ({ role: span.role, start: span.start - start, end: span.end - start })),
      );
      const label = mostFrequent(labels);
      const model = ROLES.reduce((best, role) =>
        probability(at, role) > probability(at, best) ? role : best,
      );
      if (model === label) return;
      found.push({
        id,
        text: words,
        before: text.slice(sentence.start, start),
        after: text.slice(end, sentence.end),
        label,
        model,
        probability: probability(at, model),
        labelProbability: probability(at, label),
        turnsInside: new Set(labels).size > 1,
      });
    });
  }
  const gap = (one: Disagreement) => one.probability - one.labelProbability;
  return found.sort((a, b) => gap(b) - gap(a) || (a.id < b.id ? -1 : 1));
}

function mostFrequent(labels: readonly Role[]): Role {
  const counts = new Map<Role, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['other', 0] as [
    Role,
    number,
  ])[0];
}

/** The list for people, and how often each pair of roles is confused. */
export function formatDisagreements(all: readonly Disagreement[], most: number): string[] {
  const pairs = new Map<string, number>();
  for (const { label, model } of all) {
    const pair = `label ${label}, model ${model}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [
    `Disagreements: ${all.length} clauses where the model (which never saw the writer) and the labels differ; here are the ${Math.min(most, all.length)} it is surest of, each with the probability of both roles`,
    ...all.slice(0, most).flatMap((one) => [describe(one), `      ${inSentence(one)}`]),
    '  Most often:',
    ...[...pairs]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([pair, count]) => `    ${pair}: ${count} clauses`),
  ];
}

function describe({ id, label, model, probability, labelProbability, turnsInside }: Disagreement): string {
  const turns = turnsInside ? ', the label turns inside' : '';
  return `  ${id}  label ${label} (${figure(labelProbability)}), model ${model} (${figure(probability)})${turns}`;
}

/** The clause in brackets, within its sentence. */
function inSentence({ before, text, after }: Disagreement): string {
  const marked = before + after === '' ? text : `${before}[${text}]${after}`;
  return marked.replace(/\s+/g, ' ').trim();
}
