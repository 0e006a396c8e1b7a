/** Titles and first sentences: what was found, what was not, what no document states, what could not be read. */
import { plural } from './plural.ts';

export const titles = {
  found: {
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    contributions: (count: number) => plural(count, 'entry', 'entries'),
    recommendations: (count: number) => plural(count, 'recommendation', 'recommendations'),
    people: (count: number) => plural(count, 'person', 'people'),
    organizations: (count: number) => plural(count, 'organization', 'organizations'),
    materials: (count: number) => plural(count, 'document', 'documents'),
  },
  count: {
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    people: (count: number) => plural(count, 'speaker', 'speakers'),
    panellists: (count: number) => plural(count, 'panellist', 'panellists'),
    moderators: (count: number) => plural(count, 'moderator', 'moderators'),
    keynotes: (count: number) => plural(count, 'keynote speaker', 'keynote speakers'),
    recommendations: (count: number) => plural(count, 'recommendation', 'recommendations'),
    sources: (count: number) => plural(count, 'document', 'documents'),
    topics: (count: number) => plural(count, 'topic', 'topics'),
    organizations: (count: number) => plural(count, 'organization', 'organizations'),
    polls: (count: number) => plural(count, 'poll', 'polls'),
    figures: (count: number) => plural(count, 'figure', 'figures'),
    practices: (count: number) => plural(count, 'practice', 'practices'),
    statements: (count: number) => plural(count, 'statement', 'statements'),
    contributions: (count: number) => plural(count, 'entry', 'entries'),
  },
  mostFrequent: (count: number) => `The ${count} most frequent are:`,
  withRelated: (direct: string, related: number) =>
    related === 0 ? direct : `${direct}, ${related} related`,
  allSessions: 'All sessions',
  allRecommendations: 'All recommendations',
  nothing: {
    title: 'Nothing found',
    sessions: (subject: string) => `The archive has no session ${subject}.`,
    recommendations: (subject: string) => `The archive has no recommendation ${subject}.`,
    contributions: (subject: string) => `The archive has nothing ${subject}.`,
    person: 'Nobody of that name is in the archive.',
    personNear: (names: string) => `Nobody of that name is in the archive. Did you mean ${names}?`,
    bySomeone: (who: string, subject: string) => `No remark by ${who} is recorded ${subject}.`,
    id: 'The archive has nothing under that identifier.',
    words: 'that matches these words',
    unknownAmong: (count: number) =>
      count === 1
        ? 'Nothing in the archive matches all of this: one of the words does not occur in it.'
        : `Nothing in the archive matches all of this: ${count} of the words do not occur in it.`,
    unreadable: 'The archive has nothing on these words.',
    near: (names: string) => `Near it: ${names}.`,
    english: 'Rapporteur answers in English and searches English documents; English words find most.',
  },
  unstated: {
    title: 'Not stated',
    remark: (who: string) => `The documents record no remark by ${who}.`,
    figure: 'The archive states no figure for this. Near it:',
    recommendation: (who: string) => `The documents record no recommendation by ${who}.`,
    fact: (fact: string, session: string) => `The documents do not state ${fact} of “${session}”.`,
    someFact: (fact: string) => `The documents do not state ${fact} of these sessions.`,
  },
  unclear: {
    people: (count: number) => `${count} people fit this name.`,
    tooLong: (limit: number) => `The request is too long to be read: at most ${limit} characters are.`,
    unknownCommand: 'There is no command of that name.',
    didYouMean: (line: string) => `Did you mean ${line}?`,
    title: 'Not understood',
  },
} as const;
