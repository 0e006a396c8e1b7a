/** The page of a session: an event, or a part of one. */
import type { Entry, EntryFact, ProgrammePart, Section, Value } from '../answer/entry.ts';
import { lineOf } from '../answer/line.ts';
import type { Material, OrganizationRole, Session, SessionFact } from '../knowledge/model.ts';
import { cite } from '../saying/cite.ts';
import { formatDate, formatNumber, sessionDate, sessionTime } from '../saying/dates.ts';
import { seriesName } from '../saying/names.ts';
import { claimOf, sectionsByKind, standing } from './claims.ts';
import { type Draft, finish, neighbours } from './draft.ts';
import {
  actionLineRef,
  ancestry,
  countryRef,
  goalRef,
  linkedValues,
  NONE,
  organizationRef,
  personRef,
  refValue,
  sessionRef,
  textValue,
  topicRef,
} from './refs.ts';
import { attendanceSection } from './sections.ts';
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

/** The facts that a session has or says it lacks, in reading order. */
function sessionFacts(session: Session, view: View): EntryFact[] {
  const { fact } = view.says;
  const { date, time, place, series, attendance } = session;
  const isOpen = (name: SessionFact): boolean => session.unstated.includes(name);
  const facts: EntryFact[] = [];
  const add = (label: string, values: readonly Value[], name?: SessionFact): void => {
    if (values.length > 0 || (name !== undefined && isOpen(name))) facts.push({ label, values });
  };
  add(fact.date, date ? [textValue(sessionDate(session, view), date.evidence, view)] : [], 'date');
  add(fact.time, time ? [textValue(sessionTime(session), time.evidence, view)] : [], 'time');
  add(fact.place, place ? [textValue(placeName(place, view), place.evidence, view)] : [], 'place');
  add(fact.series, series ? [textValue(seriesName(session, view.says), series.evidence, view)] : []);
  add(fact.track, session.track ? [textValue(session.track, session.evidence, view)] : []);
  add(fact.room, session.room ? [textValue(session.room, session.evidence, view)] : []);
  const languages = session.languages.map(({ name, note, evidence }) =>
    textValue(name, evidence, view, note),
  );
  add(fact.languages, languages, 'languages');
  add(fact.organizers, roles(session.organizers, view), 'organizers');
  add(fact.supporters, roles(session.supporters, view), 'supporters');
  add(fact.funders, roles(session.funders, view), 'funders');
  if (attendance !== undefined || isOpen('attendance')) {
    add(fact.attendance, attendance ? [attendanceValue(attendance, view)] : [], 'attendance');
  }
  if (isOpen('appearances')) facts.push({ label: fact.speakers, values: [] });
  if (isOpen('materials')) facts.push({ label: view.says.pages.heading.materials, values: [] });
  add(fact.goals, linkedValues(session.sdgs, 'named', goalRef, view));
  add(fact.relatedGoals, linkedValues(session.sdgs, 'related', goalRef, view));
  add(fact.lines, linkedValues(session.actionLines, 'named', actionLineRef, view));
  add(fact.relatedLines, linkedValues(session.actionLines, 'related', actionLineRef, view));
  add(fact.topics, [
    ...linkedValues(session.topics, 'named', topicRef, view),
    ...linkedValues(session.topics, 'related', topicRef, view).map((value) => ({
      ...value,
      note: view.says.related,
    })),
  ]);
  add(
    fact.countries,
    session.countries.map(({ id, link, evidence }) =>
      refValue(countryRef(id, view), evidence, view, link === 'related' ? view.says.related : undefined),
    ),
  );
  add(
    fact.link,
    session.links.map(({ title, url }) => ({ ...textValue(title, session.evidence, view), url })),
  );
  add(
    fact.aliases,
    session.aliases.map((alias) => textValue(alias, NONE, view)),
  );
  return facts;
}

function placeName({ name, country }: NonNullable<Session['place']>, { records }: View): string {
  const where = records.country(country ?? '')?.name;
  return where === undefined || name.includes(where) ? name : `${name}, ${where}`;
}

function roles(all: readonly OrganizationRole[], view: View): Value[] {
  return all.map(({ organization, note, evidence }) =>
    refValue(organizationRef(organization, view), evidence, view, note),
  );
}

function attendanceValue(attendance: NonNullable<Session['attendance']>, view: View): Value {
  const { qualifier, value, note, evidence } = attendance;
  const count = [qualifier, formatNumber(value, view.locale)].filter((part) => part !== undefined).join(' ');
  return textValue(count, evidence, view, note);
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
