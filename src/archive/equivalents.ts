/**
 * Words that mean about the same as another ("staff", "employees"), by their stems. They widen a search: what holds an
 * equivalent is found as well, behind what holds the very word.
 */
import type { Equivalent } from '../knowledge/model.ts';
import { stem } from '../text/stem.ts';

/** The terms that mean about the same as `term`, without it; empty for most. */
export type Equivalents = (term: string) => readonly string[];

export const NO_EQUIVALENTS: Equivalents = () => [];

/** @param groups folded words; a word may stand in several groups, and then all of their words are its equivalents */
export function createEquivalents(groups: readonly Equivalent[]): Equivalents {
  const byTerm = new Map<string, Set<string>>();
  for (const { words } of groups) {
    const terms = words.map(stem);
    for (const term of terms) {
      const others = byTerm.get(term) ?? new Set<string>();
      for (const other of terms) if (other !== term) others.add(other);
      byTerm.set(term, others);
    }
  }
  const lists = new Map([...byTerm].map(([term, others]) => [term, [...others]]));
  return (term) => lists.get(term) ?? [];
}
