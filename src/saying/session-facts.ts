/** The facts of a session as labelled lines, and which of them its sources leave open. */
import type { Fact } from '../answer/answer.ts';
import type { Evidence, OrganizationRole, Session } from '../knowledge/model.ts';
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
  (role: 'organizers' | 'supporters' | 'funders'): Reader =>
  (session, { records, says }) => {
    const all: readonly OrganizationRole[] = session[role];
    if (all.length === 0) return [];
    const value = all
      .map(({ organization, note }) => {
        const record = records.organization(organization);
        return withNote(record ? fullName(record) : organization, note);
      })
      .join('; ');
    return [{ label: says.fact[role], value, evidence: all.flatMap((one) => one.evidence) }];
  };

const people =
  (role: 'moderators' | 'speakers'): Reader =>
  (session, context) => {
    const moderators = role === 'moderators';
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
    return [{ label: context.says.fact[role], value, evidence: once.flatMap((one) => one.evidence) }];
  };

const READERS: Readonly<Record<string, Reader>> = {
  // Who asks when is told the hour as well.
  date: (session, context) =>
    session.date
      ? [
          {
            label: context.says.fact.date,
            value: [
              session.date.until === undefined ? weekday(session.date.on, context.locale) : '',
              sessionDate(session, context),
            ]
              .filter((part) => part !== '')
              .join(', '),
            evidence: session.date.evidence,
          },
          ...factFor('time', session, context),
        ]
      : [],
  time: (session, context) =>
    session.time
      ? [{ label: context.says.fact.time, value: sessionTime(session), evidence: session.time.evidence }]
      : [],
  place: (session, context) =>
    session.place
      ? [{ label: context.says.fact.place, value: session.place.name, evidence: session.place.evidence }]
      : [],
  languages: (session, context) =>
    session.languages.length > 0
      ? [
          {
            label: context.says.fact.languages,
            value: session.languages.map(({ name, note }) => withNote(name, note)).join('; '),
            evidence: session.languages.flatMap((one) => one.evidence),
          },
        ]
      : [],
  organizers: organizations('organizers'),
  supporters: organizations('supporters'),
  funders: organizations('funders'),
  attendance: (session, { locale, says }) => {
    if (!session.attendance) return [];
    const { value, qualifier, note, evidence } = session.attendance;
    const count = [qualifier, formatNumber(value, locale), note]
      .filter((part) => part !== undefined)
      .join(' ');
    return [{ label: says.fact.attendance, value: count, evidence }];
  },
  moderators: people('moderators'),
  speakers: people('speakers'),
  goals: (session, { records, says }) =>
    (['named', 'related'] as const).flatMap((link) => {
      const all = session.sdgs.filter((one) => one.link === link);
      if (all.length === 0) return [];
      const value = all
        .map(({ id, note }) =>
          withNote(
            says.goal.named(id, records.goal(id)?.short.en ?? ''),
            link === 'named' ? note : undefined,
          ),
        )
        .join('; ');
      return [
        {
          label: link === 'named' ? says.fact.goals : says.fact.relatedGoals,
          value,
          evidence: all.flatMap((one) => one.evidence),
        },
      ];
    }),
  lines: (session, { vocabulary, says }) =>
    (['named', 'related'] as const).flatMap((link) => {
      const all = session.actionLines.filter((one) => one.link === link);
      if (all.length === 0) return [];
      const value = all.map(({ id }) => vocabulary.name('line', id) ?? id).join('; ');
      return [
        {
          label: link === 'named' ? says.fact.lines : says.fact.relatedLines,
          value,
          evidence: all.flatMap((one) => one.evidence),
        },
      ];
    }),
  materials: (session, { says }) =>
    session.materials.map(({ title, url, date, evidence }) => ({
      label: says.kind.material,
      value: date ? `${title}, ${date}` : title,
      ...(url ? { url } : {}),
      evidence,
    })),
  countries: (session, { records, says }) => {
    const all = session.countries.filter(({ link }) => link === 'named');
    if (all.length === 0) return [];
    const value = all.map(({ id, note }) => withNote(records.country(id)?.name ?? id, note)).join('; ');
    return [{ label: says.fact.countries, value, evidence: all.flatMap((one) => one.evidence) }];
  },
  summary: (session, { says }) => {
    const value = session.summary ?? session.abstract;
    return value === undefined ? [] : [{ label: says.fact.summary, value, evidence: session.evidence }];
  },
  track: (session, { says }) =>
    session.track ? [{ label: says.fact.track, value: session.track, evidence: session.evidence }] : [],
  room: (session, { says }) =>
    session.room ? [{ label: says.fact.room, value: session.room, evidence: session.evidence }] : [],
  links: (session, { says }) =>
    session.links.map(({ title, url }) => ({
      label: says.fact.link,
      value: title,
      url,
      evidence: session.evidence,
    })),
  series: (session, { says }) =>
    session.series
      ? [{ label: says.fact.series, value: seriesName(session, says), evidence: session.series.evidence }]
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
    const open = session.unstated.map((fact) => context.says.factOpen[fact] ?? fact);
    facts.push({ label: context.says.fact.unstated, value: open.join(', ') });
  }
  return { facts, evidence: cited.flatMap((one) => one.evidence) };
}
