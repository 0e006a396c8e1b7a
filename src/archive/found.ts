/** What every search of the archive gives back: of all that it ranked one page, and what the direct hits have in common. */
import type { Facet, Found, Hit, Reason, Search } from './archive.ts';
import type { FacetIndex } from './facets.ts';
import { lazy } from './lazy.ts';

/** A document that fits a search. */
export interface Ranked {
  readonly doc: number;
  readonly score: number;
  readonly coverage: number;
  readonly related: boolean;
}

interface Results<One, H> {
  /** All that fit, best first. */
  readonly ranked: readonly One[];
  /** The hit that stands for one of them, made for the page alone. */
  readonly hitOf: (one: One) => H | undefined;
  /** What direct hits have in common; counted when it is read, as most answers show none of it. */
  readonly count?: (direct: readonly One[]) => readonly Facet[];
  readonly terms: readonly string[];
  readonly unknown: readonly string[];
}

/** Counts the values of some fields over documents, for `pageOf`; of each group of fields the most frequent ones. */
export function counting(index: FacetIndex, groups: readonly (readonly string[])[], most: number) {
  return (direct: readonly Pick<Ranked, 'doc'>[]): readonly Facet[] => {
    const docs = direct.map(({ doc }) => doc);
    return groups.flatMap((fields) => index.count(docs, fields, most));
  };
}

const NO_FACETS: { readonly facets: readonly Facet[] } = { facets: [] };

/** The page of `search` out of what was ranked. */
export function pageOf<One extends { readonly related: boolean }, H>(
  search: Pick<Search, 'offset' | 'limit'>,
  { ranked, hitOf, count, terms, unknown }: Results<One, H>,
): Found<H> {
  const direct = ranked.filter((one) => !one.related);
  const counted = lazy(() => (count === undefined ? NO_FACETS : { facets: count(direct) }));
  return {
    total: ranked.length,
    direct: direct.length,
    hits: ranked.slice(search.offset, search.offset + search.limit).flatMap((one) => hitOf(one) ?? []),
    get facets() {
      return counted().facets;
    },
    terms,
    unknown,
  };
}

/** The part of a hit that all kinds of records share. */
export function hitOf<Record>(
  record: Record,
  { score, coverage, related }: Omit<Ranked, 'doc'>,
  reasons: readonly Reason[],
): Hit<Record> {
  return { record, score, coverage, relation: related ? 'related' : 'direct', reasons };
}
