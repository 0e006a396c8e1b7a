/** The types of the name matcher: what it knows, what it answers. */

/** One thing that has names: the preferred one first, then aliases. */
export interface NameEntry<Key extends string | number = string> {
  readonly key: Key;
  readonly names: readonly string[];
  /** Surnames, where they are known; otherwise they are read from the names. */
  readonly family?: readonly string[];
}

export interface NameCandidate<Key extends string | number = string> {
  readonly key: Key;
  /** How well the whole query is explained by the name, 0 to 1. */
  readonly score: number;
  /** The name that matched, as it was given. */
  readonly name: string;
}

/**
 * `found`: `best` holds the one meant, or several that fit equally well (two people of one surname).
 * `near`: nobody fits well enough; `best` holds whom one might have meant, best first, for "did you mean".
 * `none`: nothing resembles; `best` is empty.
 */
export interface NameMatch<Key extends string | number = string> {
  readonly outcome: 'found' | 'near' | 'none';
  readonly best: readonly NameCandidate<Key>[];
}

export interface MatchOptions {
  /** Most candidates given back (5). */
  readonly limit?: number;
}

export interface NameMatcher<Key extends string | number = string> {
  /** Number of entries. */
  readonly size: number;
  /** Whom a name means, misspelt or not. */
  match(query: string, options?: MatchOptions): NameMatch<Key>;
  /** Type-ahead: the entries that a name half typed may become, best first. */
  complete(prefix: string, limit?: number): readonly NameCandidate<Key>[];
}
