/** The name matcher: whom a name means, misspelt or not. The public entry of this folder. */
import { createComplete } from './complete.ts';
import { matchName } from './match.ts';
import { buildNameIndex } from './name-index.ts';
import type { NameEntry, NameMatcher } from './types.ts';

export type * from './types.ts';

/** Builds a matcher. Entries without any name are never found. */
export function createNameMatcher<Key extends string | number>(
  entries: readonly NameEntry<Key>[],
): NameMatcher<Key> {
  const index = buildNameIndex(entries);
  return {
    size: entries.length,
    match: (query, options) => matchName(index, entries, query, options),
    complete: createComplete(index, entries),
  };
}
