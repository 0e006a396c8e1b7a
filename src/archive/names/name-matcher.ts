/** The name matcher: whom a name means, misspelt or not. The public entry of this folder. */
import { fold } from '../text/fold.ts';
import type { MatchOptions, NameCandidate, NameEntry, NameMatch, NameMatcher } from './types.ts';

export type * from './types.ts';

const HONORIFICS = new Set('mr ms mrs miss dr prof professor mme mlle herr frau sr sra sir'.split(' '));

const tokensOf = (name: string): string[] =>
  (fold(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter((token) => !HONORIFICS.has(token));

export function createNameMatcher<Key extends string | number>(
  entries: readonly NameEntry<Key>[],
): NameMatcher<Key> {
  const names = entries.flatMap(({ key, names }) =>
    names.map((name) => ({ key, name, tokens: tokensOf(name) })),
  );

  function best(fits: (tokens: readonly string[]) => boolean, limit: number): NameCandidate<Key>[] {
    const found = new Map<Key, NameCandidate<Key>>();
    for (const { key, name, tokens } of names) {
      if (!found.has(key) && fits(tokens)) found.set(key, { key, name, score: 1 });
    }
    return [...found.values()].slice(0, limit);
  }

  return {
    size: entries.length,
    match(query: string, { limit = 5 }: MatchOptions = {}): NameMatch<Key> {
      const wanted = tokensOf(query);
      const found =
        wanted.length === 0 ? [] : best((tokens) => wanted.every((one) => tokens.includes(one)), limit);
      return { outcome: found.length > 0 ? 'found' : 'none', best: found };
    },
    complete(prefix: string, limit = 10): readonly NameCandidate<Key>[] {
      const wanted = tokensOf(prefix);
      if (wanted.length === 0) return [];
      return best((tokens) => wanted.every((one) => tokens.some((token) => token.startsWith(one))), limit);
    },
  };
}
