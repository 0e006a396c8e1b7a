/** What is stated of a session, each fact built once: answers tell it in a line, pages lay it out with its links. */
import type { Ref } from '../answer/entry.ts';
import type { Evidence, Link, Linked, Session } from '../knowledge/model.ts';
import type { Context } from './context.ts';
import { formatNumber, sessionDate, sessionTime } from './dates.ts';
import { fullName, seriesName } from './names.ts';
import { actionLineRef, countryRef, goalRef, organizationRef, topicRef } from './refs.ts';

/** One value of a fact. */
export interface Stated {
  /** As it stands in a line. */
  readonly text: string;
  /** As it stands by itself, where there is room for more. */
  readonly fuller?: string;
  /** More about it, in a curator's words. */
  readonly note?: string;
  /** The entry that it is. */
  readonly ref?: Ref;
  readonly url?: string;
  readonly evidence: readonly Evidence[];
}

type Reader = (session: Session, context: Context) => readonly Stated[];

const noted = (note: string | undefined): { readonly note?: string } => (note === undefined ? {} : { note });

/** A fact of one value, where it is stated. */
function one(text: string | undefined, evidence: readonly Evidence[] | undefined): Stated[] {
  return text === undefined || evidence === undefined ? [] : [{ text, evidence }];
}

const organizations =
  (role: 'organizers' | 'supporters' | 'funders'): Reader =>
  (session, context) =>
    session[role].map(({ organization: id, note, evidence }) => {
      const ref = organizationRef(id, context);
      const known = context.records.organization(id);
      return { text: known ? fullName(known) : id, ref, evidence, ...noted(note) };
    });

/** The links of one kind, each as the entry that it leads to; `textOf` where a line calls it otherwise. */
function linked<Id extends string | number>(
  all: readonly Linked<Id>[],
  link: Link,
  context: Context,
  refOf: (id: Id, context: Context) => Ref,
  textOf: (id: Id) => string | undefined = () => undefined,
): Stated[] {
  return all
    .filter((each) => each.link === link)
    .map(({ id, note, evidence }) => {
      const ref = refOf(id, context);
      return { text: textOf(id) ?? ref.label, ref, evidence, ...noted(note) };
    });
}

const goals =
  (link: Link): Reader =>
  ({ sdgs }, context) =>
    linked(sdgs, link, context, goalRef, (id) =>
      context.says.goal.named(id, context.records.goal(id)?.short.en ?? ''),
    );

const lines =
  (link: Link): Reader =>
  ({ actionLines }, context) =>
    linked(actionLines, link, context, actionLineRef, (id) => context.vocabulary.name('line', id));

const READERS = {
  date: (session, context) => one(session.date && sessionDate(session, context), session.date?.evidence),
  time: (session) => one(session.time && sessionTime(session), session.time?.evidence),
  place({ place }, { records }) {
    if (place === undefined) return [];
    const country = records.country(place.country ?? '')?.name;
    const { name, evidence } = place;
    const known = country === undefined || name.includes(country);
    return [{ text: name, evidence, ...(known ? {} : { fuller: `${name}, ${country}` }) }];
  },
  series: (session, { says }) => one(session.series && seriesName(session, says), session.series?.evidence),
  track: ({ track, evidence }) => one(track, evidence),
  room: ({ room, evidence }) => one(room, evidence),
  languages: ({ languages }) =>
    languages.map(({ name, note, evidence }) => ({ text: name, evidence, ...noted(note) })),
  organizers: organizations('organizers'),
  supporters: organizations('supporters'),
  funders: organizations('funders'),
  attendance({ attendance }, { locale }) {
    if (attendance === undefined) return [];
    const { value, qualifier, note, evidence } = attendance;
    const text = [qualifier, formatNumber(value, locale)].filter((part) => part !== undefined).join(' ');
    return [{ text, evidence, ...noted(note) }];
  },
  goals: goals('named'),
  relatedGoals: goals('related'),
  lines: lines('named'),
  relatedLines: lines('related'),
  topics: ({ topics }, context) => linked(topics, 'named', context, topicRef),
  relatedTopics: ({ topics }, context) => linked(topics, 'related', context, topicRef),
  countries: ({ countries }, context) => linked(countries, 'named', context, countryRef),
  relatedCountries: ({ countries }, context) => linked(countries, 'related', context, countryRef),
  links: ({ links, evidence }) => links.map(({ title, url }) => ({ text: title, url, evidence })),
} as const satisfies Readonly<Record<string, Reader>>;

export type StatedFact = keyof typeof READERS;

/** The values of a fact of a session; none where its sources do not state it. */
export function statedOf(fact: StatedFact, session: Session, context: Context): readonly Stated[] {
  return READERS[fact](session, context);
}
