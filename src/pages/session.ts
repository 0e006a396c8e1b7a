/** The page of a session: an event, or a part of one. */

import type { Entry, EntryFact, ProgrammePart, Section, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Material, Session, SessionFact } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { formatDate, sessionDate } from '../saying/dates.ts';
import { seriesName } from '../saying/names.ts';
import { ancestry, personRef, sessionRef } from '../saying/refs.ts';
import { hostOf } from '../saying/session-facts.ts';
import { type StatedFact, statedOf } from '../saying/stated.ts';
import { claimOf, sectionsByKind, standing } from './claims.ts';
import { type Draft, finish, neighbours } from './draft.ts';
import { attendanceSection } from './sections.ts';
import { NONE, statedValue, textValue } from './values.ts';
import type { View } from './view.ts';

/** An event with more contributions than this shows those of its parts on the parts' own pages. */
const ALL_ON_ONE_PAGE = 60;

/**
 * Everything of an event or of a part of one. A part's date is its event's. Neighbours of an event are by date, of a
 * part the other parts.
 */
export function sessionEntry(session: Session, view: View): Entry {
  const { records } = view;
  const root = records.root(session.id) ?? session;
  const isRoot = root.id === session.id;
  const about = session.summary ?? session.abstract ?? '';
  const draft: Draft = {
    ref: sessionRef(session.id, view),
    kind: [isRoot ? view.says.pages.kind.event : view.says.pages.kind.part, session.kind].join(' · '),
    title: session.title,
    subtitle: [sessionDate(root, view), isRoot ? seriesName(session, view.says) : '']
      .filter((part) => part !== '')
      .join(' · '),
    lead: textValue(about, about === '' ? NONE : session.evidence, view),
    within: ancestry(session, view),
    facts: sessionFacts(session, view),
    sections: sessionSections(session, view),
    line: lineOf.open(session.id),
    ...neighbours(session.id, siblings(session, view), (id) => sessionRef(id, view)),
  };
  return finish(draft, view);
}

/** Parts beside a part; events beside an event, in the order of their dates. */
function siblings({ parent }: Session, { records, relations }: View): string[] {
  const all = parent === undefined ? [...relations.roots].reverse() : records.parts(parent);
  return all.map(({ id }) => id);
}

/** Facts that a page tells even where the sources leave them open, under the names that these are told by. */
const TOLD_OPEN: Readonly<Partial<Record<StatedFact, SessionFact>>> = {
  date: 'date',
  time: 'time',
  place: 'place',
  languages: 'languages',
  organizers: 'organizers',
  supporters: 'supporters',
  funders: 'funders',
  attendance: 'attendance',
};

/** The facts that a session has or says it lacks, in reading order. */
function sessionFacts(session: Session, view: View): EntryFact[] {
  const { fact } = view.says;
  const isOpen = (name: SessionFact | undefined): boolean =>
    name !== undefined && session.unstated.includes(name);
  const values = (name: StatedFact): Value[] =>
    statedOf(name, session, view).map((one) => statedValue(one, view));
  /** The values that a curator relates say so in the place of any note. */
  const related = (name: StatedFact): Value[] =>
    values(name).map((value) => ({ ...value, note: view.says.related }));
  const stated = (name: StatedFact & keyof typeof fact): (EntryFact | false)[] => {
    const all = values(name);
    return [(all.length > 0 || isOpen(TOLD_OPEN[name])) && { label: fact[name], values: all }];
  };
  const some = (label: string, all: readonly Value[]): (EntryFact | false)[] => [
    all.length > 0 && { label, values: all },
  ];
  const facts: (EntryFact | false)[] = [
    ...(['date', 'time', 'place', 'series', 'track', 'room', 'languages'] as const).flatMap(stated),
    ...(['organizers', 'supporters', 'funders', 'attendance'] as const).flatMap(stated),
    isOpen('appearances') && { label: fact.speakers, values: [] },
    isOpen('materials') && { label: view.says.pages.heading.materials, values: [] },
    ...(['goals', 'relatedGoals', 'lines', 'relatedLines'] as const).flatMap(stated),
    ...some(fact.topics, [...values('topics'), ...related('relatedTopics')]),
    ...some(fact.countries, [...values('countries'), ...related('relatedCountries')]),
    session.url !== undefined && {
      label: fact.eventPage,
      values: [{ ...textValue(hostOf(session.url), session.evidence, view), url: session.url }],
    },
    ...some(fact.link, values('links')),
    ...some(
      fact.aliases,
      session.aliases.map((alias) => textValue(alias, NONE, view)),
    ),
  ];
  return facts.filter((one) => one !== false);
}

function sessionSections(session: Session, view: View): Section[] {
  const { records } = view;
  const { heading, note } = view.says.pages;
  const sections: Section[] = [];
  const parts = programme(session.id, view);
  if (parts.length > 0)
    sections.push({ kind: 'programme', id: 'programme', heading: heading.programme, note: '', parts });
  sections.push(
    ...attendanceSection(heading.people, 'session', records.appearancesIn(session.id), view, {
      line: lineOf.ask({ session: session.id }, 'people'),
      session: session.id,
    }),
  );
  sections.push(...saidSections(session, view));
  if (records.contributionsIn(session.id).length === 0) {
    sections.push({ kind: 'values', id: 'said', heading: heading.said, note: note.nothingSaid, values: [] });
  }
  if (session.materials.length > 0) {
    sections.push({
      kind: 'values',
      id: 'materials',
      heading: heading.materials,
      note: '',
      values: session.materials.map((material) => materialValue(material, view)),
    });
  }
  return sections;
}

/** A part by kind; a small event part by part; of a large one what belongs to no part. */
function saidSections(session: Session, view: View): Section[] {
  const { records } = view;
  const all = records.contributionsIn(session.id);
  const line = lineOf.ask({ session: session.id });
  const own = all.filter((one) => one.session === session.id);
  if (records.parts(session.id).length === 0 || all.length > ALL_ON_ONE_PAGE) {
    return sectionsByKind(own, view, { omit: 'where', line });
  }
  const groups = new Map<string, typeof own>();
  for (const one of standing(all)) groups.set(one.session, [...(groups.get(one.session) ?? []), one]);
  if (groups.size === 0) return [];
  return [
    {
      kind: 'claims',
      id: 'said',
      heading: view.says.pages.counted(view.says.pages.heading.said, all.length),
      note: '',
      groups: [...groups].map(([id, claims]) => ({
        ...(id === session.id ? {} : { ref: sessionRef(id, view) }),
        claims: claims.map((one) => claimOf(one, view, { omit: 'where' })),
      })),
    },
  ];
}

function programme(id: string, view: View): ProgrammePart[] {
  const { records } = view;
  return records.parts(id).map((part) => ({
    ref: sessionRef(part.id, view),
    kind: part.kind,
    people: [...new Set(records.appearancesIn(part.id).map(({ person }) => person))].map((one) =>
      personRef(one, view),
    ),
    claims: records.contributionsIn(part.id).length,
    parts: programme(part.id, view),
  }));
}

function materialValue({ title, kind, url, date, publisher, note, evidence }: Material, view: View): Value {
  const published = date === undefined ? undefined : formatDate(date, view.locale);
  const about = [kind, publisher, published, note].filter((part) => part !== undefined).join(' · ');
  return { text: title, evidence: cite(evidence, view), note: about, ...(url === undefined ? {} : { url }) };
}
