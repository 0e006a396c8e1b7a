/** The pages: every entry of the archive laid out for reading, lists of them, and the figures behind pictures. */
import type { EntryKind } from '../answer/address.ts';
import type {
  Bar,
  Entry,
  EntryResult,
  GoalMatrix,
  Listing,
  PeopleMatrix,
  RecommendationFilters,
  RecommendationList,
  Ref,
  Timeline,
} from '../answer/entry.ts';
import type { Archive } from '../archive/archive.ts';
import { LOCALES, type Locales } from '../locales/locales.ts';
import {
  actionLineRef,
  contributionRef,
  countryRef,
  goalRef,
  groupRef,
  organizationRef,
  personRef,
  sessionRef,
  sourceRef,
  topicRef,
} from '../saying/refs.ts';
import { foldTerm } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { addressees, goalMatrix, peopleMatrix, recommendedTopics, timeline } from './charts.ts';
import { contributionEntry } from './contribution.ts';
import { countryEntry } from './country.ts';
import { type ListKind, listOf } from './lists.ts';
import { organizationEntry } from './organization.ts';
import { personEntry } from './person.ts';
import { recommendationList } from './recommendations.ts';
import { sessionEntry } from './session.ts';
import { sourceEntry } from './source.ts';
import { actionLineEntry, goalEntry, groupEntry, topicEntry } from './terms.ts';
import { type View, viewOf } from './view.ts';

export type { ListKind } from './lists.ts';

/** What pages read. Every call looks at the newest revision; none throws for what is not there. */
export interface Pages {
  /** `locale`: BCP 47 tag of the reader, for dates and numbers; British English where absent. */
  entry(kind: EntryKind, id: string, locale?: string): Promise<EntryResult>;
  /** `page` from 1; past the end it is the last one. */
  list(kind: ListKind, page: number, locale?: string): Promise<Listing>;
  /** `page` from 1; past the end it is the last one. */
  recommendations(filters: RecommendationFilters, page: number, locale?: string): Promise<RecommendationList>;
  goals(locale?: string): Promise<GoalMatrix>;
  people(locale?: string): Promise<PeopleMatrix>;
  timeline(locale?: string): Promise<Timeline>;
  addressees(locale?: string): Promise<readonly Bar[]>;
  recommendedTopics(locale?: string): Promise<readonly Bar[]>;
}

interface Shelf {
  /** Every id, with the words of its name as an address has them: mostly the id itself. */
  names(view: View): readonly { readonly id: string; readonly name: string }[];
  ref(id: string, view: View): Ref;
  entry(id: string, view: View): Entry | undefined;
}

/** One kind of entry. `list`: all of them. */
function shelf<Id extends string | number, One extends { readonly id: Id }>(
  list: (view: View) => readonly One[],
  find: (id: string, view: View) => One | undefined,
  ref: (one: One, view: View) => Ref,
  entry: (one: One, view: View) => Entry,
  nameOf: (one: One) => string = ({ id }) => String(id),
): Shelf {
  return {
    names: (view) => list(view).map((one) => ({ id: String(one.id), name: nameOf(one) })),
    ref(id, view) {
      const one = find(id, view);
      return one === undefined ? { kind: 'session', id, label: id } : ref(one, view);
    },
    entry(id, view) {
      const one = find(id, view);
      return one === undefined ? undefined : entry(one, view);
    },
  };
}

const SHELVES: Readonly<Record<EntryKind, Shelf>> = {
  session: shelf(
    ({ knowledge }) => knowledge.sessions,
    (id, { records }) => records.session(id),
    ({ id }, view) => sessionRef(id, view),
    sessionEntry,
  ),
  person: shelf(
    ({ knowledge }) => knowledge.people,
    (id, { records }) => records.person(id),
    ({ id }, view) => personRef(id, view),
    personEntry,
  ),
  organization: shelf(
    ({ knowledge }) => knowledge.organizations,
    (id, { records }) => records.organization(id),
    ({ id }, view) => organizationRef(id, view),
    organizationEntry,
  ),
  contribution: shelf(
    ({ knowledge }) => knowledge.contributions,
    (id, { records }) => records.contribution(id),
    contributionRef,
    contributionEntry,
  ),
  topic: shelf(
    ({ knowledge }) => knowledge.topics,
    (id, { records }) => records.topic(id),
    ({ id }, view) => topicRef(id, view),
    topicEntry,
  ),
  group: shelf(
    ({ knowledge }) => knowledge.groups,
    (id, { records }) => records.group(id),
    ({ id }, view) => groupRef(id, view),
    groupEntry,
  ),
  goal: shelf(
    ({ knowledge }) => knowledge.goals,
    (id, { records }) => (/^[1-9]\d?$/.test(id) ? records.goal(Number(id)) : undefined),
    ({ id }, view) => goalRef(id, view),
    goalEntry,
  ),
  'action-line': shelf(
    ({ knowledge }) => knowledge.actionLines,
    (id, { records }) => records.actionLine(id),
    ({ id }, view) => actionLineRef(id, view),
    actionLineEntry,
  ),
  country: shelf(
    ({ knowledge }) => knowledge.countries,
    (id, { records }) => records.country(id),
    ({ id }, view) => countryRef(id, view),
    countryEntry,
    ({ name }) => foldTerm(name).replaceAll(' ', '-'),
  ),
  source: shelf(
    ({ knowledge }) => knowledge.sources,
    (id, { records }) => records.source(id),
    ({ id }, view) => sourceRef(id, view),
    sourceEntry,
  ),
};

/** Most entries that an unknown id may have meant. */
const NEAR = 5;

/** As much of an unknown id as is looked at. */
const LONGEST = 100;

/**
 * The pages over the archive that `archive` gives at each call. What a revision's pages rest on is built at its
 * first call.
 */
export function createPages(archive: () => Archive, locales: Locales = LOCALES): Pages {
  const viewFor = (locale: string | undefined): Promise<View> => viewOf(archive(), { locale, locales });
  return {
    async entry(kind, id, locale) {
      const view = await viewFor(locale);
      const entry = SHELVES[kind].entry(id, view);
      if (entry !== undefined) return { state: 'found', entry };
      const here = SHELVES[kind].names(view).find((one) => isTheSame(one, id));
      if (here !== undefined) return { state: 'moved', ref: SHELVES[kind].ref(here.id, view) };
      const moved = Object.values(SHELVES).find((other) => other.entry(id, view) !== undefined);
      if (moved !== undefined) return { state: 'moved', ref: moved.ref(id, view) };
      return { state: 'absent', near: nearTo(id, SHELVES[kind], view) };
    },
    list: async (kind, page, locale) => listOf(kind, page, await viewFor(locale)),
    recommendations: async (filters, page, locale) =>
      recommendationList(filters, page, await viewFor(locale)),
    goals: async (locale) => goalMatrix(await viewFor(locale)),
    people: async (locale) => peopleMatrix(await viewFor(locale)),
    timeline: async (locale) => timeline(await viewFor(locale)),
    addressees: async (locale) => addressees(await viewFor(locale)),
    recommendedTopics: async (locale) => recommendedTopics(await viewFor(locale)),
  };
}

/** An id written in another way, or the name of what has a code for an id: `/countries/jp`, `/countries/japan`. */
function isTheSame({ id, name }: { readonly id: string; readonly name: string }, asked: string): boolean {
  const wanted = foldTerm(asked.slice(0, LONGEST));
  return wanted !== '' && (foldTerm(id) === wanted || foldTerm(name) === wanted);
}

/** What an unknown id may have meant: one a slip away, else those that share most of its words. */
function nearTo(id: string, here: Shelf, view: View): Ref[] {
  const names = here.names(view);
  const known = names.map(({ name }) => name);
  const wanted = id.toLowerCase().slice(0, LONGEST);
  // Of two letters, everything as short is one slip away.
  const slip = wanted.length > 2 ? nearest(wanted, known) : undefined;
  const words = new Set(wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
  const sharing = known
    .map((one) => ({ one, shared: one.split('-').filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.one < b.one ? -1 : 1))
    .map(({ one }) => one);
  const near = [...new Set([...(slip === undefined ? [] : [slip]), ...sharing])].slice(0, NEAR);
  return near
    .flatMap((one) => names.find(({ name }) => name === one) ?? [])
    .map(({ id }) => here.ref(id, view));
}
