/** What only Teams' readers are told. What all chats say stands in the catalogue. */
import { plural } from '../../src/locales/en/plural.ts';
import { platformSays, type Says as SaysOwn } from '../../src/locales/locales.ts';

const english = {
  related: 'Related',
  /** Above a card: the numbers of its items, each with what Teams shows of its source. */
  cited: (numbers: string) => `Sources: ${numbers}`,
  openItem: (title: string) => `Open: ${title}`,
  back: 'Back',
  dialogTitle: 'From the archive',
  put: 'Insert into a message',
  share: 'Share with everybody here',
  shared: 'Shared with everybody here.',
  tryOne: 'Try one of these:',
  shortened: 'Some texts are shortened. Open an item to read all of it.',
  itemsLeft: (left: number) =>
    `${plural(left, 'more item does', 'more items do')} not fit into one message. Narrow the question to see them.`,
  moreFacts: (left: number) => `${plural(left, 'more fact', 'more facts')}; open it to see all.`,
  sourcesLeft: (left: number) => `and ${plural(left, 'more document', 'more documents')}`,

  welcomeTitle: 'Hello, I am Rapporteur',
  welcomePersonal:
    'I know what was said and recommended at your policy events, by whom, and where it is written. Type a question, or press a button.',
  welcomeGroup:
    'I know what was said and recommended at your policy events, by whom, and where it is written. Mention me with a question, for example “@Rapporteur sessions sdg8”.',

  unreadable: {
    button:
      'This button no longer works; its card may be from an earlier version. Type “help” to start again.',
    words: 'This message has no text to search with. Choose another one.',
    command: 'I do not know this command. Type “help” to see what I understand.',
  },
  failed: 'Something went wrong while I was looking. Please ask again in a moment.',
  later: 'This takes longer than usual. The answer will follow as a message.',
  /** To the asker alone, one-to-one. */
  closed:
    'I could not answer where you asked me: I was removed there, or may not write. Whoever manages it can add me again; you can ask me here as well.',
  mayNotPost: 'I may not write here. Whoever manages this team or chat can add me again.',
  searchEmpty:
    'Type a name, a topic or a few words: sessions, people and recommendations appear as you type.',
  searchNothing: 'Nothing in the archive matches. Try a topic such as “migration”, or part of a name.',
  searchFailed: 'The search did not work this time. Please type again in a moment.',

  home: {
    tab: 'Archive',
    lead: 'The archive at a glance. A link opens its page beside Teams; to ask something, go to Chat and write it.',
    search: 'Look for',
    find: 'Search',
    holds: 'In the archive',
    counted: {
      sessions: (count: number) => plural(count, 'event'),
      people: (count: number) => plural(count, 'person', 'people'),
      organizations: (count: number) => plural(count, 'organization'),
      contributions: (count: number) => plural(count, 'contribution'),
      recommendations: (count: number) => plural(count, 'recommendation'),
      sources: (count: number) => plural(count, 'document'),
    },
    examples: 'Lines to ask',
    recent: 'Lately added',
    events: 'All events',
    goals: 'Sustainable Development Goals',
    goal: (named: number, related: number) =>
      named > 0
        ? plural(named, 'event names it', 'events name it')
        : plural(related, 'event is related', 'events are related'),
    topics: 'What was talked about most',
    topic: (contributions: number) => plural(contributions, 'contribution'),
  },

  manifest: {
    fullName: (name: string) => `${name}: ask the archive of your policy events`,
    short: 'Who said and recommended what at your policy events, and where it is written',
    description:
      'Rapporteur knows what was said and recommended at your policy events. Ask it in a chat, mention it in a channel, or insert what it finds into a message. Every line names the document and the paragraph in which it is written; where the documents say nothing, it says so. No language model writes its answers.',
    search: 'Search the archive',
    searchDescription: 'Find a session, a person or a recommendation and insert it into your message',
    searchMeaning:
      'Searches an archive of policy events: sessions, the people and organizations that took part, what they said, recommended, counted or voted for. Use it for questions such as who said something, what was recommended on a topic and to whom, who spoke where, how many or when. Every result names the document and the paragraph in which it stands. The archive is in English; it holds no news and nothing of the user’s own files.',
    query: 'Search',
    queryMeaning:
      'What to look for, in English: a topic, the name of a person, organization or country, a goal such as sdg8, a year, a few words, or a whole question. Output: one search text of at most 300 characters.',
    prompt: (asked: string) => `Look in the archive of policy events: ${asked}`,
    queryDescription: 'A name, a topic or a few words',
    findRelated: 'Find sessions in the archive on the same subjects as this message',
  },
};

/** The catalogue, with Teams' own part. */
export type Says = SaysOwn<typeof english>;
export const saysIn = platformSays(english);
