/**
 * Words that mean about the same as another ("staff", "employees"), by their stems. They widen a search: what holds an
 * equivalent is found as well, behind what holds the very word.
 */
import type { Equivalent } from '../knowledge/model.ts';
import { analyse } from '../text/analyse.ts';
import { stem } from '../text/stem.ts';
import type { Search } from './archive.ts';

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

/**
 * Searches as `exact` says: with words that mean about the same, or first without them. The second time is spared where
 * none of the words has any, which cannot find more.
 * @param find searches with the equivalents it is given
 */
export function exactFirst<Result extends { readonly ranked: readonly unknown[] }>(
  search: Pick<Search, 'exact' | 'words' | 'literal'>,
  equivalents: Equivalents,
  find: (alike: Equivalents) => Result,
): Result {
  if (search.exact !== 'first') return find(equivalents);
  const exact = find(NO_EQUIVALENTS);
  const hasAny = (word: string): boolean => analyse(word).some(({ term }) => equivalents(term).length > 0);
  return exact.ranked.length > 0 || ![...search.words, ...search.literal].some(hasAny)
    ? exact
    : find(equivalents);
}
