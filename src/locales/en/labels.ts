/** What things, their parts and their facts are called, and the values that stand for what is not stated. */
import { withArticle } from './articles.ts';
import { capital, list, plural } from './plural.ts';

/** What a session's fact is called inside a sentence. */
const FACT_IN: Readonly<Record<string, string>> = {
  date: 'the date',
  time: 'the time',
  place: 'the place',
  languages: 'the languages',
  organizers: 'the organizers',
  supporters: 'the supporters',
  funders: 'the funders',
  attendance: 'the attendance',
  appearances: 'the speakers',
  moderators: 'the moderator',
  speakers: 'the speakers',
  materials: 'the documents',
  goals: 'the goals',
  lines: 'the action lines',
  countries: 'the countries',
  summary: 'the subject',
  track: 'the track',
  room: 'the room',
  links: 'the links',
  series: 'the series',
};

const isSaid = (part: string): boolean => part !== '';

/** Kinds of contribution in the plural, inside a sentence. */
const KINDS: Readonly<Record<string, string>> = {
  statement: 'statements',
  recommendation: 'recommendations',
  practice: 'practices',
  figure: 'figures',
  poll: 'polls',
};

export const labels = {
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
  /** Kinds of item behind a title, in parentheses. */
  kindBehind: {
    session: 'session',
    person: 'person',
    organization: 'organization',
    statement: 'statement',
    recommendation: 'recommendation',
    practice: 'practice',
    figure: 'figure',
    poll: 'poll',
    material: 'document',
    topic: 'topic',
    goal: 'goal',
    source: 'source',
    command: 'command',
  },
  kinds: KINDS,
  kindCount: (count: number, kind: string) => {
    const many = KINDS[kind];
    return many === undefined ? plural(count, 'point') : plural(count, kind, many);
  },
  /** What a condition is on, one value and several, by its field. */
  conditions: {
    kind: { one: 'kind', many: 'Kinds' },
    part: { one: 'part', many: 'Parts' },
    stance: { one: 'form of recommendation', many: 'Forms' },
    has: { one: 'detail', many: 'Details' },
    sdg: { one: 'goal', many: 'Goals' },
    topic: { one: 'topic', many: 'Topics' },
    to: { one: 'addressee', many: 'Addressees' },
    group: { one: 'group', many: 'Groups' },
    line: { one: 'action line', many: 'Action lines' },
    country: { one: 'country', many: 'Countries' },
    from: { one: 'country', many: 'Countries' },
    org: { one: 'organization', many: 'Organizations' },
    source: { one: 'document', many: 'Documents' },
    date: { one: 'date', many: 'Dates' },
    organizer: { one: 'organizer', many: 'Organizers' },
    supporter: { one: 'supporter', many: 'Supporters' },
    funder: { one: 'funder', many: 'Funders' },
    want: { one: 'kind of answer', many: 'Kinds of answer' },
  } as Readonly<Record<string, { readonly one: string; readonly many: string }>>,
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
    stance: 'How it is put',
    value: 'Value',
    year: 'Year',
    subject: 'Subject',
    question: 'Question',
    publisher: 'Publisher',
    published: 'Published',
    address: 'Address',
    eventPage: 'Event page',
    part: 'Part',
    abbreviation: 'Abbreviation',
    country: 'Country',
    parent: 'Part of',
    track: 'Track',
    room: 'Room',
    link: 'Link',
    broader: 'Broader topic',
    synonyms: 'Also called',
    language: 'Language',
    shortName: 'Short name',
    contributions: 'On record',
    aliases: 'Also known as',
  },
  /** Columns and rows of tables. */
  table: {
    compared: 'Compared',
    points: 'Points',
    kinds: {
      statement: 'Statements',
      recommendation: 'Recommendations',
      practice: 'Practices',
      figure: 'Figures',
      poll: 'Polls',
    },
    people: 'People',
    fact: 'Fact',
    event: 'Event',
    others: 'Other events',
    number: 'No.',
    figure: 'Figure',
    subject: 'What of',
    year: 'Year',
    maker: 'Given by',
    place: 'Where',
  },
  /** What a session's fact is called inside a sentence. */
  factIn: FACT_IN,

  /** What a session's fact is called in a list of those that are not stated. */
  factOpen: {
    date: 'date',
    time: 'time',
    place: 'place',
    languages: 'languages',
    organizers: 'organizers',
    supporters: 'supporters',
    funders: 'who funded it',
    attendance: 'attendance',
    appearances: 'speakers',
    moderators: 'moderator',
    speakers: 'speakers',
    materials: 'documents',
    goals: 'goals',
    lines: 'action lines',
    countries: 'countries',
    summary: 'subject',
  } as Readonly<Record<string, string>>,

  /** A session's fact as the label of its value. */
  factLabel: (fact: string) =>
    capital(FACT_IN[fact] ?? fact).replace(/^The (.)/, (_, first: string) => first.toUpperCase()),

  // Names.
  goal: {
    /** "SDG 8" */
    numbered: (number: number | string) => `SDG ${number}`,
    /** "SDG 8 Decent work" */
    named: (number: number | string, name: string) => `SDG ${number} ${name}`,
    /** "SDG 8: Decent work" */
    titled: (number: number | string, name: string) => `SDG ${number}: ${name}`,
  },
  /**
   * What part somebody had in an event, as far as no heading names the event.
   * @param part such as "keynote speech"; `session` a part of the event, or ''
   */
  tookPartAs: (part: string, session: string) => {
    return capital(session === '' ? part : `${part}: ${session}`);
  },
  /** Who somebody is: one role, or one for each event. */
  whoIs: (roles: readonly string[]) => roles.map(capital).join('\n'),
  /** Who somebody was at one of several events. */
  roleAt: (role: string, event: string, date: string) =>
    `${role === '' ? 'Role not stated' : role}, at “${event}”${date === '' ? '' : ` (${date})`}`,
  /** What somebody was at an event: "WSIS Forum 2022 (panellist): Labour economist, ILO". */
  appearance: (where: string, part: string, role: string) =>
    role === '' ? `${where} (${part})` : `${where} (${part}): ${role}`,
  /** "WSIS Forum 2022, session 181" */
  seriesNumber: (series: string, number: string) => `${series}, session ${number}`,
  /** Several places of a document, of one sort ("paragraphs 44–45") or not ("title to paragraph 2"). */
  places: {
    numbered: (sort: string, first: string, last: string) => `${sort}s ${first}–${last}`,
    between: (first: string, last: string) => `${first} to ${last}`,
    /** How a place is cited: "¶43" for "paragraph 43". */
    short: (place: string) => place.replace(/\bparagraphs? (?=\d)/g, '¶'),
  },

  // Values.
  undated: 'date not stated',
  openPage: 'Open in the archive',
  notStated: 'not stated',
  stance: { explicit: 'said outright', implied: 'implied' },
  /** Whom a recommendation addresses; "implied" is whom the source does not name: "workers and employers (both implied)". */
  addressees: (to: readonly { readonly name: string; readonly implied: boolean }[]) => {
    const allImplied = to.length > 1 && to.every(({ implied }) => implied);
    const names = list(
      to.map(({ name, implied }) => {
        const whom = withArticle(name);
        return implied && !allImplied ? `${whom} (implied)` : whom;
      }),
    );
    return allImplied ? `${names} (${to.length === 2 ? 'both' : 'all'} implied)` : names;
  },
  /**
   * Who made a claim, and to whom.
   * @param to whom, as `addressees` writes it, or ''
   * @param implied a recommendation that is left to be understood
   */
  byline: (makers: readonly string[], to: string, implied: boolean) => {
    const addressed = [implied ? 'implied recommendation' : '', to === '' ? '' : `to ${to}`];
    return capital([makers.join('; '), addressed.filter(isSaid).join(' ')].filter(isSaid).join(', '));
  },
  related: 'related',
  /** Before an item that is only related, where no heading says so. */
  relatedMark: 'Related:',
  direct: 'named by the source',
  relatedReason: (what: string) => `related only: the source does not name ${withArticle(what)}`,
  namedReason: (what: string) => `${what}, named by the source`,
  topicReason: (what: string) => `on ${withArticle(what)}`,
  mentionedGroup: 'Mentioned only: the documents state no part in an event',
  /** What an organization did at an event. */
  organizationRole: {
    organizer: 'organizer',
    supporter: 'supporter',
    funder: 'funder',
    represented: 'took part',
  },
  /** "Digital rights (30 March 2022)" */
  eventOn: (event: string, date: string) => (date === '' ? event : `${event} (${date})`),
  /** "organizer; took part (Simel Esim)" */
  did: (parts: readonly string[]) => parts.join('; '),
  tookPart: (people: readonly string[]) => `took part (${list(people)})`,
  recordedGroup: 'What was said',
  relatedSource: (title: string) => `${title} (related only)`,
} as const;
