/** Titles and first sentences: what was found, what was not, what no document states, what could not be read. */
import type { ToldConditions } from '../values.ts';
import { withArticle } from './articles.ts';
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
    `${count === 0 ? `No ${many}` : plural(count, one, many)}${titleText(conditions)}`;

/** Facts that need no label. */
const BARE_FACTS: ReadonlySet<string> = new Set(['date', 'time', 'place', 'summary', 'series']);

/** Conditions that a title can tell of its noun: an organization is of a country, and not on it. */
const withoutKinds = (
  conditions: ToldConditions,
  kinds: readonly ToldConditions[number]['kind'][],
): ToldConditions => conditions.filter(({ kind }) => !kinds.includes(kind));

const quotedList = (words: readonly string[]): string => list(words.map((word) => `“${word}”`));

const eitherQuoted = (words: readonly string[]): string => either(words.map((word) => `“${word}”`));

/** What the documents do not say of an event. @param what “Digital rights”, or "these sessions" */
function unstatedFact(fact: string, what: string, were: 'was' | 'were'): string {
  switch (fact) {
    case 'date':
      return `The documents do not say when ${what} ${were} held`;
    case 'time':
      return `The documents do not say at what time ${what} ${were} held`;
    case 'place':
      return `The documents do not say where ${what} ${were} held`;
    case 'languages':
      return `The documents do not say in which languages ${what} ${were} held`;
    case 'organizers':
      return `The documents do not say who organized ${what}`;
    case 'supporters':
      return `The documents do not say who supported ${what}`;
    case 'funders':
      return `The documents do not say who funded ${what}`;
    case 'attendance':
      return `The documents do not say how many people attended ${what}`;
    case 'moderators':
      return `The documents do not say who moderated ${what}`;
    case 'speakers':
    case 'appearances':
      return `The documents do not say who spoke at ${what}`;
    default:
      return `The documents do not state ${labels.factIn[fact] ?? fact} of ${what}`;
  }
}

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
    /** Several that were held on the same first or last day. */
    outermost: (count: number, which: 'oldest' | 'newest', conditions: ToldConditions) =>
      `The ${grouped(count)} ${which === 'oldest' ? 'earliest' : 'latest'} sessions${titleText(conditions)}`,
    /** All of a kind that the archive knows, by what they are. */
    allTerms: {
      topic: (count: number) => `${plural(count, 'topic')} in this archive`,
      sdg: (count: number) => `${plural(count, 'goal')} in this archive`,
      line: (count: number) => `${plural(count, 'action line')} in this archive`,
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
      `${plural(count, 'person', 'people')}${titleText(conditions) || ' in this archive'}`,
    /** @param mentioned how many more are mentioned, without a part in an event */
    organizations: (count: number, mentioned: number, conditions: ToldConditions) => {
      const told = titleText(withoutKinds(conditions, ['about']));
      if (count === 0) return `${plural(mentioned, 'organization')}${told}, only mentioned`;
      const more = mentioned === 0 ? '' : `, ${grouped(mentioned)} more only mentioned`;
      return `${plural(count, 'organization')}${told}${more}`;
    },
    materials: (count: number, conditions: ToldConditions) =>
      `${plural(count, 'document')}${titleText(conditions)}`,
    /** One claim on a subject, by who made it: "Simel Esim, ILO, on decent work". */
    saidBy: (who: string, conditions: ToldConditions) => {
      const about = titleText(conditions.filter(({ kind }) => kind !== 'words'));
      return who.includes(', ') && about !== '' ? `${who},${about}` : `${who}${about}`;
    },
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
    /** A fact of one event, by its label and values: "Organized by the ILO", "30 September 2020". */
    fact: (fact: string, label: string, values: readonly string[]) => {
      const value = values.join('; ');
      if (fact === 'attendance') return capital(`${value} attended`);
      if (label.endsWith(' by')) {
        const names = values.map(withArticle);
        return `${label} ${values.some((one) => one.includes(', ')) ? names.join('; ') : list(names)}`;
      }
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
      `${capital(list(names.map(withArticle)))}, side by side${titleText(conditions)}`,
    /** What heads one side. */
    heading: capital,
    side: (name: string, count: number) => `${capital(name)}: ${plural(count, 'point')}.`,
    none: (name: string) => `${capital(name)}: nothing is recorded.`,
    all: (name: string, count: number) => `All: ${name} (${grouped(count)})`,
  },
  mostFrequent: (count: number) => `The ${count} most frequent:`,
  /** Nothing meets all of what was asked; what comes nearest is shown. */
  closest: {
    title: 'Nothing in the archive answers exactly this',
    missing: (words: readonly string[]) => `The closest entries do not mention ${eitherQuoted(words)}.`,
    group: 'Closest entries',
  },
  parts: {
    /** @param answers the title of each: "1 poll on labour migration; 30 September 2020" */
    title: (answers: readonly string[]) => answers.join('; '),
    /** What was asked, above its answer: "Who Natalia Popova is". */
    heading: capital,
    /** Where naming them all is more than a title holds. */
    count: (count: number) => `Answers to ${count} questions`,
    lead: (found: number, count: number) =>
      found === 0
        ? 'The archive answers none of these.'
        : `The archive answers ${found} of the ${count} questions.`,
  },
  /** What is said to who is polite. */
  courtesy: {
    thanks: { title: 'You are welcome', lead: 'Ask me whenever you like.' },
    greeting: {
      title: 'Hello',
      lead: 'I know what was said and recommended at the events in this archive, by whom, and where it is written. Ask in your own words, or start with one of these.',
    },
    farewell: { title: 'Goodbye', lead: 'Come back whenever you have a question.' },
    assent: { title: 'All right', lead: 'Ask me whenever you like.' },
  },
  /** To who writes whether an answer helped. */
  verdict: { title: 'Thank you for saying so', lead: 'Ask again whenever you like.' },
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
      lead: 'Choose one of these, or type “only” with what you want: “only 2022”, “only recommendations”, “only Japan”.',
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
      `Nothing in the archive${titleText(conditions) || ' matches these words'}`,
    person: (name: string) =>
      name === '' ? 'No such person is in the archive' : `“${name}” is not in the archive`,
    personNear: (names: readonly string[]) => `Did you mean ${either(names)}?`,
    bySomeone: (who: string, conditions: ToldConditions) =>
      `No remark by ${who}${titleText(conditions) || ' on this'} is recorded`,
    id: (id: string) =>
      id === '' ? 'Nothing to open was named' : `Nothing in the archive is called “${id}”`,
    /** Words that occur nowhere. */
    unknown: (words: readonly string[]) =>
      words.length === 1
        ? `${quotedList(words)} is not in the archive`
        : `${quotedList(words)} are not in the archive`,
    /** So many words that naming them would not help. */
    unknownWords: (count: number) => `${grouped(count)} of the words are not in the archive`,
    /** Nothing in the line says what to look for. */
    unreadable: 'I cannot tell what to look for',
    unreadableLead: 'Name a topic, a person, an organization, a country or a date.',
    /** People and topics whose names are close to what was typed. */
    near: (names: readonly string[]) => `The closest names in the archive: ${list(names)}.`,
    /** … or of recommendations, where something else was said. */
    said: (count: number) => `There ${count === 1 ? 'is' : 'are'} ${plural(count, 'other point')} on record:`,
    /** … or where the question finds something with a condition or word less. */
    wider: 'Part of your question has an answer:',
    /** Where no name is close: what the archive says most about. */
    speaksOf: (topics: readonly string[]) => `The archive says most about ${list(topics.map(withArticle))}.`,
    english: 'I answer in English, and the documents are in English: English words find the most.',
  },
  unstated: {
    title: 'Not stated',
    remark: (who: string) => `The documents record no remark by ${who}`,
    /** … under the name of somebody who was at an event. */
    silent: (who: string, role: string) =>
      `${role === '' ? '' : `${role}. `}The documents record no remark by ${who}.`,
    figure: 'The documents give no figure for exactly this',
    ahead: 'The archive records no such event to come; this is the one it has',
    unnamed: 'The documents do not give their names',
    dateless: 'The documents give no date for exactly this',
    recommendation: (who: string) => `The documents record no recommendation by ${who}`,
    fact: (fact: string, session: string) => unstatedFact(fact, `“${session}”`, 'was'),
    someFact: (fact: string) => unstatedFact(fact, 'these sessions', 'were'),
  },
  unclear: {
    people: (count: number) => `${grouped(count)} people have this name`,
    tooLong: {
      title: 'This is too long to be read',
      lead: (limit: number) => `Write at most ${grouped(limit)} characters.`,
    },
    /** @param name as it was typed, or '' for what is no word */
    unknownCommand: (name: string) =>
      name === '' ? 'There is no such command' : `There is no command “${name}”`,
    commands: 'These are the commands:',
    didYouMean: (line: string) => `Did you mean ${line}?`,
    title: 'I did not understand this',
    /** @param date such as 31 February 2022 */
    noDay: (date: string) => `There is no ${date}`,
    /** Words stand behind a command, but none to look for. */
    noSubject: 'None of these words says what to look for.',
    /**
     * A condition with a value that there is not.
     * @param field what the value would be of, by its key
     */
    noValue: (field: string, value: string) =>
      `There is no ${labels.conditions[field]?.one ?? field} “${value}”`,
    /** @param known values that there are; `all` where there are no others */
    values: (field: string, known: readonly string[], all: boolean) => {
      const many = labels.conditions[field]?.many ?? field;
      return known.length === 0 ? '' : all ? `${many}: ${list(known)}.` : `${many} include ${list(known)}.`;
    },
    goals: 'Goals have the numbers 1 to 17.',
  },
} as const;
