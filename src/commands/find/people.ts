/** People, voices without a name and organizations that a question asks for, and what is told of them. */
import type { Archive, Found, Hit, OrganizationHit, PersonHit } from '../../archive/archive.ts';
import type { Contribution, Person } from '../../knowledge/model.ts';
import type { Filter, Query } from '../../reading/query.ts';
import { isYear } from '../../reading/tokens.ts';
import { analyse } from '../../text/analyse.ts';
import { searchOf, searchPage } from '../search.ts';
import { COVERAGE, HAS_MAKER, PEOPLE_SIZE, SIZE } from './measures.ts';

/** People with a quotation each take more room than a list of names. */
const QUOTED_SIZE = 5;

/** How many people go on a page: fewer where each is shown with what they said. */
export function peopleSize(query: Query): number {
  const profile = query.filters.every(({ any }) =>
    any.every(({ field }) => ['by', 'from', 'part', 'session', 'date'].includes(field)),
  );
  return profile && query.words.length + query.phrases.length === 0 ? PEOPLE_SIZE : QUOTED_SIZE;
}

/** More people than any event has. */
const EVERYBODY = 10_000;

const isEvent = ({ any, not }: Filter): boolean =>
  !not && any.every(({ field }) => field === 'session' || field === 'source');

export async function findPeople(query: Query, archive: Archive): Promise<Found<PersonHit>> {
  if (query.filters.filter(isEvent).length > 1) return findPeopleOfAll(query, archive);
  const options = { coverage: COVERAGE, size: peopleSize(query) };
  const strict = await searchPage(archive.searchPeople, searchOf(query, options));
  if (strict.total > 0) return strict;
  const soft = await searchPage(archive.searchPeople, searchOf(query, { ...options, soft: true }));
  // "Who proposed …" may ask who brought something up: not only recommendations.
  const kinds = query.filters.filter(({ any }) => any.some(({ field }) => field === 'kind'));
  if (soft.total > 0 || kinds.length === 0) return soft;
  return findPeople({ ...query, filters: query.filters.filter((one) => !kinds.includes(one)) }, archive);
}

/** Who was at each of several events: people at the first who are also among those of the others. */
async function findPeopleOfAll(query: Query, archive: Archive): Promise<Found<PersonHit>> {
  const events = query.filters.filter(isEvent);
  const others = query.filters.filter((one) => !events.includes(one));
  // "At the hearing in 2019 and at the workshop in 2024": the years tell which events are meant.
  const words = query.words.filter((word) => !isYear(word));
  const [first, ...rest] = events;
  const ofEvent = (event: Filter | undefined): Promise<Found<PersonHit>> =>
    archive.searchPeople(
      searchOf(
        { ...query, words, page: 1, filters: event === undefined ? others : [event, ...others] },
        { coverage: COVERAGE, size: EVERYBODY, soft: true },
      ),
    );
  const found = await ofEvent(first);
  let hits = found.hits;
  for (const event of rest) {
    const there = new Set((await ofEvent(event)).hits.map(({ record }) => record.id));
    hits = hits.filter(({ record }) => there.has(record.id));
  }
  return { ...found, total: hits.length, direct: hits.length, hits };
}

/** Of how many words one that stands nowhere in the archive is too many for a name to be given. */
const UNKNOWN_OF = 3;

/** Somebody's name is given only where little of the question is unknown: half of it is borne out by many. */
export function certainAmong<One>(found: Found<One>, { words, literal }: Query): Found<One> {
  const asked = new Set([...words, ...literal]).size;
  const isSure = found.unknown.length === 0 || found.unknown.length * UNKNOWN_OF < asked;
  return isSure ? found : { ...found, hits: [], total: 0, direct: 0 };
}

/** What was said by voices without a name or by bodies, where that comes nearer to the question than what any person said. */
export async function findVoices(
  query: Query,
  people: Found<PersonHit>,
  archive: Archive,
): Promise<Found<Hit<Contribution>> | undefined> {
  if (query.words.length + query.literal.length + query.phrases.length === 0) return undefined;
  const { conditions, ...search } = searchOf(query, { coverage: COVERAGE, size: SIZE, soft: true });
  const said = await archive.searchContributions({ ...search, conditions: [...conditions, HAS_MAKER] });
  const [nearest] = said.hits;
  const best = Math.max(0, ...people.hits.map(({ coverage }) => coverage));
  const isVoice = nearest?.record.makers.every(({ kind }) => kind !== 'person') ?? false;
  return isVoice && nearest !== undefined && nearest.coverage > best ? said : undefined;
}

/** How much of a question what is told of a person must match. */
const TOLD_COVERAGE = 0.3;

/** Letters that two words share at their beginning where one is made of the other ("found", "founder"). */
const SHARED_BEGINNING = 5;

/** What others said of somebody, or who they are. */
export type ToldOf =
  | { readonly kind: 'said'; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'profiles'; readonly people: readonly Person[] };

/** What is told of somebody who is not recorded as saying it: in what others said, and in notes on who they are. */
export async function findToldOf(query: Query, archive: Archive): Promise<ToldOf | undefined> {
  if (query.want === 'remarks') return undefined;
  const of = query.filters.filter(
    ({ any, not }) =>
      !not && any.every(({ field, value }) => field === 'by' && archive.records.person(value)),
  );
  if (of.length === 0) return undefined;
  const search = searchOf(query, { coverage: TOLD_COVERAGE, size: SIZE, soft: true });
  const conditions = search.conditions.map((one) => ({
    ...one,
    any: one.any.map((term) => (term.field === 'by' ? { ...term, field: 'about' } : term)),
  }));
  const said = await archive.searchContributions({ ...search, conditions });
  if (said.total > 0) return { kind: 'said', found: said };
  const asked = [...query.words, ...query.literal].flatMap((word) => analyse(word).map(({ term }) => term));
  const tells = (text: string): boolean =>
    analyse(text).some(({ term }) => asked.some((one) => one === term || begins(one, term)));
  const people = of.flatMap(({ any }) => any.flatMap(({ value }) => archive.records.person(value) ?? []));
  const noted = people.filter(({ id }) =>
    archive.records
      .appearancesOf(id)
      .some(({ role = '', unit = '', note = '' }) => tells(`${role} ${unit} ${note}`)),
  );
  return noted.length === 0 ? undefined : { kind: 'profiles', people: noted };
}

const begins = (one: string, other: string): boolean =>
  one.slice(0, SHARED_BEGINNING) === other.slice(0, SHARED_BEGINNING) &&
  Math.min(one.length, other.length) >= SHARED_BEGINNING;

/** All that the question recognised is demanded first; where that is nobody, topics count like words. */
export async function findOrganizations(query: Query, archive: Archive): Promise<Found<OrganizationHit>> {
  const options = { coverage: COVERAGE, size: PEOPLE_SIZE };
  const strict = await searchPage(archive.searchOrganizations, searchOf(query, options));
  return strict.total > 0
    ? strict
    : searchPage(archive.searchOrganizations, searchOf(query, { ...options, soft: true }));
}
