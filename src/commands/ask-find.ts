import type {
  Archive,
  Condition,
  Found,
  Hit,
  MaterialHit,
  OrganizationHit,
  PersonHit,
  Search,
  SessionHit,
} from '../archive/archive.ts';
import type { Contribution, Person } from '../knowledge/model.ts';
import { AHEAD, ATTENDANCE_NOUNS, EVENT_NOUNS } from '../lexicon/en/events.ts';
import { EVERYDAY_WORDS } from '../reading/phrases.ts';
import { EMPTY_QUERY, type Filter, filter, type Query, type Want } from '../reading/query.ts';
import { isContentWord } from '../reading/scan.ts';
import { wordsOf } from '../reading/tokens.ts';
import { lookNear, type Near } from '../saying/near.ts';
import { isSessionFact } from '../saying/session-facts.ts';
import { analyse } from '../text/analyse.ts';
import { stem } from '../text/stem.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { type Comparison, findComparison } from './compare.ts';
import { type Counts, count } from './count.ts';
import { isConcept, searchOf, searchPage } from './search.ts';

/** How many entries go on a page. */
export const SIZE = 5;
/** People with a quotation each take more room than a list of names. */
const QUOTED_SIZE = 5;
export const PEOPLE_SIZE = 10;
/** How much of a question's weight an answer must match: the lowest share at which answers are still answers. */
const COVERAGE = 0.5;
/** How much of a session's description must be recognised before its facts are given. */
const SESSION_COVERAGE = 0.5;
/** Sessions whose score is this close to the best are meant as well. */
const SESSION_RIVAL = 0.75;
/** … as long as they match as much of the description. */
const SAME_COVERAGE = 0.99;

/** How much of a question an event's own words must match where nothing that was said answers it. */
const EVENT_COVERAGE = 0.8;
/** All that was asked, but for rounding. */
const WHOLE = 0.99;
/** Contributions that tell a number. */
const TELLS_NUMBER = { any: [{ field: 'has', value: 'number' }], not: false };
/** Contributions that tell a date. */
const TELLS_DATE = { any: [{ field: 'has', value: 'date' }], not: false };
const HAS_MAKER = { any: [{ field: 'has', value: 'maker' }], not: false };
/** Kinds of number of which a question says plainly that it asks for them, and of which there are few. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['money', 'time']);
/** How much of a question such a number must stand beside, and how much of the very words. */
const PLAIN_COVERAGE = 0.5;
const PLAIN_WORDS = 0.25;
/** How much of the very words a number or a date must stand beside. */
const TELLING_COVERAGE = 0.74;
/** … and how much of them in the very words. */
const VERY_WORDS = 0.5;
/** A document that holds this much of what was asked is what was asked for. */
const CERTAIN = 0.55;
/** Conditions that documents can meet; the others are words of their titles. */
const MATERIAL_FIELDS: ReadonlySet<string> = new Set(['session', 'source', 'date']);

/** What was found, and as what it is to be shown. */
export type Findings =
  | { readonly kind: 'said'; readonly found: Found<Hit<Contribution>> }
  /** A figure was asked for and none is stated; what is near instead. */
  | { readonly kind: 'figureless'; readonly want: Want | undefined; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'people'; readonly found: Found<PersonHit> }
  | {
      readonly kind: 'facts';
      readonly want: Want;
      readonly sessions: readonly SessionHit[];
      readonly unknown: readonly string[];
      /** It is asked of an event to come, of which nothing is recorded. */
      readonly ahead: boolean;
    }
  | { readonly kind: 'materials'; readonly found: Found<MaterialHit> }
  | { readonly kind: 'sessions'; readonly found: Found<SessionHit> }
  | { readonly kind: 'organizations'; readonly found: Found<OrganizationHit> }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'count'; readonly counts: Counts }
  /** Who somebody is, where nothing that they said was asked for. */
  | { readonly kind: 'profiles'; readonly people: readonly Person[] }
  /** Nothing meets all of it; what comes nearest. */
  | { readonly kind: 'closest'; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'nothing'; readonly near: Near; readonly unknown: readonly string[] };

/** Kinds of contribution that a question is best answered with. */
function preferred({ want, words }: Pick<Query, 'want' | 'words'>): readonly string[] {
  if (want === 'figure') return ['figure'];
  // "What is a digital college?" and no more: what more it says of it decides itself which entry fits.
  if (want === 'meaning' && words.length === 0) return ['practice', 'statement'];
  return [];
}

/** What is asked, and apart from it what kind of number the answer must tell. */
function splitFigure(query: Query): { subject: Query; tells: Condition } {
  const tells = query.filters.find(({ any }) => any.every(({ field }) => field === 'has'));
  return tells === undefined
    ? { subject: query, tells: TELLS_NUMBER }
    : { subject: { ...query, filters: query.filters.filter((one) => one !== tells) }, tells };
}

/** Looks where the wording of the question says, then in what was said, then in what is near. */
export async function find(query: Query, archive: Archive): Promise<Findings> {
  const { want } = query;
  if (want === 'count') return { kind: 'count', counts: await count(query, archive) };
  if (want === 'compare') {
    const comparison = await findComparison(query, archive, (one) => findSaid(one, archive));
    if (comparison) return { kind: 'compared', comparison };
  }
  if (want === 'highest' || want === 'lowest') {
    const sessions = await attendedMost(query, archive);
    if (sessions.length > 0)
      return { kind: 'facts', want: 'attendance', sessions, unknown: [], ahead: false };
    const found = await findExtreme(query, archive);
    if (found.total > 0) return { kind: 'said', found };
  }
  if (want === 'organizations') {
    const found = await findOrganizations(query, archive);
    if (found.total > 0) return { kind: 'organizations', found };
  }
  if (want === 'materials' || want === 'published') {
    const found = await findMaterials(query, archive);
    if (found.total > 0) return { kind: 'materials', found };
  }
  if (isSessionFact(want)) {
    const sessions = await findSessions(query, archive);
    const unknown: string[] = [];
    for (const word of query.words) if (!(await archive.knowsWord(word))) unknown.push(word);
    const ahead = query.words.some((word) => AHEAD.has(word));
    if (sessions.length > 0) return { kind: 'facts', want, sessions, unknown, ahead };
    // Which countries a project looked at stands with the event that told of it.
    const about = want === 'countries' ? await eventsTellingOf(query, archive) : [];
    if (about.length > 0) return { kind: 'facts', want, sessions: about, unknown, ahead };
  }
  if (want === 'people' || want === 'role') {
    const found = certainAmong(await findPeople(query, archive), query);
    const voices = want === 'people' && found.total > 0 ? await findVoices(query, found, archive) : undefined;
    if (voices !== undefined) return { kind: 'said', found: voices };
    if (found.total > 0) return { kind: 'people', found };
  }
  const { subject, tells } = splitFigure(query);
  const said = await findSaid(subject, archive);
  const telling = want === 'figure' ? tells : want === 'date' ? TELLS_DATE : undefined;
  if (telling !== undefined) {
    const numbers = await findTelling(subject, telling, archive);
    if (numbers.total > 0) return { kind: 'said', found: numbers };
    const near = await nearFigure(subject, telling, said, archive);
    if (near.total > 0) return { kind: 'figureless', want, found: near };
  }
  if (said.total > 0 && (want === undefined || want === 'meaning') && (said.hits[0]?.coverage ?? 0) < WHOLE) {
    const documents = await findMaterials(query, archive);
    if (documents.hits.some(({ coverage }) => coverage >= WHOLE))
      return { kind: 'materials', found: documents };
  }
  // A fact of an event that its sources leave open is not answered with whatever was said there.
  const onlyEvent = isSessionFact(want) && query.words.length === 0 && !query.filters.some(isConcept);
  if (said.total > 0 && want !== 'people' && want !== 'role' && !onlyEvent)
    return { kind: 'said', found: said };
  if (said.total > 0 && !onlyEvent) {
    // Who is asked for: what nobody is recorded as saying names nobody.
    const { conditions, ...search } = searchOf(subject, { coverage: COVERAGE, size: SIZE, soft: true });
    const made = await archive.searchContributions({ ...search, conditions: [...conditions, HAS_MAKER] });
    if (certainAmong(made, subject).total > 0) return { kind: 'said', found: made };
  }
  const named = query.filters.some(({ any }) => any.some(({ field }) => field === 'by' || field === 'from'));
  // A document answers what is asked of documents, or asked of nothing in particular.
  const spoken =
    named || !(want === undefined || want === 'meaning' || want === 'materials' || want === 'published');
  const materials = spoken ? undefined : await findMaterials(query, archive);
  if (
    materials !== undefined &&
    materials.total > 0 &&
    materials.hits.some(({ coverage }) => coverage >= CERTAIN)
  )
    return { kind: 'materials', found: materials };
  // Words about an event itself ("WSIS forum"); but what somebody did not say is not answered with where they were.
  const asksEvents = !named && (want === undefined || want === 'meaning' || want === 'people');
  const identified =
    asksEvents && want !== 'people' ? await findEvents(query, 'identity', archive) : undefined;
  if (identified !== undefined) return { kind: 'sessions', found: identified };
  const closest = await findClosest(query, archive);
  const answers = answeringAmong(query, closest);
  if (answers !== undefined) return { kind: 'said', found: answers };
  // … or of its abstract where nobody wrote down what was said.
  const abstracts = asksEvents ? await findEvents(query, 'everything', archive) : undefined;
  if (abstracts !== undefined) return { kind: 'sessions', found: abstracts };
  const told = await findToldOf(query, archive);
  if (told !== undefined) return told;
  if (closest.total > 0) return { kind: 'closest', found: closest };
  const near = await lookNear(
    query,
    archive,
    async (wider) => (await findSaid({ ...wider, page: 1 }, archive)).total > 0,
  );
  return { kind: 'nothing', near, unknown: said.unknown };
}

/** Events of which the words tell: by what they are called, or by everything that is written of them. */
async function findEvents(
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

/** How much of a question what is told of a person must match. */
const TOLD_COVERAGE = 0.3;
/** Letters that two words share at their beginning where one is made of the other ("found", "founder"). */
const SHARED_BEGINNING = 5;

/** What is told of somebody who is not recorded as saying it: in what others said, and in notes on who they are. */
async function findToldOf(query: Query, archive: Archive): Promise<Findings | undefined> {
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

/** Most entries that are shown as nearest. */
const CLOSEST = 3;
/** An entry that matches less than this of what was asked has little to do with it. */
const CLOSEST_COVERAGE = 0.15;

/**
 * What comes nearest to a question that nothing meets: by its words, whatever of them is missing, but with its conditions
 * and exclusions. A condition alone is borne out by too much: a word must be as well.
 */
async function findClosest(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(
    { ...query, page: 1 },
    { coverage: CLOSEST_COVERAGE, size: CLOSEST, soft: true, prefer: preferred(query) },
  );
  const nothing: Found<Hit<Contribution>> = {
    total: 0,
    direct: 0,
    hits: [],
    facets: [],
    terms: [],
    unknown: [],
  };
  if (search.words.length + search.concepts.length === 0) return nothing;
  const found = await archive.searchContributions({
    ...search,
    phrases: [],
    words: [...new Set([...search.words, ...query.phrases.flatMap((phrase) => phrase.split(' '))])],
  });
  const hits = found.hits.slice(0, CLOSEST);
  return { ...found, hits, total: hits.length, direct: 0 };
}

/** How much of a question must be borne out where it is asked in words that no document uses. */
const FAR_COVERAGE = 0.38;
/** … by so many of its words at least. */
const FAR_WORDS = 2;

/**
 * A question in words far from the documents' own is answered by what bears out several of its words, as long as all of its
 * conditions hold and neither a number nor a date nor somebody's name is asked for.
 */
function answeringAmong(
  query: Query,
  closest: Found<Hit<Contribution>>,
): Found<Hit<Contribution>> | undefined {
  if (query.want !== undefined && query.want !== 'meaning') return undefined;
  // A word that is neither the archive's nor everyday English names a thing of its own: nothing that leaves it out answers.
  if (closest.unknown.some((word) => !EVERYDAY_WORDS.has(stem(word)))) return undefined;
  const asked = new Set(
    [...query.words, ...query.literal].flatMap((word) => analyse(word).map(({ term }) => term)),
  ).size;
  const hits = closest.hits.filter(
    ({ coverage, missing = [] }) => coverage >= FAR_COVERAGE && asked - missing.length >= FAR_WORDS,
  );
  return hits.length === 0 ? undefined : { ...closest, hits, total: hits.length, direct: hits.length };
}

/** All that the question recognised is demanded first; where that is nobody, topics count like words. */
async function findOrganizations(query: Query, archive: Archive): Promise<Found<OrganizationHit>> {
  const options = { coverage: COVERAGE, size: PEOPLE_SIZE };
  const strict = await searchPage(archive.searchOrganizations, searchOf(query, options));
  return strict.total > 0
    ? strict
    : searchPage(archive.searchOrganizations, searchOf(query, { ...options, soft: true }));
}

/** Documents are found by the words of their titles, whatever else these words stand for. */
async function findMaterials(query: Query, archive: Archive): Promise<Found<MaterialHit>> {
  const spoken: Query = {
    ...query,
    words: [...new Set([...query.words, ...query.literal])],
    literal: [],
    filters: query.filters.filter(({ any }) => any.every(({ field }) => MATERIAL_FIELDS.has(field))),
  };
  if (spoken.words.length === 0 && query.want !== 'materials' && query.want !== 'published') {
    return { total: 0, direct: 0, hits: [], facets: [], terms: [], unknown: [] };
  }
  const found = await searchPage(
    archive.searchMaterials,
    searchOf(spoken, { coverage: COVERAGE, size: SIZE }),
  );
  const best = found.hits[0]?.coverage ?? 0;
  const hits = found.hits.filter(({ coverage }) => coverage >= best * 0.8);
  return found.total > SIZE ? found : { ...found, hits, total: hits.length, direct: hits.length };
}

/** First with all that the vocabulary recognised demanded, then with topics and groups counted like words. */
async function findSaid(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const options = { coverage: COVERAGE, size: SIZE, prefer: preferred(query), verbatim: true };
  const search = (one: Query, how: { readonly coverage: number; readonly soft?: boolean }) =>
    searchPage(archive.searchContributions, searchOf(one, { ...options, ...how }));
  if (query.want === 'meaning' && query.words.length === 0 && query.literal.length > 1) {
    // "What is the Cliff of 2025?": those who used the very words, before all who spoke of the topic behind them.
    const filters = query.filters.filter((one) => !isConcept(one));
    const literal = await search({ ...query, filters, words: query.literal }, { coverage: WHOLE });
    if (literal.total > 0) return literal;
  }
  const strict = query.words.length === 0 ? await search(query, { coverage: COVERAGE }) : undefined;
  if (strict && strict.total > 0) return strict;
  return search(query, { coverage: COVERAGE, soft: true });
}

/** How many people go on a page: fewer where each is shown with what they said. */
export function peopleSize(query: Query): number {
  const profile = query.filters.every(({ any }) =>
    any.every(({ field }) => ['by', 'from', 'part', 'session', 'date'].includes(field)),
  );
  return profile && query.words.length + query.phrases.length === 0 ? PEOPLE_SIZE : QUOTED_SIZE;
}

/** Who was at each of several events: people at the first who are also among those of the others. */
async function findPeopleOfAll(query: Query, archive: Archive): Promise<Found<PersonHit>> {
  const events = query.filters.filter(isEvent);
  const others = query.filters.filter((one) => !events.includes(one));
  const [first, ...rest] = events;
  const ofEvent = (event: Filter | undefined): Promise<Found<PersonHit>> =>
    archive.searchPeople(
      searchOf(
        { ...query, page: 1, filters: event === undefined ? others : [event, ...others] },
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

/** More people than any event has. */
const EVERYBODY = 10_000;
const isEvent = ({ any, not }: Filter): boolean =>
  !not && any.every(({ field }) => field === 'session' || field === 'source');

/** Of how many words one that stands nowhere in the archive is too many for a name to be given. */
const UNKNOWN_OF = 3;

/** Somebody's name is given only where little of the question is unknown: half of it is borne out by many. */
function certainAmong<One>(found: Found<One>, { words, literal }: Query): Found<One> {
  const asked = new Set([...words, ...literal]).size;
  const isSure = found.unknown.length === 0 || found.unknown.length * UNKNOWN_OF < asked;
  return isSure ? found : { ...found, hits: [], total: 0, direct: 0 };
}

/** What was said by voices without a name or by bodies, where that comes nearer to the question than what any person said. */
async function findVoices(
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

async function findPeople(query: Query, archive: Archive): Promise<Found<PersonHit>> {
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

/**
 * What tells a number or a date and is about all that was asked: a number beside half of it answers another question. All
 * that was recognised must hold, and most of the very words stand there; of a country it must be told by itself.
 */
async function findTelling(
  query: Query,
  tells: Condition,
  archive: Archive,
): Promise<Found<Hit<Contribution>>> {
  const worded: Query = { ...query, words: [...new Set([...query.words, ...query.literal])], literal: [] };
  // A share is plain enough where it is one of somebody, of some country or of some event.
  const placed = worded.filters.some(
    (one) => !one.not && !isConcept(one) && one.any.every(({ field }) => field !== 'has'),
  );
  const plain = tells.any.every(({ value }) => PLAIN_KINDS.has(value) || (value === 'share' && placed));
  const search = searchOf(worded, {
    coverage: plain ? PLAIN_WORDS : VERY_WORDS,
    size: SIZE,
    exact: 'counted',
    prefer: ['figure'],
  });
  const conditions = search.conditions.map((one) => ({
    ...one,
    any: one.not
      ? one.any
      : one.any.map((term) => (term.field === 'country' ? { ...term, field: 'alone' } : term)),
  }));
  const told = { ...search, conditions: [...conditions, tells] };
  const strict = await searchPage(archive.searchContributions, told);
  if (strict.total === 0) return strict;
  // Of the words that are left, most are there in other words.
  const { exact: _, ...other } = told;
  const near = await archive.searchContributions({
    ...other,
    coverage: plain ? PLAIN_COVERAGE : TELLING_COVERAGE,
    offset: 0,
    limit: MOST_TOLD,
  });
  const holding = new Set(near.hits.map(({ record }) => record.id));
  const all = await archive.searchContributions({ ...told, offset: 0, limit: MOST_TOLD });
  const hits = all.hits.filter(({ record }) => holding.has(record.id));
  const direct = hits.filter(({ relation }) => relation === 'direct').length;
  const offset = Math.min(told.offset, Math.floor(Math.max(0, hits.length - 1) / SIZE) * SIZE);
  return { ...all, total: hits.length, direct, hits: hits.slice(offset, offset + SIZE) };
}

/** What comes near a number that nobody gave: other numbers first, then what else was said. */
async function nearFigure(
  query: Query,
  tells: Condition,
  said: Found<Hit<Contribution>>,
  archive: Archive,
): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(query, { coverage: COVERAGE, size: CLOSEST, soft: true });
  const numbers = await archive.searchContributions({
    ...search,
    conditions: [...search.conditions, tells],
    offset: 0,
  });
  if (numbers.total > 0) return numbers;
  return said.total > 0 ? said : findClosest(query, archive);
}

/** Figures that are looked at; nobody pages further. */
const MOST_TOLD = 200;

/** Hits among which the most or the least is looked for. */
const EXTREME_OF = 50;
/** What matches less than this share of what the best one matches is another subject. */
const SAME_SUBJECT = 0.8;

/** Figures on one subject in one unit, the highest or the lowest first; of a poll its result is the most. */
async function findExtreme(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(
    { ...query, page: 1 },
    { coverage: COVERAGE, size: EXTREME_OF, soft: true, prefer: ['figure', 'poll'] },
  );
  const found = await archive.searchContributions({
    ...search,
    conditions: [...search.conditions, TELLS_NUMBER],
  });
  const valued = found.hits.filter(({ record }) => record.figure !== undefined || record.poll !== undefined);
  const [best] = valued;
  if (best === undefined) return { ...found, total: 0, direct: 0, hits: [] };
  const close = valued.filter(({ coverage }) => coverage >= best.coverage * SAME_SUBJECT);
  const unit = best.record.figure?.unit;
  const hits =
    best.record.poll !== undefined
      ? [best]
      : close
          .filter(({ record }) => dimensionOf(record.figure?.unit) === dimensionOf(unit))
          .sort((one, other) => figureValue(other) - figureValue(one));
  if (query.want === 'lowest') hits.reverse();
  return { ...found, total: hits.length, direct: hits.length, hits: hits.slice(0, SIZE) };
}

/** What kind of quantity a unit is of: only those of one kind can be more or less than each other. */
function dimensionOf(unit: string | undefined): string {
  const text = unit ?? '';
  if (/%|per ?cent|percentage/i.test(text)) return 'share';
  if (/\b(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i.test(text)) return 'time';
  if (/[$€£¥]|\b(?:dollars?|euros?|yen|pounds?|francs?|złoty|zł|rupees?)\b/i.test(text))
    return text.toLowerCase();
  return 'count';
}

const figureValue = ({ record }: Hit<Contribution>): number => record.figure?.value ?? 0;

/** Events by how many took part, for "which event had the most participants". */
async function attendedMost(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
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
async function eventsTellingOf(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
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
async function findSessions(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
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
  const told = named || words.some(isEventNoun);
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
