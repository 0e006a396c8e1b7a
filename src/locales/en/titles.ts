/** Titles and first sentences: what was found, what was not, what no document states, what could not be read. */
import type { ToldConditions } from '../values.ts';
import { labels } from './labels.ts';
import { capital, either, grouped, list, plural } from './plural.ts';
import { subjectText, titleText } from './understood.ts';

/** What a list holds: how many, of what, on which subject, and how many more are only related. */
const counted = (
  count: number,
  related: number,
  [one, many]: readonly [string, string],
  conditions: ToldConditions,
): string => {
  if (count === 0)
    return `${plural(related, `related ${one}`, `related ${many}`)}${titleText(conditions)}; no source names it`;
  const direct = `${plural(count, one, many)}${titleText(conditions)}`;
  return related === 0 ? direct : `${direct}, ${grouped(related)} more related`;
};

/** What is counted on a subject: "13 recommendations on skills". */
const countOf =
  (one: string, many = `${one}s`) =>
  (count: number, conditions: ToldConditions = []): string =>
    `${plural(count, one, many)}${titleText(conditions)}`;

/** Facts that need no label. */
const BARE_FACTS: ReadonlySet<string> = new Set(['date', 'time', 'place', 'summary', 'series']);

/** Conditions that a title can tell of its noun: an organization is of a country, and not on it. */
const withoutKinds = (
  conditions: ToldConditions,
  kinds: readonly ToldConditions[number]['kind'][],
): ToldConditions => conditions.filter(({ kind }) => !kinds.includes(kind));

const quotedList = (words: readonly string[]): string => list(words.map((word) => `“${word}”`));

/** A figure as a source gives it. */
interface ToldFigure {
  /** Ready to print: "450,000". */
  readonly value: string;
  readonly unit: string;
  readonly qualifier?: string;
  readonly subject: string;
  readonly year?: string;
}

/** "Some 450,000 IT specialists" */
const amountOf = ({ qualifier = '', value, unit }: ToldFigure): string =>
  [qualifier, value, unit].filter((part) => part !== '').join(' ');

/** "expected shortage in Japan": a subject beside its unit need not name the unit again. */
const besideUnit = ({ subject, unit }: ToldFigure): string => {
  const again = subject.indexOf(` of ${unit}`);
  return again > 0 ? subject.slice(0, again) + subject.slice(again + unit.length + 4) : subject;
};

/** What a subject says behind its unit, where it begins with the words that the unit ends with: "per cent of GDP" + " from trade". */
const afterUnit = ({ subject, unit }: ToldFigure): string | undefined => {
  const words = unit.split(' ');
  const ends = words.map((_, place) => words.slice(place).join(' '));
  const end = ends.find((one) => one !== '' && `${subject} `.startsWith(`${one} `));
  return end === undefined ? undefined : subject.slice(end.length);
};

export const titles = {
  /** Heads what is only related: what was asked for is what its sources do not name. */
  relatedGroup: (conditions: ToldConditions) =>
    `Related only: the source does not name ${subjectText(conditions) || 'it'}`,
  found: {
    newestSessions: (count: number) => `${plural(count, 'session')}, the newest first`,
    /** All of a kind that the archive knows, by what they are. */
    allTerms: {
      topic: (count: number) => `${plural(count, 'topic')} in this archive`,
      sdg: (count: number) => `${plural(count, 'goal')} that this archive touches`,
      line: (count: number) => `${plural(count, 'action line')} that this archive touches`,
      country: (count: number) => `${plural(count, 'country', 'countries')} in this archive`,
    },
    sessions: (count: number, related: number, conditions: ToldConditions) =>
      counted(count, related, ['session', 'sessions'], conditions),
    allSessions: (count: number) => (count === 1 ? 'The one session' : `All ${plural(count, 'session')}`),
    points: (count: number, conditions: ToldConditions) => {
      const about = titleText(conditions);
      return about === ''
        ? `What the documents say: ${plural(count, 'point')}`
        : `${plural(count, 'point')}${about}`;
    },
    /** What one person said: all of it, or on a subject. */
    pointsBy: (who: string, count: number, conditions: ToldConditions) =>
      `${who}${titleText(conditions)}: ${plural(count, 'point')}`,
    kinds: (count: number, kind: string, conditions: ToldConditions) =>
      `${labels.kindCount(count, kind)}${titleText(conditions)}`,
    recommendations: (count: number, related: number, conditions: ToldConditions) =>
      counted(count, related, ['recommendation', 'recommendations'], conditions),
    allRecommendations: (count: number) =>
      count === 1 ? 'The one recommendation' : `All ${plural(count, 'recommendation')}`,
    people: (count: number, conditions: ToldConditions) =>
      `${plural(count, 'person', 'people')}${titleText(conditions)}`,
    organizations: (count: number, related: number, conditions: ToldConditions) =>
      counted(count, related, ['organization', 'organizations'], withoutKinds(conditions, ['about'])),
    materials: (count: number, conditions: ToldConditions) =>
      `${plural(count, 'document')}${titleText(conditions)}`,
    /** What one person, or one event, said on a subject. */
    saidBy: (who: string, conditions: ToldConditions) => `${who}${titleText(conditions)}`,
    /** "Some 450,000 IT specialists: expected shortage in Japan, 2030". */
    figure: (figure: ToldFigure) => {
      const rest = afterUnit(figure);
      const told =
        rest === undefined ? `${amountOf(figure)}: ${besideUnit(figure)}` : amountOf(figure) + rest;
      return capital(figure.year === undefined ? told : `${told}, ${figure.year}`);
    },
    /** A figure without what it is of: "Some 450,000 IT specialists". */
    amount: (figure: ToldFigure) => capital(amountOf(figure)),
    /** What several sources give for the same, all at once. */
    figures: (figures: readonly [ToldFigure, ...ToldFigure[]]) => {
      const amounts = figures.map((one) =>
        one.year === undefined ? amountOf(one) : `${amountOf(one)} (${one.year})`,
      );
      return capital(`${list(amounts)}: ${besideUnit(figures[0])}`);
    },
    /** A fact of one event, by its label and value: "Organized by the ILO", "30 September 2020". */
    fact: (fact: string, label: string, value: string) => {
      if (fact === 'attendance') return capital(`${value} attended`);
      if (label.endsWith(' by')) return `${label} ${value}`;
      return BARE_FACTS.has(fact) ? capital(value) : `${label}: ${value}`;
    },
    /** A fact of one event that is too long for a title, by what it is. */
    factOf: (fact: string, event: string, count = 1) => {
      const what = labels.factIn[fact] ?? fact;
      const told = count === 1 ? what : what.replace(/^the (.*?)s?$/, `the ${count} $1s`);
      return capital(`${told} of “${event}”`);
    },
  },
  count: {
    sessions: (count: number, conditions: ToldConditions = []) =>
      countOf('session')(count, withoutKinds(conditions, ['in'])),
    events: (count: number, conditions: ToldConditions = []) =>
      countOf('event')(count, withoutKinds(conditions, ['in'])),
    people: countOf('speaker'),
    panellists: countOf('panellist'),
    moderators: countOf('moderator'),
    keynotes: countOf('keynote speaker'),
    recommendations: countOf('recommendation'),
    sources: countOf('document'),
    topics: countOf('topic'),
    organizations: (count: number, conditions: ToldConditions = []) =>
      countOf('organization')(count, withoutKinds(conditions, ['about'])),
    polls: countOf('poll'),
    figures: countOf('figure'),
    practices: countOf('practice'),
    statements: countOf('statement'),
    contributions: countOf('point'),
  },
  compared: {
    title: (names: readonly string[], conditions: ToldConditions) =>
      `${list(names)}, side by side${titleText(conditions)}`,
    side: (name: string, count: number) => `${name}: ${plural(count, 'point')}.`,
    none: (name: string) => `${name}: nothing is recorded.`,
    all: (name: string, count: number) => `All: ${name} (${grouped(count)})`,
  },
  mostFrequent: (count: number) => `The ${count} most frequent are:`,
  /** Nothing meets all of what was asked; what comes nearest is shown. */
  closest: {
    title: 'Not in the archive as asked',
    lead: 'Nothing meets all of it; these come closest.',
    missing: (words: readonly string[]) => `Not found: ${words.map((word) => `“${word}”`).join(', ')}.`,
    group: 'Closest to it',
  },
  parts: {
    title: (count: number) =>
      count === 2 ? 'Two questions, one after the other' : `${count} questions, one after the other`,
    lead: (found: number, count: number) =>
      found === 0
        ? 'The archive answers none of them as asked.'
        : `The archive answers ${found} of the ${count}.`,
  },
  /** What is said to who is polite. */
  courtesy: {
    thanks: { title: 'You are welcome', lead: 'Ask again whenever you like.' },
    greeting: {
      title: 'Hello',
      lead: 'I know what was said and recommended at the events in this archive, by whom, and where it is written. Ask in your own words, or start with one of these.',
    },
    farewell: { title: 'Goodbye', lead: 'I am here whenever you want to ask again.' },
    assent: { title: 'All right', lead: 'Ask whenever you like.' },
  },
  /** To who wants to open something, of several. */
  which: {
    title: 'Which one?',
    lead: 'Type its number, for example “2”.',
    item: (number: number, name: string) => `${number}. ${name}`,
  },
  /** To who wants to narrow what was shown. */
  narrowing: {
    some: {
      title: 'Narrow the list',
      lead: 'Choose one of these, or type “only” and what you want, for example “only 2022”, “only recommendations” or “only Japan”.',
    },
    none: {
      title: 'There is nothing to narrow',
      lead: 'The last answer is not a list. Ask for a list first, for example “sessions” or “recommendations”.',
    },
  },
  nothing: {
    title: 'Nothing found',
    sessions: (conditions: ToldConditions) => `No session in the archive${titleText(conditions)}`,
    recommendations: (conditions: ToldConditions) =>
      `No recommendation in the archive${titleText(conditions)}`,
    contributions: (conditions: ToldConditions) =>
      `Nothing in the archive${titleText(conditions) || ' on these words'}`,
    person: 'No person of that name is in the archive',
    personNear: (names: readonly string[]) => `Did you mean ${either(names)}?`,
    bySomeone: (who: string, conditions: ToldConditions) =>
      `Not recorded: ${who}${titleText(conditions) || ' on these words'}`,
    id: 'Nothing in the archive has that identifier',
    /** Words that occur nowhere, in small letters. */
    unknown: (words: readonly string[]) =>
      words.length === 1
        ? `${quotedList(words)} is not in the archive`
        : `${quotedList(words)} are not in the archive`,
    /** So many words that naming them would not help. */
    unknownWords: (count: number) => `${grouped(count)} of the words are not in the archive`,
    unreadable: 'Nothing on these words in the archive',
    near: (names: readonly string[]) => `Closest in the archive: ${list(names)}.`,
    examples: 'These lines lead somewhere:',
    english: 'Rapporteur answers in English and searches English documents; English words find most.',
  },
  unstated: {
    title: 'Not stated',
    remark: (who: string) => `The documents record no remark by ${who}`,
    /** … under the name of somebody who was at an event. */
    silent: (who: string, role: string) =>
      `${role === '' ? '' : `${role}. `}The documents record no remark by ${who}.`,
    figure: 'No figure is given for exactly this; these come closest.',
    ahead: 'The archive records no such event to come; this is the one that it has.',
    unnamed: 'The documents tell of them without their names.',
    dateless: 'No date is given for exactly this; these come closest.',
    recommendation: (who: string) => `The documents record no recommendation by ${who}`,
    fact: (fact: string, session: string) =>
      `The documents do not state ${labels.factIn[fact] ?? fact} of “${session}”`,
    someFact: (fact: string) => `The documents do not state ${labels.factIn[fact] ?? fact} of these sessions`,
  },
  unclear: {
    people: (count: number) => `${grouped(count)} people fit this name`,
    tooLong: (limit: number) => `The request is too long to be read: at most ${limit} characters are.`,
    unknownCommand: 'There is no command of that name',
    commands: 'These are the commands:',
    didYouMean: (line: string) => `Did you mean ${line}?`,
    title: 'Not understood',
    /** @param date such as 31 February 2022 */
    noDay: (date: string) => `There is no ${date}.`,
    /** Words stand behind a command, but none to look for. */
    noSubject: 'None of these words says what to look for.',
    /**
     * A condition with a value that there is not.
     * @param field what the value would be of, by its key
     * @param known values that there are; `all` where there are no others
     */
    noValue: (field: string, value: string, known: readonly string[], all: boolean) => {
      const { one, many } = labels.conditions[field] ?? { one: field, many: field };
      const told = all ? `${many}: ${list(known)}.` : `${many}, among others: ${list(known)}.`;
      return `There is no ${one} “${value}”.${known.length === 0 ? '' : ` ${told}`}`;
    },
    goals: 'Goals have the numbers 1 to 17.',
  },
} as const;
