/** "How many sessions / speakers / organizations …": counts of what the archive holds, narrowed by the rest of the question. */
import type { Answer, Item, Table } from '../answer/answer.ts';
import type { Archive, Found, Hit, PersonHit, Search } from '../archive/archive.ts';
import type { Contribution, ContributionKind } from '../knowledge/model.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { format } from '../reading/format.ts';
import { filter, isUnrestricted, type Query } from '../reading/query.ts';
import { compose, reading } from '../saying/compose.ts';
import type { Context } from '../saying/context.ts';
import { contributionItem, materialItem, topicItem } from '../saying/present.ts';
import { personItem } from '../saying/present-person.ts';
import { sessionItem } from '../saying/present-session.ts';
import { countsBySession, countTable } from '../saying/tables.ts';
import { searchOf } from './search.ts';

const COVERAGE = 0.6;
const EVENT_COVERAGE = 0.99;
const ALL = 100_000;
/** Documents and topics that are named under their number. */
const NAMED = 10;
/** Events, people and entries that are shown under theirs. */
const SHOWN = 5;

type Thing = keyof Catalogue['count'];

export interface Counts {
  readonly thing: Thing;
  readonly count: number;
  /** The question without the word for the thing. */
  readonly query: Query;
  /** The line that lists what was counted, if a line does. */
  readonly list?: Query;
  /** What was counted, as far as it is shown in the answer itself. */
  readonly named: readonly {
    readonly kind: 'source' | 'topic' | 'session' | 'person' | 'contribution';
    readonly id: string;
  }[];
  /** How many of them belong to each session, where that can be told; people may belong to several. */
  readonly bySession?: ReadonlyMap<string, number>;
  /** Words that the archive does not know. */
  readonly unknown: readonly string[];
}

/** The words for what can be counted; some narrow it as well. */
const THINGS: Readonly<Record<string, { readonly thing: Thing; readonly part?: string }>> = {
  sessions: { thing: 'sessions' },
  events: { thing: 'events' },
  speakers: { thing: 'people' },
  people: { thing: 'people' },
  panellists: { thing: 'panellists', part: 'panellist' },
  panelists: { thing: 'panellists', part: 'panellist' },
  moderators: { thing: 'moderators', part: 'moderator' },
  keynotes: { thing: 'keynotes', part: 'keynote' },
  recommendations: { thing: 'recommendations' },
  polls: { thing: 'polls' },
  votes: { thing: 'polls' },
  figures: { thing: 'figures' },
  practices: { thing: 'practices' },
  initiatives: { thing: 'practices' },
  statements: { thing: 'statements' },
  documents: { thing: 'sources' },
  sources: { thing: 'sources' },
  topics: { thing: 'topics' },
  organizations: { thing: 'organizations' },
  organisations: { thing: 'organizations' },
  institutions: { thing: 'organizations' },
};

const KINDS: Readonly<Partial<Record<Thing, ContributionKind>>> = {
  recommendations: 'recommendation',
  polls: 'poll',
  figures: 'figure',
  practices: 'practice',
  statements: 'statement',
};

/** The first of the question's words that names something countable; an event that the others name bounds the count. */
export async function count(query: Query, archive: Archive): Promise<Counts> {
  const word = query.words.find((one) => Object.hasOwn(THINGS, one));
  const { thing, part } = THINGS[word ?? ''] ?? { thing: 'contributions' as const };
  const asked: Query = { ...query, words: query.words.filter((one) => one !== word) };
  const rest = await boundToEvent(asked, archive);
  const unknown: string[] = [];
  for (const one of rest.words) if (!(await archive.knowsWord(one))) unknown.push(one);
  const { want: _, ...plain } = rest;
  const list: Query = { ...plain, page: 1 };
  const base = { thing, query: rest, unknown, named: [] };
  const search = searchOf(rest, { coverage: COVERAGE, size: SHOWN });
  switch (thing) {
    case 'sessions':
    case 'events': {
      const found = await archive.searchSessions({ ...search, offset: 0 });
      return {
        ...base,
        count: found.direct,
        named: idsOf('session', found),
        list: { ...list, command: 'sessions' },
      };
    }
    case 'people':
    case 'panellists':
    case 'moderators':
    case 'keynotes': {
      const filters = part === undefined ? rest.filters : [...rest.filters, filter('part', part)];
      const who = searchOf({ ...rest, filters }, { coverage: COVERAGE, size: 1 });
      const people = await peopleCounted(who, archive, part);
      return {
        ...base,
        count: people.length,
        named: people.slice(0, SHOWN).map(({ record: { id } }) => ({ kind: 'person', id })),
        bySession: eventsOfPeople(people, archive),
        list: { ...list, command: 'ask', filters, want: 'people' },
      };
    }
    case 'organizations': {
      const { organizations } = await archive.everything();
      const found = await archive.searchOrganizations(search);
      return {
        ...base,
        count: isUnrestricted(rest) ? organizations.length : found.direct || found.total,
        list: { ...list, command: 'ask', want: 'organizations' },
      };
    }
    case 'sources': {
      const { sources } = await archive.everything();
      const ids = isUnrestricted(rest) ? sources.map(({ id }) => id) : await sourcesBehind(rest, archive);
      return { ...base, count: ids.length, named: ids.map((id) => ({ kind: 'source', id })) };
    }
    case 'topics': {
      const { topics } = await archive.everything();
      const ids = isUnrestricted(rest) ? undefined : await topicsOf(rest, archive);
      return {
        ...base,
        count: ids?.length ?? topics.length,
        named: (ids ?? []).map((id) => ({ kind: 'topic', id })),
      };
    }
    default: {
      const kind = KINDS[thing];
      const filters = kind === undefined ? rest.filters : [...rest.filters, filter('kind', kind)];
      const found = await archive.searchContributions({
        ...searchOf({ ...rest, filters }, { coverage: COVERAGE, size: SHOWN }),
        offset: 0,
      });
      return {
        ...base,
        count: found.direct,
        named: idsOf('contribution', found),
        bySession: countsBySession(found),
        list:
          thing === 'recommendations'
            ? { ...list, command: 'recommendations' }
            : { ...list, command: 'ask', filters },
      };
    }
  }
}

/** Who only moderated is not counted as a speaker, unless moderators are what is counted. */
async function peopleCounted(
  search: Search,
  archive: Archive,
  part: string | undefined,
): Promise<readonly PersonHit[]> {
  const { hits } = await archive.searchPeople({ ...search, offset: 0, limit: ALL });
  return hits.filter(
    ({ relation, appearances }) =>
      relation === 'direct' &&
      (part === 'moderator' || appearances.some((appearance) => appearance.part !== 'moderator')),
  );
}

/** How many of some people were at each event. */
function eventsOfPeople(people: readonly PersonHit[], { records }: Archive): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { appearances } of people) {
    const events = new Set(appearances.flatMap(({ session }) => records.root(session)?.id ?? []));
    for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  return counts;
}

const idsOf = <Kind extends 'session' | 'contribution'>(
  kind: Kind,
  { hits }: Found<Hit<{ readonly id: string }>>,
): { readonly kind: Kind; readonly id: string }[] =>
  hits.filter(({ relation }) => relation === 'direct').map(({ record }) => ({ kind, id: record.id }));

const allSaid = (query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> =>
  archive.searchContributions({ ...searchOf(query, { coverage: COVERAGE, size: 1 }), offset: 0, limit: ALL });

/** Conditions that events alone decide: their own documents and topics count as well. */
const OF_EVENTS: ReadonlySet<string> = new Set([
  'session',
  'date',
  'organizer',
  'supporter',
  'funder',
  'moderator',
]);

async function eventsOf(query: Query, archive: Archive) {
  const onlyEvents =
    query.words.length + query.phrases.length === 0 &&
    query.filters.every(({ any }) => any.every(({ field }) => OF_EVENTS.has(field)));
  if (!onlyEvents) return [];
  const { hits } = await archive.searchSessions({
    ...searchOf(query, { coverage: COVERAGE, size: 1 }),
    limit: ALL,
  });
  return hits.filter(({ relation }) => relation === 'direct').map(({ record }) => record);
}

/** The sources in which something that matches stands. */
async function sourcesBehind(query: Query, archive: Archive): Promise<string[]> {
  const said = (await allSaid(query, archive)).hits.filter(({ relation }) => relation === 'direct');
  const records = [...(await eventsOf(query, archive)), ...said.map(({ record }) => record)];
  return [...new Set(records.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
}

/** The topics of what matches, the most frequent first. */
async function topicsOf(query: Query, archive: Archive): Promise<string[]> {
  const counts = new Map<string, number>();
  const add = (id: string): void => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { record, relation } of (await allSaid(query, archive)).hits)
    if (relation === 'direct') for (const topic of record.topics) add(topic);
  for (const event of await eventsOf(query, archive))
    for (const { id, link } of event.topics) if (link === 'named') add(id);
  return [...counts].sort(([, one], [, other]) => other - one).map(([id]) => id);
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

function namedItems({ named }: Counts, context: Context): Item[] {
  const { records } = context;
  return named.slice(0, NAMED).flatMap(({ kind, id }) => {
    if (kind === 'topic') {
      const topic = records.topic(id);
      return topic ? [topicItem(topic)] : [];
    }
    if (kind === 'session') {
      const session = records.session(id);
      return session ? [sessionItem(session, context)] : [];
    }
    if (kind === 'person') {
      const person = records.person(id);
      return person ? [personItem(person, records.appearancesOf(id), context)] : [];
    }
    if (kind === 'contribution') {
      const contribution = records.contribution(id);
      return contribution ? [contributionItem(contribution, context, { terms: [] })] : [];
    }
    const source = records.source(id);
    return source ? [materialItem(source, undefined, context)] : [];
  });
}

/** The count by its events; people, who may be at several, have no row for the events that are left out. */
function eventsTable({ thing, count: number, bySession }: Counts, context: Context): Table | undefined {
  if (bySession === undefined) return undefined;
  const { table } = context.says;
  const kind = KINDS[thing];
  if (kind !== undefined) return countTable(table.kinds[kind], bySession, context, number);
  return thing === 'contributions'
    ? countTable(table.points, bySession, context, number)
    : countTable(table.people, bySession, context);
}

/** The number as the title, a line to the list of what was counted, and documents and topics by name. */
export function composeCount(query: Query, counts: Counts, context: Context): Answer {
  const { thing, count: number, query: rest, list, unknown } = counts;
  const { subject } = reading(rest, unknown, context);
  return compose(query, context, {
    outcome: number > 0 ? 'found' : 'nothing',
    title: context.says.count[thing](number, subject),
    lead: counts.named.length > NAMED ? context.says.mostFrequent(NAMED) : '',
    understood: context.says.understood.counted(thing, subject),
    items: namedItems(counts, context),
    table: eventsTable(counts, context),
    choices: [
      ...(list && number > 0
        ? [{ label: context.says.choice.list(number), line: format(list), kind: 'suggest' as const }]
        : context.examples),
    ],
  });
}
