/** What the results of a line have in common, as lines that narrow it: facets with counts. */
import type { FacetGroup } from '../answer/entry.ts';
import { LINE_LIMIT } from '../answer/line.ts';
import type { Archive, Facet, Found } from '../archive/archive.ts';
import { format } from '../reading/format.ts';
import { FIELDS, type Field, filter, type Query } from '../reading/query.ts';
import { type Context, contextOf, type Reader } from '../saying/context.ts';
import { termName } from '../saying/describe.ts';
import { searchOf } from './search.ts';

/** In the order in which they are shown; the fields that most questions are narrowed by. */
const SHOWN = ['kind', 'topic', 'to', 'by', 'sdg', 'country'] as const satisfies readonly Field[];
const VALUES = 6;

/** What the commands that list things demand of a hit; see each. */
const COVERAGE = { lists: 0.6, ask: 0.5 } as const;

/** Groups of values that leave something and not everything; empty where a line lists nothing. */
export async function narrowings(query: Query, archive: Archive, reader: Reader = {}): Promise<FacetGroup[]> {
  const searched = await search(query, archive);
  if (searched === undefined || searched.found.direct < 2) return [];
  const { found, soft } = searched;
  const context = contextOf(archive, reader);
  const used = new Set(
    query.filters.flatMap(({ any }) => any.map(({ field, value }) => `${field}:${value}`)),
  );
  return SHOWN.flatMap((field): FacetGroup[] => {
    if (soft && field === 'topic') return [];
    const values = found.facets
      .filter((facet) => facet.field === field && isTelling(facet, found.direct))
      .filter(({ value }) => !used.has(`${field}:${value}`))
      .flatMap(({ value, count }) => {
        const name = nameOf(field, value, context);
        const line = format({ ...query, page: 1, filters: [...query.filters, filter(field, value)] });
        return name === '' || line.length > LINE_LIMIT ? [] : [{ label: name, count, line }];
      })
      .slice(0, VALUES);
    return values.length === 0 ? [] : [{ heading: context.says.pages.facet[field] ?? field, values }];
  });
}

/** As the entry itself is called; people and organizations as makers, but no groups of them. */
function nameOf(field: Field, value: string, context: Context): string {
  const { records } = context;
  switch (field) {
    case 'kind':
      return context.says.pages.heading.byKind[value] ?? '';
    case 'topic':
      return records.topic(value)?.name ?? '';
    case 'to':
      return records.group(value)?.name ?? '';
    case 'by':
      return records.person(value)?.name ?? records.organization(value)?.name ?? '';
    default:
      return termName({ field, value }, context);
  }
}

/** Narrowing to all or to nothing is none. */
function isTelling({ field, count }: Facet, direct: number): boolean {
  return count < direct && FIELDS.some((name) => name === field);
}

interface Searched {
  readonly found: Found<unknown>;
  /** Topics counted like words: one more of them would widen what is found rather than narrow it. */
  readonly soft: boolean;
}

/** Searches as the command would that answers the line. */
async function search(query: Query, archive: Archive): Promise<Searched | undefined> {
  const { command, want } = query;
  if (want !== undefined && want !== 'remarks') return undefined;
  const listed = { coverage: COVERAGE.lists, size: 1, exact: 'first' } as const;
  const asked = { coverage: COVERAGE.ask, size: 1 };
  switch (command) {
    case 'sessions':
      return { found: await archive.searchSessions(searchOf(query, listed)), soft: false };
    case 'recommendations': {
      const only = { ...query, filters: [...query.filters, filter('kind', 'recommendation')] };
      return { found: await archive.searchContributions(searchOf(only, listed)), soft: false };
    }
    case 'ask': {
      if (query.words.length === 0) {
        const found = await archive.searchContributions(searchOf(query, asked));
        if (found.total > 0) return { found, soft: false };
      }
      return {
        found: await archive.searchContributions(searchOf(query, { ...asked, soft: true })),
        soft: true,
      };
    }
    default:
      return undefined;
  }
}
