/** "How many sessions / speakers / recommendations …": counts of what the archive holds, narrowed by the rest of the question. */
import type { Answer } from '../answer/answer.ts';
import { words } from '../answer/words.ts';
import type { Archive } from '../archive/archive.ts';
import { format } from '../query/format.ts';
import type { CommandName, Query } from '../query/query.ts';
import { compose, HELP_CHOICE, reading, searchOf } from './command.ts';
import type { Context } from './context.ts';

const COVERAGE = 0.6;

export interface Counts {
  readonly thing:
    | 'sessions'
    | 'people'
    | 'recommendations'
    | 'sources'
    | 'topics'
    | 'organizations'
    | 'contributions';
  readonly count: number;
  /** The query without the word for the thing. */
  readonly query: Query;
}

const THINGS: Readonly<Record<string, Counts['thing']>> = {
  sessions: 'sessions',
  events: 'sessions',
  speakers: 'people',
  recommendations: 'recommendations',
  documents: 'sources',
  sources: 'sources',
  topics: 'topics',
  organizations: 'organizations',
  organisations: 'organizations',
};

/** The first of the query's words that names something countable. */
export async function count(query: Query, archive: Archive): Promise<Counts> {
  const word = query.words.find((one) => Object.hasOwn(THINGS, one));
  const thing = THINGS[word ?? ''] ?? 'contributions';
  const rest: Query = { ...query, words: query.words.filter((one) => one !== word) };
  const search = searchOf(rest, { coverage: COVERAGE, size: 1 });
  switch (thing) {
    case 'sessions':
      return { thing, query: rest, count: (await archive.searchSessions(search)).direct };
    case 'people':
      return { thing, query: rest, count: (await archive.searchPeople(search)).direct };
    case 'recommendations':
    case 'contributions': {
      const kind = { any: [{ field: 'kind', value: 'recommendation' }], not: false };
      const conditions = thing === 'recommendations' ? [...search.conditions, kind] : search.conditions;
      return {
        thing,
        query: rest,
        count: (await archive.searchContributions({ ...search, conditions })).direct,
      };
    }
    default: {
      const all = await archive.everything();
      return { thing, query: rest, count: all[thing].length };
    }
  }
}

const LISTED: Readonly<Partial<Record<Counts['thing'], CommandName>>> = {
  sessions: 'sessions',
  recommendations: 'recommendations',
};

export function composeCount(
  query: Query,
  { thing, count: number, query: rest }: Counts,
  context: Context,
): Answer {
  const { subject } = reading(rest, [], context);
  const command = LISTED[thing];
  const { want: _, ...plain } = rest;
  const list: Query = { ...plain, page: 1, ...(command ? { command } : {}) };
  const narrowed = rest.filters.length + rest.words.length > 0;
  return compose(query, context, {
    outcome: number > 0 ? 'found' : 'nothing',
    title: words.count[thing](number),
    lead: number > 0 ? '' : words.nothing.contributions(subject),
    understood: narrowed ? subject : words.understood.all,
    choices: [
      ...(command && number > 0
        ? [{ label: words.count[thing](number), line: format(list), kind: 'open' as const }]
        : []),
      HELP_CHOICE,
    ],
  });
}
