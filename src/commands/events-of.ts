/** An organization whose name is an event's as well ("ECOSOC", "AROSP"): where nothing is said about it, the event is meant. */
import type { Archive } from '../archive/archive.ts';
import { EMPTY_QUERY, filter, type Query } from '../reading/query.ts';
import { searchOf } from './search.ts';

/** An organization of more events than this stands for none of them. */
const FEW = 2;

/**
 * The query with its organizations read as the events that they belong to.
 * @returns undefined where it names no organization, or one of no event or of many
 */
export async function atEventsOf(query: Query, archive: Archive): Promise<Query | undefined> {
  const named = query.filters.filter(({ any, not }) => !not && any.some(({ field }) => field === 'org'));
  // Where an event is named beside it, the organization is meant.
  const placed = query.filters.some(({ any, not }) => !not && any.some(({ field }) => field === 'session'));
  // A number or a date is of what was named, and of nothing else.
  const exact = query.want === 'figure' || query.want === 'date' || query.want === 'count';
  if (named.length === 0 || placed || exact) return undefined;
  const { hits, direct } = await archive.searchSessions(
    searchOf({ ...EMPTY_QUERY, command: 'sessions', filters: named }, { coverage: 1, size: FEW }),
  );
  if (direct === 0 || direct > FEW) return undefined;
  const events = hits.filter(({ relation }) => relation === 'direct').map(({ record }) => record.id);
  return {
    ...query,
    filters: [...query.filters.filter((one) => !named.includes(one)), filter('session', ...events)],
  };
}
