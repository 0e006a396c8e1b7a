/**
 * The catalogue: all words of the bot's own, with parameters, in one place (English now). Sentences are plain and short;
 * none repeats what a person typed.
 */

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "a, b and c" */
export function listOf(parts: readonly string[], joint = 'and'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;
}

export const words = {
  product: 'Rapporteur',

  // Kinds of item, as a label.
  kind: {
    session: 'Session',
    person: 'Person',
    organization: 'Organization',
    statement: 'Statement',
    recommendation: 'Recommendation',
    practice: 'Practice',
    figure: 'Figure',
    poll: 'Poll',
    material: 'Document',
    topic: 'Topic',
    goal: 'Goal',
    source: 'Source',
    command: 'Command',
  },
  /** Kinds of contribution in the plural, inside a sentence. */
  kinds: {
    statement: 'statements',
    recommendation: 'recommendations',
    practice: 'practices',
    figure: 'figures',
    poll: 'polls',
  } as Readonly<Record<string, string>>,
  kindCount: (count: number, kind: string) => {
    const one =
      kind === 'practice' ||
      kind === 'poll' ||
      kind === 'figure' ||
      kind === 'recommendation' ||
      kind === 'statement'
        ? kind
        : 'entry';
    return plural(count, one, one === 'entry' ? 'entries' : `${one}s`);
  },
  /** Parts that a person can play. */
  part: {
    moderator: 'moderator',
    opening: 'opening remarks',
    keynote: 'keynote speech',
    panellist: 'panellist',
    speaker: 'speaker',
    closing: 'closing remarks',
    organizer: 'organizer',
    author: 'author',
  } as Readonly<Record<string, string>>,

  partPlural: {
    moderator: 'the moderators',
    opening: 'those who gave opening remarks',
    keynote: 'the keynote speakers',
    panellist: 'the panellists',
    speaker: 'the speakers',
    closing: 'those who gave closing remarks',
    organizer: 'the organizers',
    author: 'the authors',
  } as Readonly<Record<string, string>>,

  // Titles and leads.
  found: {
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    contributions: (count: number) => plural(count, 'entry', 'entries'),
    recommendations: (count: number) => plural(count, 'recommendation', 'recommendations'),
    people: (count: number) => plural(count, 'person', 'people'),
    materials: (count: number) => plural(count, 'document', 'documents'),
  },
  count: {
    sessions: (count: number) => plural(count, 'session', 'sessions'),
    people: (count: number) => plural(count, 'speaker', 'speakers'),
    recommendations: (count: number) => plural(count, 'recommendation', 'recommendations'),
    sources: (count: number) => plural(count, 'document', 'documents'),
    topics: (count: number) => plural(count, 'topic', 'topics'),
    organizations: (count: number) => plural(count, 'organization', 'organizations'),
    contributions: (count: number) => plural(count, 'entry', 'entries'),
  },
  withRelated: (direct: string, related: number) =>
    related === 0 ? direct : `${direct}, ${related} related`,
  allSessions: 'All sessions',
  allRecommendations: 'All recommendations',
  nothing: {
    title: 'Nothing found',
    sessions: (subject: string) => `The archive has no session ${subject}.`,
    recommendations: (subject: string) => `The archive has no recommendation ${subject}.`,
    contributions: (subject: string) => `The archive has nothing ${subject}.`,
    materials: 'No document that the archive knows matches.',
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
    published: (title: string) => `“${title}” does not state when it was published.`,
    recommendation: (who: string) => `The documents record no recommendation by ${who}.`,
    fact: (fact: string, session: string) => `The documents do not state ${fact} of “${session}”.`,
    someFact: (fact: string) => `The documents do not state ${fact} of these sessions.`,
  },
  unclear: {
    title: 'Which one?',
    people: (count: number) => `${count} people fit this name.`,
    tooLong: (limit: number) => `The request is too long to be read: at most ${limit} characters are.`,
    empty: 'There is no word to search for.',
    unknownCommand: 'There is no command of that name.',
    didYouMean: (line: string) => `Did you mean ${line}?`,
    title2: 'Not understood',
  },

  // Labels of facts.
  fact: {
    date: 'Date',
    time: 'Time',
    place: 'Place',
    kind: 'Kind',
    series: 'Series',
    languages: 'Languages',
    organizers: 'Organized by',
    supporters: 'Supported by',
    funders: 'Funded by',
    attendance: 'Attended by',
    moderators: 'Moderated by',
    speakers: 'Speakers',
    goals: 'Goals named',
    relatedGoals: 'Goals related',
    lines: 'Action lines named',
    relatedLines: 'Action lines related',
    topics: 'Topics',
    countries: 'Countries',
    summary: 'About',
    unstated: 'Not stated',
    to: 'Addressed to',
    stance: 'Form',
    value: 'Value',
    year: 'Year',
    subject: 'Subject',
    question: 'Question',
    role: 'Role',
    note: 'About',
    publisher: 'Publisher',
    published: 'Published',
    address: 'Address',
    session: 'Session',
    part: 'Part',
    abbreviation: 'Short',
    country: 'Country',
    parent: 'Unit of',
    track: 'Track',
    room: 'Room',
    link: 'Link',
    broader: 'Broader topic',
    synonyms: 'Also called',
    language: 'Language',
    shortName: 'In short',
    contributions: 'On record',
    aliases: 'Also known as',
  },
  /** What a session's fact is called inside a sentence. */
  factIn: {
    date: 'the date',
    time: 'the time',
    place: 'the place',
    languages: 'the languages',
    organizers: 'the organizers',
    supporters: 'the supporters',
    funders: 'who funded it',
    attendance: 'the attendance',
    appearances: 'the speakers',
    moderators: 'the moderator',
    speakers: 'the speakers',
    materials: 'its documents',
    goals: 'the goals',
    lines: 'the action lines',
    countries: 'the countries',
    summary: 'the subject',
  } as Readonly<Record<string, string>>,

  // Values.
  undated: 'date not stated',
  notStated: 'not stated',
  stance: { explicit: 'said outright', implied: 'implied' },
  related: 'related',
  direct: 'named by the source',
  relatedReason: (what: string) => `related only: the source does not name ${what}`,
  namedReason: (what: string) => `${what}, named by the source`,
  topicReason: (what: string) => `on ${what}`,
  relatedGroup: 'Related only: the source does not name it',
  recordedGroup: 'What was said',
  nameOnly: (name: string) => `${name}:`,
  andMore: (count: number) => `and ${count} more`,
  contributionsOn: (count: number) => plural(count, 'contribution', 'contributions'),
  relatedSource: 'related only',

  // What was understood.
  understood: {
    all: 'everything',
    sessions: 'sessions',
    recommendations: 'recommendations',
    entries: 'what was said',
    about: (what: string) => `on ${what}`,
    by: (who: string) => `by ${who}`,
    to: (whom: string) => `addressed to ${whom}`,
    not: (what: string) => `but not ${what}`,
    madeFrom: (where: string) => `by people from ${where}`,
    part: (part: string) => `by ${part}`,
    inMonth: (month: string) => `held in ${month}`,
    withoutDate: 'without a stated date',
    organizedBy: (who: string) => `organized by ${who}`,
    supportedBy: (who: string) => `supported by ${who}`,
    fundedBy: (who: string) => `funded by ${who}`,
    moderatedBy: (who: string) => `moderated by ${who}`,
    atEvents: (which: string) => `at events ${which}`,
    from: (when: string) => `dated ${when}`,
    before: (when: string) => `dated ${when} or before`,
    after: (when: string) => `dated ${when} or later`,
    between: (one: string, other: string) => `dated ${one} to ${other}`,
    withWords: (known: string) => `with ${known}`,
    phrase: (phrase: string) => `“${phrase}”`,
    in: (what: string) => `in ${what}`,
    or: 'or',
    page: (page: number) => `page ${page}`,
    want: {
      people: 'who',
      role: 'who',
      remarks: 'what was said',
      published: 'when it was published',
      figure: 'figures',
      meaning: 'what it is',
      date: 'when',
      time: 'at what time',
      place: 'where',
      attendance: 'how many attended',
      organizers: 'who organized it',
      supporters: 'who supported it',
      funders: 'who funded it',
      moderators: 'who moderated it',
      speakers: 'who spoke there',
      languages: 'in which languages',
      materials: 'documents',
      goals: 'which goals',
      lines: 'which action lines',
      countries: 'which countries',
      summary: 'what it was about',
      count: 'how many',
    } as Readonly<Record<string, string>>,
    readAs: (words: string) => `read as ${words}`,
  },

  // Buttons and next steps.
  choice: {
    open: (what: string) => `Open ${what}`,
    allBy: (who: string) => `Everything by ${who}`,
    recommendationsOn: (what: string) => `Recommendations: ${what}`,
    saidOn: (what: string) => `What was said: ${what}`,
    sessionsOn: (what: string) => `Sessions: ${what}`,
    only: (what: string, count: number) => `Only ${what} (${count})`,
    recommendations: 'Recommendations',
    counted: (what: string, count: number) => `${what} (${count})`,
    allSessions: 'All sessions',
    allRecommendations: 'All recommendations',
    help: 'What can I ask?',
    previous: 'Previous',
    next: 'Next',
    event: 'The event',
    people: 'Who spoke there',
    whatWasSaid: 'What was said there',
    recommendationsThere: 'Recommendations made there',
  },

  help: {
    title: 'What you can ask',
    lead: 'Type a command or ask in plain words. Every answer names the document and the place where it stands; what the documents do not say is answered with just that.',
    examples: 'Examples',
    greeting: 'Ask about sessions, speakers and recommendations.',
    filters:
      'Filters for every command: sdg8, c7, a country, an organization, a topic, 2022, before 2021, "a phrase", -word, by:name, kind:figure.',
    commandTitle: (name: string) => `How ${name} works`,
  },

  text: {
    page: (first: number, last: number, total: number) => `${first}–${last} of ${total}`,
    nextLine: (line: string) => `next page: ${line}`,
    sources: 'Sources',
    choices: 'Try next',
    understood: (what: string) => `Understood: ${what}`,
    open: 'open',
  },
} as const;
