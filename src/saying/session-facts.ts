/** The facts of a session as labelled lines, and which of them its sources leave open. */
import type { Fact } from '../answer/answer.ts';
import type { Appearance, Evidence, Session } from '../knowledge/model.ts';
import type { Want } from '../reading/query.ts';
import type { Context } from './context.ts';
import { weekday } from './dates.ts';
import { appearanceName, roleOf } from './names.ts';
import { type Stated, type StatedFact, statedOf } from './stated.ts';

/** A fact with the evidence for it. */
export interface CitedFact extends Fact {
  /** The value without its remarks, where it has some. */
  readonly brief?: string;
  /** The remarks by themselves. */
  readonly notes?: readonly string[];
  /** Each value by itself, without remarks, where there are several. */
  readonly values?: readonly string[];
  readonly evidence: readonly Evidence[];
}

type Reader = (session: Session, context: Context) => CitedFact[];

/** A value with a side remark, whose full stop would stand in the middle of a line. */
function withNote({ text, note }: Stated): string {
  return note === undefined ? text : `${text} (${note.replace(/\.$/, '')})`;
}

const bare = ({ text }: Stated): string => text;

/** One line with all values of a fact; none where there are none. */
function lineWith(label: string, values: readonly Stated[], write: (value: Stated) => string): CitedFact[] {
  if (values.length === 0) return [];
  const value = values.map(write).join('; ');
  const brief = values.map(({ text }) => text).join('; ');
  const notes = values.flatMap(({ note }) => note ?? []);
  return [
    {
      label,
      value,
      ...(notes.length > 0 && brief !== value ? { brief, notes } : {}),
      ...(values.length > 1 ? { values: values.map(({ text }) => text) } : {}),
      evidence: values.flatMap(({ evidence }) => evidence),
    },
  ];
}

/** What is stated under the names of facts, a line each. */
const stated =
  (names: readonly (StatedFact & keyof Context['says']['fact'])[], write = bare): Reader =>
  (session, context) =>
    names.flatMap((name) => lineWith(context.says.fact[name], statedOf(name, session, context), write));

const people =
  (role: 'moderators' | 'speakers'): Reader =>
  (session, context) => {
    const moderators = role === 'moderators';
    const all = context.records
      .appearancesIn(session.id)
      .filter(({ part }) => (part === 'moderator') === moderators);
    const seen = new Set<string>();
    const once = all.filter(({ person }) => !seen.has(person) && seen.add(person));
    // One moderator is told with the office held; a list of speakers only with their organizations.
    const values = once.map((one) => ({
      text: moderators
        ? [context.records.person(one.person)?.name ?? one.person, roleOf(one, context)]
            .filter((part) => part !== '')
            .join(', ')
        : appearanceName(one, context, isOfOrganizer(one, session) ? 'short' : 'full'),
      evidence: one.evidence,
    }));
    return lineWith(context.says.fact[role], values, bare);
  };

/** Who organized an event is named in full beside who spoke: there their own people need no more than its short name. */
const isOfOrganizer = ({ organization }: Appearance, { organizers }: Session): boolean =>
  organizers.some((one) => one.organization === organization);

/** Whose page an address is of: the whole of it is longer than a phone is wide. */
export const hostOf = (url: string): string => new URL(url).hostname;

const READERS: Readonly<Record<string, Reader>> = {
  // Who asks when is told the day of the week, and the hour.
  date(session, context) {
    const { date } = session;
    if (date === undefined) return [];
    const day = date.until === undefined ? weekday(date.on, context.locale) : '';
    const write = ({ text }: Stated): string => [day, text].filter((part) => part !== '').join(', ');
    return [...stated(['date'], write)(session, context), ...stated(['time'])(session, context)];
  },
  time: stated(['time']),
  place: stated(['place']),
  languages: stated(['languages'], withNote),
  organizers: stated(['organizers'], withNote),
  supporters: stated(['supporters'], withNote),
  funders: stated(['funders'], withNote),
  attendance: stated(['attendance'], withNote),
  moderators: people('moderators'),
  speakers: people('speakers'),
  goals: (session, context) => [
    ...stated(['goals'], withNote)(session, context),
    ...stated(['relatedGoals'])(session, context),
  ],
  lines: stated(['lines', 'relatedLines']),
  materials: (session, { says }) =>
    session.materials.map(({ title, url, date, evidence }) => ({
      label: says.kind.material,
      value: date ? `${title}, ${date}` : title,
      ...(url ? { url } : {}),
      evidence,
    })),
  countries: stated(['countries'], withNote),
  summary: (session, { says }) => {
    const value = session.summary ?? session.abstract;
    return value === undefined ? [] : [{ label: says.fact.summary, value, evidence: session.evidence }];
  },
  track: stated(['track']),
  room: stated(['room']),
  links: (session, context) => [
    ...(session.url === undefined
      ? []
      : [
          {
            label: context.says.fact.eventPage,
            value: hostOf(session.url),
            url: session.url,
            evidence: session.evidence,
          },
        ]),
    ...statedOf('links', session, context).map(({ text, url, evidence }) => ({
      label: context.says.fact.link,
      value: text,
      ...(url ? { url } : {}),
      evidence,
    })),
  ],
  series: stated(['series']),
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
  // Remarks are for who asks for one fact; here they would bury the facts.
  const facts: Fact[] = cited.flatMap(({ label, value, brief, url }): Fact[] =>
    brief === undefined
      ? [{ label, value, ...(url ? { url } : {}) }]
      : [
          { label, value: brief },
          { label, value, quiet: true },
        ],
  );
  if (session.unstated.length > 0) {
    const open = session.unstated.map((fact) => context.says.factOpen[fact] ?? fact);
    facts.push({ label: context.says.fact.unstated, value: open.join(', '), quiet: true });
  }
  return { facts, evidence: cited.flatMap((one) => one.evidence) };
}
