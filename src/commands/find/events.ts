/** Events: the one whose facts are asked for, and those of which the words of a question tell. */
import type { Archive, Found, Search, SessionHit } from '../../archive/archive.ts';
import { ATTENDANCE_NOUNS, EVENT_NOUNS } from '../../lexicon/en/events.ts';
import { EMPTY_QUERY, filter, type Query } from '../../reading/query.ts';
import { isContentWord } from '../../reading/scan.ts';
import { wordsOf } from '../../reading/tokens.ts';
import { isWeakWord } from '../../text/weak-words.ts';
import { isConcept, searchOf, searchPage } from '../search.ts';
import { EXTREME_OF, SIZE, WHOLE } from './measures.ts';

/** How much of a session's description must be recognised before its facts are given. */
const SESSION_COVERAGE = 0.5;

/** Sessions whose score is this close to the best are meant as well. */
const SESSION_RIVAL = 0.75;

/** … as long as they match as much of the description. */
const SAME_COVERAGE = 0.99;

/** How much of a question an event's own words must match where nothing that was said answers it. */
const EVENT_COVERAGE = 0.8;

/** Events of which the words tell: by what they are called, or by everything that is written of them. */
export async function findEvents(
  query: Query,
  by: 'identity' | 'everything',
  archive: Archive,
): Promise<Found<SessionHit> | undefined> {
  const people = query.want === 'people';
  const sessions = await searchPage(
    (search) => archive.searchSessions(search, by),
    searchOf(query, { coverage: people ? WHOLE : EVENT_COVERAGE, size: SIZE }),
  );
  const spoken =
    !people || sessions.hits.some(({ record }) => archive.records.appearancesIn(record.id).length > 0);
  return sessions.direct > 0 && query.words.length > 0 && sessions.unknown.length === 0 && spoken
    ? sessions
    : undefined;
}

/** Events by how many took part, for "which event had the most participants". */
export async function attendedMost(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
  // The audience of a poll is no event's.
  const ofEvents =
    query.words.some((word) => EVENT_NOUNS.has(word)) ||
    query.filters.some(({ any }) => any.some(({ field }) => field === 'session'));
  if (!ofEvents || !query.words.some((word) => ATTENDANCE_NOUNS.has(word))) return [];
  const words = query.words.filter((word) => !ATTENDANCE_NOUNS.has(word) && !EVENT_NOUNS.has(word));
  const { hits } = await archive.searchSessions(
    searchOf({ ...query, words, literal: [], page: 1 }, { coverage: SESSION_COVERAGE, size: EXTREME_OF }),
  );
  const attended = hits.filter(({ record }) => record.attendance !== undefined);
  attended.sort((one, other) => (other.record.attendance?.value ?? 0) - (one.record.attendance?.value ?? 0));
  return query.want === 'lowest' ? attended.reverse() : attended;
}

/** The event at which most was said of a matter. */
export async function eventsTellingOf(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
  const { hits } = await archive.searchContributions(
    searchOf({ ...query, page: 1 }, { coverage: SESSION_COVERAGE, size: 1, soft: true }),
  );
  const event = hits[0] === undefined ? undefined : archive.records.root(hits[0].record.session);
  if (event === undefined) return [];
  const found = await archive.searchSessions(
    searchOf(
      { ...EMPTY_QUERY, command: 'sessions', filters: [filter('session', event.id)] },
      { coverage: 0, size: 1 },
    ),
  );
  return found.hits;
}

/** Fields that an event may be named by; what else is named must stand among the words that it is called by. */
const NAMES_EVENT: ReadonlySet<string> = new Set([
  'session',
  'source',
  'date',
  'line',
  'sdg',
  'organizer',
  'supporter',
  'funder',
  'moderator',
]);

/** Words for any event, which say that one is meant. */
const isEventNoun = (word: string): boolean => EVENT_NOUNS.has(word);

/** What the name of an event counts beside the words of a question. */
const NAMED_SHARE = 2;

/** How much of the question must be what an event is called, where nothing says that an event is meant. */
const UNTOLD_COVERAGE = 0.85;

/**
 * The session that a question is about: the best one, or several that fit about as well. Facts of an event answer only a
 * question of which most words are what the event is called.
 */
export async function findSessions(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
  // A session that is named by its title, number or series needs no further words.
  const named = query.filters.some(({ any, not }) => !not && any.some(({ field }) => field === 'session'));
  // A year alone tells which events are meant where nothing else is said.
  const dated = query.filters.some(({ any, not }) => !not && any.every(({ field }) => field === 'date'));
  const identifying = query.filters.filter(
    ({ any, not }) => not || any.every(({ field }) => NAMES_EVENT.has(field)),
  );
  const others = query.filters.filter(
    (one) => !identifying.includes(one) && (!isConcept(one) || query.literal.length === 0),
  );
  const names = others.flatMap(({ any }) =>
    any
      .slice(0, 1)
      .flatMap(({ field, value }) => wordsOf(nameOf(field, value, archive)).filter(isContentWord)),
  );
  const words = [...new Set([...query.words, ...query.literal, ...names])].filter(
    (word) => isEventNoun(word) || !isWeakWord(word),
  );
  // A word of somebody's name ("congress") asks for no event.
  const told = named || [...query.words, ...query.literal].some(isEventNoun);
  if (!named && !dated && words.length === 0) return [];
  const search: Search = searchOf(
    { ...query, page: 1, literal: [], filters: identifying, words },
    { coverage: 0, size: SIZE, exact: 'first' },
  );
  const worded = await archive.searchSessions(search, 'identity');
  // What the archive does not know of a named event leaves the event; whether that is enough is seen below.
  const bare =
    named && worded.total === 0 ? await archive.searchSessions({ ...search, words: [] }, 'identity') : worded;
  const found =
    bare === worded ? worded : { ...bare, hits: bare.hits.map((hit) => ({ ...hit, coverage: 0 })) };
  const least = told ? SESSION_COVERAGE : UNTOLD_COVERAGE;
  // The name of an event weighs as much as two words of it.
  const borneOut = (coverage: number): number =>
    named ? (NAMED_SHARE + coverage * words.length) / (NAMED_SHARE + words.length) : coverage;
  const hits = found.hits.filter(({ coverage }) => borneOut(coverage) >= least);
  const [best] = hits;
  if (!best || best.relation === 'related') return [];
  return hits.filter(
    ({ score, coverage, relation }) =>
      relation === 'direct' &&
      score >= best.score * SESSION_RIVAL &&
      coverage >= best.coverage * SAME_COVERAGE,
  );
}

/** The name of what a condition names, in words; the value itself where it has none. */
function nameOf(field: string, value: string, { vocabulary, records }: Archive): string {
  return (
    records.person(value)?.name ??
    vocabulary.name(field === 'by' || field === 'from' ? 'org' : (field as 'org'), value) ??
    vocabulary.name('country', value) ??
    value
  );
}
