/** Titles and first sentences: what was found, what was not, what no document states, what could not be read. */
import type { ToldConditions } from '../values.ts';
import { labels } from './labels.ts';
import { either, grouped, list, plural } from './plural.ts';
import { conditionsOrWords } from './understood.ts';

/** "3 sessions", "3 sessions, 2 related". */
const withRelated = (direct: string, related: number): string =>
  related === 0 ? direct : `${direct}, ${grouped(related)} related`;

export const titles = {
  found: {
    sessions: (count: number, related = 0) => withRelated(plural(count, 'session'), related),
    allSessions: (count: number) => `All sessions: ${grouped(count)}`,
    contributions: (count: number) => plural(count, 'entry', 'entries'),
    recommendations: (count: number, related = 0) => withRelated(plural(count, 'recommendation'), related),
    allRecommendations: (count: number) => `All recommendations: ${grouped(count)}`,
    people: (count: number) => plural(count, 'person', 'people'),
    organizations: (count: number, related = 0) => withRelated(plural(count, 'organization'), related),
    materials: (count: number) => plural(count, 'document'),
  },
  count: {
    sessions: (count: number) => plural(count, 'session'),
    people: (count: number) => plural(count, 'speaker'),
    panellists: (count: number) => plural(count, 'panellist'),
    moderators: (count: number) => plural(count, 'moderator'),
    keynotes: (count: number) => plural(count, 'keynote speaker'),
    recommendations: (count: number) => plural(count, 'recommendation'),
    sources: (count: number) => plural(count, 'document'),
    topics: (count: number) => plural(count, 'topic'),
    organizations: (count: number) => plural(count, 'organization'),
    polls: (count: number) => plural(count, 'poll'),
    figures: (count: number) => plural(count, 'figure'),
    practices: (count: number) => plural(count, 'practice'),
    statements: (count: number) => plural(count, 'statement'),
    contributions: (count: number) => plural(count, 'entry', 'entries'),
  },
  mostFrequent: (count: number) => `The ${count} most frequent are:`,
  /** Nothing meets all of what was asked; what comes nearest is shown. */
  closest: {
    title: 'Not in the archive as asked',
    lead: 'No entry meets all of it; these come nearest.',
    missing: (words: readonly string[]) => `Not found: ${words.map((word) => `“${word}”`).join(', ')}.`,
    group: 'Nearest to it',
  },
  parts: {
    title: (count: number) =>
      count === 2 ? 'Two questions, one after the other' : `${count} questions, one after the other`,
    lead: (found: number, count: number) =>
      found === 0
        ? 'The archive answers none of them as asked.'
        : `The archive answers ${found} of the ${count}.`,
  },
  thanks: {
    title: 'You are welcome',
    lead: 'Ask on whenever you like.',
  },
  nothing: {
    title: 'Nothing found',
    sessions: (conditions: ToldConditions) => `The archive has no session ${conditionsOrWords(conditions)}.`,
    recommendations: (conditions: ToldConditions) =>
      `The archive has no recommendation ${conditionsOrWords(conditions)}.`,
    contributions: (conditions: ToldConditions) =>
      `The archive has nothing ${conditionsOrWords(conditions)}.`,
    person: 'Nobody of that name is in the archive.',
    personNear: (names: readonly string[]) =>
      `Nobody of that name is in the archive. Did you mean ${either(names)}?`,
    bySomeone: (who: string, conditions: ToldConditions) =>
      `No remark by ${who} is recorded ${conditionsOrWords(conditions)}.`,
    id: 'The archive has nothing under that identifier.',
    unknownAmong: (count: number) =>
      count === 1
        ? 'Nothing in the archive matches all of this: one of the words does not occur in it.'
        : `Nothing in the archive matches all of this: ${count} of the words do not occur in it.`,
    unreadable: 'The archive has nothing on these words.',
    near: (names: readonly string[]) => `Near it: ${list(names)}.`,
    english: 'Rapporteur answers in English and searches English documents; English words find most.',
  },
  unstated: {
    title: 'Not stated',
    remark: (who: string) => `The documents record no remark by ${who}.`,
    figure: 'The archive states no figure for this. Near it:',
    ahead: 'The archive records no such event to come; this is the one that it has.',
    unnamed: 'The documents tell of them without their names.',
    dateless: 'No date of it is stated; what is said about it comes nearest.',
    recommendation: (who: string) => `The documents record no recommendation by ${who}.`,
    fact: (fact: string, session: string) =>
      `The documents do not state ${labels.factIn[fact] ?? fact} of “${session}”.`,
    someFact: (fact: string) =>
      `The documents do not state ${labels.factIn[fact] ?? fact} of these sessions.`,
  },
  unclear: {
    people: (count: number) => `${count} people fit this name.`,
    tooLong: (limit: number) => `The request is too long to be read: at most ${limit} characters are.`,
    unknownCommand: 'There is no command of that name.',
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
