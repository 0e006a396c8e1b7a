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
import type { Contribution } from '../knowledge/model.ts';
import type { Query, Want } from '../reading/query.ts';
import { lookNear, type Near } from '../saying/near.ts';
import { isSessionFact } from '../saying/session-facts.ts';
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
/** A document that holds this much of what was asked is what was asked for. */
const CERTAIN = 0.55;
/** Conditions that documents can meet; the others are words of their titles. */
const MATERIAL_FIELDS: ReadonlySet<string> = new Set(['session', 'source', 'date']);

/** What was found, and as what it is to be shown. */
export type Findings =
  | { readonly kind: 'said'; readonly found: Found<Hit<Contribution>> }
  /** A figure was asked for and none is stated; what is near instead. */
  | { readonly kind: 'figureless'; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'people'; readonly found: Found<PersonHit> }
  | {
      readonly kind: 'facts';
      readonly want: Want;
      readonly sessions: readonly SessionHit[];
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'materials'; readonly found: Found<MaterialHit> }
  | { readonly kind: 'sessions'; readonly found: Found<SessionHit> }
  | { readonly kind: 'organizations'; readonly found: Found<OrganizationHit> }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'count'; readonly counts: Counts }
  | { readonly kind: 'nothing'; readonly near: Near; readonly unknown: readonly string[] };

/** Kinds of contribution that a question is best answered with. */
function preferred(want: Want | undefined): readonly string[] {
  if (want === 'figure') return ['figure'];
  if (want === 'meaning') return ['practice', 'statement'];
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
    if (sessions.length > 0) return { kind: 'facts', want, sessions, unknown };
  }
  if (want === 'people' || want === 'role') {
    const found = await findPeople(query, archive);
    if (found.total > 0) return { kind: 'people', found };
  }
  const { subject, tells } = splitFigure(query);
  const said = await findSaid(subject, archive);
  if (said.total > 0 && want === 'figure') {
    const search = searchOf(subject, {
      coverage: COVERAGE,
      size: SIZE,
      soft: true,
      prefer: preferred(want),
    });
    const numbers = await searchPage(archive.searchContributions, {
      ...search,
      conditions: [...search.conditions, tells],
    });
    return numbers.total > 0 ? { kind: 'said', found: numbers } : { kind: 'figureless', found: said };
  }
  if (said.total > 0) return { kind: 'said', found: said };
  const named = query.filters.some(({ any }) => any.some(({ field }) => field === 'by' || field === 'from'));
  const spoken = want === 'people' || named;
  const materials = spoken ? undefined : await findMaterials(query, archive);
  if (
    materials !== undefined &&
    materials.total > 0 &&
    materials.hits.some(({ coverage }) => coverage >= CERTAIN)
  )
    return { kind: 'materials', found: materials };
  // Words about an event itself ("WSIS forum"), or of its abstract where nobody wrote down what was said; but what somebody
  // did not say is not answered with where they were.
  if (!named && (want === undefined || want === 'meaning' || want === 'people')) {
    for (const by of want === 'people' ? (['everything'] as const) : (['identity', 'everything'] as const)) {
      const sessions = await searchPage(
        (search) => archive.searchSessions(search, by),
        searchOf(query, { coverage: EVENT_COVERAGE, size: SIZE }),
      );
      if (sessions.direct > 0 && query.words.length > 0 && sessions.unknown.length === 0)
        return { kind: 'sessions', found: sessions };
    }
  }
  const near = await lookNear(
    query,
    archive,
    async (wider) => (await findSaid({ ...wider, page: 1 }, archive)).total > 0,
  );
  return { kind: 'nothing', near, unknown: said.unknown };
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
  const options = { coverage: COVERAGE, size: SIZE, prefer: preferred(query.want) };
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

async function findPeople(query: Query, archive: Archive): Promise<Found<PersonHit>> {
  const options = { coverage: COVERAGE, size: peopleSize(query) };
  const strict = await searchPage(archive.searchPeople, searchOf(query, options));
  if (strict.total > 0) return strict;
  const soft = await searchPage(archive.searchPeople, searchOf(query, { ...options, soft: true }));
  // "Who proposed …" may ask who brought something up: not only recommendations.
  const kinds = query.filters.filter(({ any }) => any.some(({ field }) => field === 'kind'));
  if (soft.total > 0 || kinds.length === 0) return soft;
  return findPeople({ ...query, filters: query.filters.filter((one) => !kinds.includes(one)) }, archive);
}

/** The session that a question is about: the best one, or several that fit about as well. */
async function findSessions(query: Query, archive: Archive): Promise<readonly SessionHit[]> {
  // A session that is named by its title, number or series needs no further words.
  const named = query.filters.some(({ any, not }) => !not && any.some(({ field }) => field === 'session'));
  const search: Search = searchOf(
    {
      ...query,
      page: 1,
      ...(named ? { words: [], filters: query.filters.filter((one) => !isConcept(one)) } : {}),
    },
    { coverage: SESSION_COVERAGE, size: SIZE, soft: true },
  );
  const { hits } = await archive.searchSessions(search, 'identity');
  const [best] = hits;
  if (!best || best.relation === 'related') return [];
  return hits.filter(
    ({ score, coverage, relation }) =>
      relation === 'direct' &&
      score >= best.score * SESSION_RIVAL &&
      coverage >= best.coverage * SAME_COVERAGE,
  );
}
