/** What only Discord's readers are told, in plain text short enough for its fields. What all chats say stands in the catalogue. */
import { plural } from '../../src/locales/en/plural.ts';
import { platformSays, type Says as SaysOwn } from '../../src/locales/locales.ts';
import type { Reason } from './receive.ts';

const english = {
  line: 'Line',
  documents: 'Documents',
  link: 'link',
  share: 'Share',
  openOne: 'Open…',
  more: 'More…',
  shortened: 'Shortened to fit. Open an item to read all of it.',
  shortenedAlone: 'Shortened to fit what Discord shows in one message.',
  moreOf: (count: number) => `and ${count} more`,
  moreFacts: (count: number) => `and ${plural(count, 'more fact')}`,
  stepsLeftOut: (count: number) =>
    `${plural(count, 'more next step does', 'more next steps do')} not fit here.`,
  itemsLeftOut: (count: number) =>
    `${plural(count, 'more item does', 'more items do')} not fit here. Narrow the question to see them.`,
  /**
   * "7–12 of 31"; "1–20 of 100 · 80 more" where one page takes several messages, for which its own paging does not speak.
   * @param isCut the message shows a part of the page
   */
  position: (first: number, last: number, total: number, isCut: boolean) =>
    [
      `${first === last ? first : `${first}–${last}`} of ${total}`,
      ...(isCut && last < total ? [`${total - last} more`] : []),
    ].join(' · '),
  sharedBy: (mention: string) => `Shared by ${mention}`,
  /** A heading, on the message where its items go on. */
  goesOn: (heading: string) => `${heading} (continued)`,

  private: 'Show the answer only to you; you can share it afterwards',

  presence: 'Ask me: /sessions sdg8',

  failed: 'Something went wrong while I was looking. Please ask again in a moment.',
  late: 'Discord closed the request before my answer was ready. Please ask again.',
  oldButton: 'This button is from an earlier version and no longer works. Ask again, or type /help.',
  unknownCommand: 'I no longer know this command. Type /help to see what I understand.',
  noText: 'This message has no text to search with.',
  alreadyShared: 'You have already shared this answer.',
  roleMention:
    'You mentioned my role, and Discord does not show me the text of such a message. Please mention me, the member of this server, or use a slash command.',
  mayNotWrite:
    'You asked me something in a channel where I may not write. Ask an administrator to give me the permission “Send Messages” there (in threads, “Send Messages in Threads”), or ask me here.',
};

/** The catalogue, with Discord's own part. */
export type Says = SaysOwn<typeof english>;
export const saysIn = platformSays(english);

/** Why something cannot be read. */
export function reasonIn({ own, chat }: Says, reason: Reason): string {
  return reason === 'textOnly' ? chat.textOnly : own[reason];
}
