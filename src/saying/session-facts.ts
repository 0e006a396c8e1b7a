/** The facts of a session as labelled lines, and which of them its sources leave open. */
import type { Fact } from '../answer/answer.ts';
import type { Evidence, OrganizationRole, Session } from '../knowledge/model.ts';
import { words } from '../locales/en/answers.ts';
import type { Want } from '../reading/query.ts';
import type { Context } from './context.ts';
import { formatNumber, sessionDate, sessionTime, weekday } from './dates.ts';
import { appearanceName, fullName, roleOf, seriesName } from './names.ts';

/** A fact with the evidence for it. */
export interface CitedFact extends Fact {
  readonly evidence: readonly Evidence[];
}

/** A value with a side remark, whose full stop would stand in the middle of a line. */
function withNote(value: string, note: string | undefined): string {
  return note === undefined ? value : `${value} (${note.replace(/\.$/, '')})`;
}

type Reader = (session: Session, context: Context) => CitedFact[];

const organizations =
  (label: string, roles: (session: Session) => readonly OrganizationRole[]): Reader =>
  (session, { records }) => {
    const all = roles(session);
    if (all.length === 0) return [];
    const value = all
      .map(({ organization, note }) => {
        const record = records.organization(organization);
        return withNote(record ? fullName(record) : organization, note);
      })
      .join('; ');
    return [{ label, value, evidence: all.flatMap((one) => one.evidence) }];
  };

const people =
  (label: string, moderators: boolean): Reader =>
  (session, context) => {
    const all = context.records
      .appearancesIn(session.id)
      .filter(({ part }) => (part === 'moderator') === moderators);
    const seen = new Set<string>();
    const once = all.filter(({ person }) => !seen.has(person) && seen.add(person));
    if (once.length === 0) return [];
    // One moderator is told with the office held; a list of speakers only with their organizations.
    const value = once
      .map((one) =>
        moderators
          ? [context.records.person(one.person)?.name ?? one.person, roleOf(one, context)]
              .filter((part) => part !== '')
              .join(', ')
          : appearanceName(one, context),
      )
      .join('; ');
    return [{ label, value, evidence: once.flatMap((one) => one.evidence) }];
  };

const READERS: Readonly<Record<string, Reader>> = {
  // Who asks when is told the hour as well.
  date: (session, context) =>
    session.date
      ? [
          {
            label: words.fact.date,
            value: [
              session.date.until === undefined ? weekday(session.date.on) : '',
              sessionDate(session, context.locale),
            ]
              .filter((part) => part !== '')
              .join(', '),
            evidence: session.date.evidence,
          },
          ...factFor('time', session, context),
        ]
      : [],
  time: (session) =>
    session.time
      ? [{ label: words.fact.time, value: sessionTime(session), evidence: session.time.evidence }]
      : [],
  place: (session) =>
    session.place
      ? [{ label: words.fact.place, value: session.place.name, evidence: session.place.evidence }]
      : [],
  languages: (session) =>
    session.languages.length > 0
      ? [
          {
            label: words.fact.languages,
            value: session.languages.map(({ name, note }) => withNote(name, note)).join('; '),
            evidence: session.languages.flatMap((one) => one.evidence),
          },
        ]
      : [],
  organizers: organizations(words.fact.organizers, (session) => session.organizers),
  supporters: organizations(words.fact.supporters, (session) => session.supporters),
  funders: organizations(words.fact.funders, (session) => session.funders),
  attendance: (session, { locale }) => {
    if (!session.attendance) return [];
    const { value, qualifier, note, evidence } = session.attendance;
    const count = [qualifier, formatNumber(value, locale), note]
      .filter((part) => part !== undefined)
      .join(' ');
    return [{ label: words.fact.attendance, value: count, evidence }];
  },
  moderators: people(words.fact.moderators, true),
  speakers: people(words.fact.speakers, false),
  goals: (session, { records }) =>
    (['named', 'related'] as const).flatMap((link) => {
      const all = session.sdgs.filter((one) => one.link === link);
      if (all.length === 0) return [];
      const value = all
        .map(({ id, note }) =>
          withNote(`SDG ${id} ${records.goal(id)?.short.en ?? ''}`, link === 'named' ? note : undefined),
        )
        .join('; ');
      return [
        {
          label: link === 'named' ? words.fact.goals : words.fact.relatedGoals,
          value,
          evidence: all.flatMap((one) => one.evidence),
        },
      ];
    }),
  lines: (session, { vocabulary }) =>
    (['named', 'related'] as const).flatMap((link) => {
      const all = session.actionLines.filter((one) => one.link === link);
      if (all.length === 0) return [];
      const value = all.map(({ id }) => vocabulary.name('line', id) ?? id).join('; ');
      return [
        {
          label: link === 'named' ? words.fact.lines : words.fact.relatedLines,
          value,
          evidence: all.flatMap((one) => one.evidence),
        },
      ];
    }),
  materials: (session) =>
    session.materials.map(({ title, url, date, evidence }) => ({
      label: words.kind.material,
      value: date ? `${title}, ${date}` : title,
      ...(url ? { url } : {}),
      evidence,
    })),
  countries: (session, { records }) => {
    const all = session.countries.filter(({ link }) => link === 'named');
    if (all.length === 0) return [];
    const value = all.map(({ id, note }) => withNote(records.country(id)?.name ?? id, note)).join('; ');
    return [{ label: words.fact.countries, value, evidence: all.flatMap((one) => one.evidence) }];
  },
  summary: (session) => {
    const value = session.summary ?? session.abstract;
    return value === undefined ? [] : [{ label: words.fact.summary, value, evidence: session.evidence }];
  },
  track: (session) =>
    session.track ? [{ label: words.fact.track, value: session.track, evidence: session.evidence }] : [],
  room: (session) =>
    session.room ? [{ label: words.fact.room, value: session.room, evidence: session.evidence }] : [],
  links: (session) =>
    session.links.map(({ title, url }) => ({
      label: words.fact.link,
      value: title,
      url,
      evidence: session.evidence,
    })),
  series: (session) =>
    session.series
      ? [{ label: words.fact.series, value: seriesName(session), evidence: session.series.evidence }]
      : [],
};

/** What of a session answers a question; empty where its sources do not state it. */
export function factFor(want: Want, session: Session, context: Context): CitedFact[] {
  return READERS[want]?.(session, context) ?? [];
}

/** True where some reader answers `want`. */
export function isSessionFact(want: Want | undefined): want is Want {
  return want !== undefined && Object.hasOwn(READERS, want);
}

const ALL = [
  'time',
  'place',
  'track',
  'room',
  'languages',
  'organizers',
  'supporters',
  'funders',
  'attendance',
  'moderators',
  'speakers',
  'goals',
  'lines',
  'materials',
  'links',
] as const;

/** Everything stated of a session, then what is left open; with the evidence for all of it. */
export function sessionFacts(session: Session, context: Context): { facts: Fact[]; evidence: Evidence[] } {
  // Parts are shown with their own people.
  const inParts = context.records
    .parts(session.id)
    .some((part) => context.records.appearancesIn(part.id).length > 0);
  const shown = inParts ? ALL.filter((name) => name !== 'speakers') : ALL;
  const cited = shown.flatMap((name) => READERS[name]?.(session, context) ?? []);
  const facts: Fact[] = cited.map(({ label, value, url }) => ({ label, value, ...(url ? { url } : {}) }));
  if (session.unstated.length > 0) {
    const open = session.unstated.map((fact) => (words.factIn[fact] ?? fact).replace(/^(?:the|its) /, ''));
    facts.push({ label: words.fact.unstated, value: open.join(', ') });
  }
  return { facts, evidence: cited.flatMap((one) => one.evidence) };
}
