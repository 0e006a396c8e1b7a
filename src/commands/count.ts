/** "How many sessions / speakers / recommendations …": counts of what the archive holds, narrowed by the rest of the question. */
import type { Answer } from '../answer/answer.ts';
import { words } from '../answer/words.ts';
import type { Archive } from '../archive/archive.ts';
import { format } from '../query/format.ts';
import { type CommandName, EMPTY_QUERY, filter, type Query } from '../query/query.ts';
import { compose, HELP_CHOICE, reading, searchOf } from './command.ts';
import type { Context } from './context.ts';

const COVERAGE = 0.6;
const EVENT_COVERAGE = 0.99;
const ALL = 100_000;

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
  /** Words that the archive does not know. */
  readonly unknown: readonly string[];
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

/** The first of the query's words that names something countable; an event that the others name bounds the count. */
export async function count(query: Query, archive: Archive): Promise<Counts> {
  const word = query.words.find((one) => Object.hasOwn(THINGS, one));
  const thing = THINGS[word ?? ''] ?? 'contributions';
  const rest = await boundToEvent({ ...query, words: query.words.filter((one) => one !== word) }, archive);
  const search = searchOf(rest, { coverage: COVERAGE, size: 1 });
  const unknown: string[] = [];
  for (const one of rest.words) if (!(await archive.knowsWord(one))) unknown.push(one);
  switch (thing) {
    case 'sessions':
      return { thing, query: rest, unknown, count: (await archive.searchSessions(search)).direct };
    case 'people': {
      const { hits } = await archive.searchPeople({ ...search, limit: ALL });
      // Who only moderated is not counted as a speaker.
      const speakers = hits.filter(
        ({ relation, appearances }) =>
          relation === 'direct' && appearances.some(({ part }) => part !== 'moderator'),
      );
      return { thing, query: rest, unknown, count: speakers.length };
    }
    case 'recommendations':
    case 'contributions': {
      const kind = { any: [{ field: 'kind', value: 'recommendation' }], not: false };
      const conditions = thing === 'recommendations' ? [...search.conditions, kind] : search.conditions;
      return {
        thing,
        query: rest,
        unknown,
        count: (await archive.searchContributions({ ...search, conditions })).direct,
      };
    }
    default: {
      // Counted over the whole archive: the answer says nothing of the rest of the question.
      const all = await archive.everything();
      return { thing, query: EMPTY_QUERY, unknown: [], count: all[thing].length };
    }
  }
}

/** "… in the WSIS session": words that name an event become a condition on it. */
async function boundToEvent(query: Query, archive: Archive): Promise<Query> {
  if (query.words.length === 0) return query;
  const search = searchOf({ ...query, page: 1 }, { coverage: EVENT_COVERAGE, size: 2 });
  const { hits } = await archive.searchSessions(search, 'identity');
  const [best] = hits;
  return best && hits.length === 1
    ? { ...query, words: [], literal: [], filters: [...query.filters, filter('session', best.record.id)] }
    : query;
}

const LISTED: Readonly<Partial<Record<Counts['thing'], CommandName>>> = {
  sessions: 'sessions',
  recommendations: 'recommendations',
};

export function composeCount(
  query: Query,
  { thing, count: number, query: rest, unknown }: Counts,
  context: Context,
): Answer {
  const { subject } = reading(rest, unknown, context);
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
