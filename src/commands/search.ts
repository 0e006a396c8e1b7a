/** What a query asks of the archive: conditions, words, the page. */
import type { Condition, Search } from '../archive/archive.ts';
import type { Filter, Query } from '../reading/query.ts';

const SOFT = new Set(['topic', 'group']);

/** True for a condition that a plain question only mentions: a topic or a group. */
export function isConcept(filter: Filter): boolean {
  return !filter.not && filter.any.some(({ field }) => SOFT.has(field));
}

const toCondition = ({ any, not }: Filter): Condition => ({ any, not });

/** A search for all that a query says. `soft`: topics and groups count like words instead of being demanded. */
export function searchOf(
  query: Query,
  options: {
    readonly coverage: number;
    readonly size: number;
    readonly soft?: boolean;
    /** Words that mean about the same only where the very words find nothing: who lists wants the words typed. */
    readonly exact?: Search['exact'];
    /** What says all of it in so many words comes first. */
    readonly verbatim?: boolean;
    readonly prefer?: readonly string[];
  },
): Search {
  const concepts = options.soft ? query.filters.filter(isConcept) : [];
  const conditions = query.filters.filter((filter) => !concepts.includes(filter));
  return {
    conditions: conditions.map(toCondition),
    concepts: concepts.map(toCondition),
    words: query.words,
    literal: query.literal,
    phrases: query.phrases,
    without: query.without,
    coverage: options.coverage,
    ...(options.exact ? { exact: options.exact } : {}),
    ...(options.verbatim ? { verbatim: true } : {}),
    ...(options.prefer ? { prefer: options.prefer } : {}),
    offset: (query.page - 1) * options.size,
    limit: options.size,
  };
}

/** Searches; asked for a page past the end, gives the last page. */
export async function searchPage<
  Result extends { readonly total: number; readonly hits: readonly unknown[] },
>(search: (search: Search) => Promise<Result>, wanted: Search): Promise<Result> {
  const result = await search(wanted);
  if (result.hits.length > 0 || result.total === 0 || wanted.offset === 0) return result;
  const last = Math.floor((result.total - 1) / wanted.limit) * wanted.limit;
  return search({ ...wanted, offset: last });
}
