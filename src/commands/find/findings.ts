/** What a question finds: looked for where its wording says, then in what was said, then in what is near. */
import type {
  Archive,
  Found,
  Hit,
  MaterialHit,
  OrganizationHit,
  PersonHit,
  SessionHit,
} from '../../archive/archive.ts';
import type { Contribution, Person } from '../../knowledge/model.ts';
import { AHEAD } from '../../lexicon/en/events.ts';
import type { Query, Want } from '../../reading/query.ts';
import { lookNear, type Near } from '../../saying/near.ts';
import { isSessionFact } from '../../saying/session-facts.ts';
import { isWeakWord } from '../../text/weak-words.ts';
import { type Comparison, findComparison } from '../compare.ts';
import { type Counts, count } from '../count.ts';
import { isConcept, searchOf } from '../search.ts';
import { allTerms, type Terms } from '../terms.ts';
import { attendedMost, eventsTellingOf, findEvents, findSessions } from './events.ts';
import { findExtreme, findTelling, nearFigure, splitFigure, TELLS_DATE } from './figures.ts';
import { findMaterials } from './materials.ts';
import { COVERAGE, HAS_MAKER, SIZE, WHOLE } from './measures.ts';
import { certainAmong, findOrganizations, findPeople, findToldOf, findVoices } from './people.ts';
import { answeringAmong, findAnnounced, findClosest, findSaid } from './said.ts';

/** A document that holds this much of what was asked is what was asked for. */
const CERTAIN = 0.55;

/** How much of a question what was said must match to be nearer than an event of which it was not said. */
const NEAR_ENOUGH = 0.3;

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
  /** All topics, goals, action lines or countries that the archive has something on. */
  | { readonly kind: 'terms'; readonly terms: Terms }
  | { readonly kind: 'organizations'; readonly found: Found<OrganizationHit> }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'count'; readonly counts: Counts }
  /** Who somebody is, where nothing that they said was asked for. */
  | { readonly kind: 'profiles'; readonly people: readonly Person[] }
  /** Nothing meets all of it; what comes nearest. */
  | { readonly kind: 'closest'; readonly found: Found<Hit<Contribution>> }
  | { readonly kind: 'nothing'; readonly near: Near; readonly unknown: readonly string[] };

/** "How do firms cope with a four-day week?": whatever else was said of firms answers nothing of that. */
function isGroupAlone({ filters, words }: Query, { hits: [first] }: Found<Hit<Contribution>>): boolean {
  const [only, ...others] = filters;
  const asked = words.filter((word) => !isWeakWord(word));
  return (
    first !== undefined &&
    asked.length > 0 &&
    others.length === 0 &&
    only !== undefined &&
    !only.not &&
    only.any.every(({ field }) => field === 'group') &&
    asked.every((word) => first.missing?.includes(word))
  );
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
  const terms = allTerms(query, archive);
  if (terms !== undefined) return { kind: 'terms', terms: await terms };
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
    // Of an event to come, what was said of it at others is all that the archive knows.
    const announced = ahead ? await findAnnounced(query, archive) : undefined;
    if (announced !== undefined) return { kind: 'said', found: announced };
    if (sessions.length > 0) return { kind: 'facts', want, sessions, unknown, ahead };
    // Which countries a project looked at stands with the event that told of it.
    const about = want === 'countries' ? await eventsTellingOf(query, archive) : [];
    if (about.length > 0) return { kind: 'facts', want, sessions: about, unknown, ahead };
  }
  if (want === 'people' || want === 'role') {
    const found = certainAmong(await findPeople(query, archive), query);
    const voices = found.total > 0 ? await findVoices(query, found, archive) : undefined;
    if (voices !== undefined) return { kind: 'said', found: voices };
    if (found.total > 0) return { kind: 'people', found };
  }
  const { subject, tells } = splitFigure(query);
  const found = await findSaid(subject, archive);
  const said = isGroupAlone(subject, found) ? { ...found, total: 0, direct: 0, hits: [] } : found;
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
  const named = query.filters.some(({ any }) =>
    any.some(({ field }) => field === 'by' || field === 'from' || field === 'kind'),
  );
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
  const answers = isGroupAlone(query, closest) ? undefined : answeringAmong(query, closest);
  if (answers !== undefined) return { kind: 'said', found: answers };
  // … or of its abstract where nobody wrote down what was said.
  const isNear = want !== 'people' && (closest.hits[0]?.coverage ?? 0) >= NEAR_ENOUGH;
  const abstracts = asksEvents && !isNear ? await findEvents(query, 'everything', archive) : undefined;
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
