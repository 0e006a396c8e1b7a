/** What only Slack's readers are told. What an Answer says stands in the Answer, what all chats say in the catalogue. */
import type { Overview } from '../../src/engine.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import { platformSays, type Says as SaysOwn } from '../../src/locales/locales.ts';

/** Why the bot may not answer in a channel. */
export type Refused = 'archived' | 'absent' | 'restricted';

const english = {
  open: (number: number) => `Open ${number}`,
  /** A menu of what is shown. @param page such as 1–5 of 20, or '' */
  openOne: (page: string) => (page === '' ? 'Open…' : `${page} · Open…`),
  more: (count: number) => `… and ${count} more`,
  shortened: 'Some texts are shortened. Open an item to read it in full.',
  itemsLeftOut: (count: number) =>
    count === 1
      ? '1 more item does not fit in one message. Narrow the question to see it.'
      : `${count} more items do not fit in one message. Narrow the question to see them.`,
  share: 'Share in channel',
  sharedBy: (name: string) => (name === '' ? 'Shared from the archive' : `Shared by ${name}`),
  helpfulSpoken: 'This answer was helpful',
  notHelpfulSpoken: 'This answer was not helpful',
  noText: 'This message has no text to search with.',
  searching: 'Looking through the archive…',
  failed: 'Sorry, the archive could not be read just now. Please try again in a minute.',
  refused: (why: Refused) =>
    ({
      archived: 'The channel in which you asked is archived, so only you see this.',
      absent:
        'I am not in the channel in which you asked, so only you see this. Invite me with /invite @Rapporteur.',
      restricted:
        'I may not post in the channel in which you asked, so only you see this. Whoever manages the channel can permit it.',
    })[why],
  modalFailed: 'Sorry, Slack did not open the window in time. Please try again.',
  notInstalled: (url: string | undefined) =>
    url === undefined
      ? 'Rapporteur is no longer installed in this workspace. Ask whoever runs it to install it again.'
      : `Rapporteur is no longer installed in this workspace. Install it again at ${url}`,
  install: {
    title: `Install ${PRODUCT} in Slack`,
    asks: `Slack will show what ${PRODUCT} asks for: to be mentioned, to answer, its commands, and what you write to it directly. It cannot read your channels.`,
    onward: 'Continue to Slack',
    done: (workspace: string) =>
      workspace === '' ? `${PRODUCT} is installed` : `${PRODUCT} is installed in ${workspace}`,
    next: 'Write to it under Apps, type /rapporteur help anywhere, or invite it to a channel and mention it there.',
    open: 'Open it in Slack',
    cancelled: 'Nothing was installed, as you wished.',
    stale: 'Nothing was installed: this page was opened in another browser, or too late.',
    failed: 'Nothing was installed: Slack did not complete it. Please try again in a minute.',
    again: 'Start again',
  },
  staleButton: 'This button is from an earlier version. Here is what you can ask now.',
  agent: {
    /** Above suggested questions. */
    ask: 'Ask the archive, for example:',
    whoIs: (name: string) => `Who is ${name}?`,
    whoSpokeAt: (event: string) => `Who spoke at “${event}”?`,
  },
  home: {
    intro:
      'Ask the archive of policy events who said what, what was recommended, and where it is written. Mention me in a channel, write to me under Messages, or type /rapporteur and your question.',
    search: 'Search…',
    counts: (counts: Overview['counts']) =>
      `${counts.sessions} sessions · ${counts.people} people · ${counts.organizations} organizations · ${counts.contributions} contributions, ${counts.recommendations} of them recommendations · ${counts.sources} documents`,
    examples: 'Try',
    recent: 'Recent additions',
    added: (day: string) => `Added ${day}`,
    events: 'Events, newest first',
    goals: 'Goals',
    goal: (label: string, named: number, related: number) =>
      named > 0 ? `${label} · ${named}` : `${label} · ${related} related`,
    topics: 'Topics',
    topic: (label: string, contributions: number) => `${label} · ${contributions}`,
    people: 'People',
    everything: 'Everything',
    allRecommendations: 'All recommendations',
  },
  manifest: {
    description: 'Ask your archive of policy events: who said what, and where it is written',
    longDescription:
      'Rapporteur answers questions about policy events from their own documents: which sessions touched a goal or a topic, who spoke and what they said, what was recommended to whom, and which figures were given. Every answer names the document and the place where it stands. Where the documents say nothing, it says so. Mention it in a channel, write to it directly, or type /rapporteur and a question.',
    ask: 'Asks the archive a question, wherever you are',
    agent:
      'Ask who said what at the events of your archive, what was recommended to whom, and where it is written. Every answer names the document and the place.',
    findRelated: 'Searches the archive with the text of this message',
    main: 'Ask the archive in your own words, or give any command',
    mainHint: '[question | sessions … | speaker … | help]',
  },
};

/** The catalogue, with Slack's own part. */
export type Says = SaysOwn<typeof english>;
export const saysIn = platformSays(english);
