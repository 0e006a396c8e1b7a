/**
 * The words of Discord's messages. A person types into `content`; what apps post, what is forwarded, asked in a poll or attached
 * stands in embeds, components, snapshots, polls and files.
 */
import { titleOfFile } from '../../src/answer/file-title.ts';
import { type Mention, type Worded, wordsAndNames } from '../../src/answer/mentions.ts';
import type { Message, User } from './payloads.ts';

/** Mentions of people and of the bot, and all that is no word: roles, channels, emoji, times, places in the server's menu. */
const TOKEN = /<@!?(\d+)>|<@&\d+>|<#\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<id:\w+>|<\/([^:>]+):\d+>/g;

/** What a person typed, with those whom it mentions. `mentions`: people as Discord names them, where it does. */
export function typedWords(content: string, mentions: readonly User[], us?: string): Worded {
  return wordsAndNames(piecesOf(content, mentions, us));
}

/** The same of a text in which nobody can be asked about: without mentions. */
function plainWords(content: string): string {
  return wordsAndNames(piecesOf(content, []).filter((one) => typeof one === 'string')).text;
}

function piecesOf(content: string, mentions: readonly User[], us?: string): (string | Mention)[] {
  const people = new Map(mentions.map((user) => [user.id, user]));
  const pieces: (string | Mention)[] = [];
  let at = 0;
  for (const match of content.matchAll(TOKEN)) {
    pieces.push(content.slice(at, match.index));
    at = match.index + match[0].length;
    const [, person, command] = match;
    if (command !== undefined) pieces.push(`/${command}`);
    else if (person === undefined) pieces.push({ whom: 'other' });
    else if (person === us) pieces.push({ whom: 'us' });
    else pieces.push(mentionOf(people.get(person)));
  }
  pieces.push(content.slice(at));
  return pieces;
}

function mentionOf(user: User | undefined): Mention {
  if (user?.bot === true) return { whom: 'other' };
  return { whom: 'person', name: user?.global_name ?? user?.username ?? '' };
}

type Payload = Readonly<Record<string, unknown>>;

function record(value: unknown): Payload {
  return typeof value === 'object' && value !== null ? (value as Payload) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** No message is nested so deep, and of a longer one the beginning tells what it is about. */
const DEEPEST = 8;
const MOST = 5_000;

/** All words that a reader of the message sees: its text and what it carries. */
export function wordsOfMessage(message: Message): string {
  return joined([message.content, ...carriedBy(message, 0), ...filesOf(message)]);
}

/** What a message carries beside the text that was typed: a forwarded message, a poll, embeds, components. */
export function carriedWords(message: Message): string {
  return joined(carriedBy(message, 0));
}

/** Whether there is something beside words: files, stickers, or what no word could be read from. */
export function hasAttachments(message: Message): boolean {
  const { attachments, sticker_items, embeds, message_snapshots, poll } = message;
  return [attachments, sticker_items, embeds, message_snapshots, poll === undefined ? [] : [poll]].some(
    (one) => list(one).length > 0,
  );
}

function joined(texts: readonly unknown[]): string {
  const all = new Set<string>();
  for (const text of texts) if (typeof text === 'string') all.add(plainWords(text.slice(0, MOST)));
  all.delete('');
  return [...all].join(' ').slice(0, MOST);
}

function carriedBy(value: unknown, depth: number): readonly unknown[] {
  if (depth > DEEPEST) return [];
  const message = record(value);
  return [
    ...list(message.message_snapshots).flatMap((one) => {
      const inner = record(record(one).message);
      return [inner.content, ...carriedBy(inner, depth + 1), ...filesOf(inner)];
    }),
    ...list(message.embeds).flatMap(embedded),
    ...shownIn(message.components, 0),
    ...asked(message.poll),
  ];
}

/** https://docs.discord.com/developers/resources/message#embed-object */
function embedded(value: unknown): readonly unknown[] {
  const { title, description, fields } = record(value);
  return [title, description, ...list(fields).flatMap((one) => [record(one).name, record(one).value])];
}

/** https://docs.discord.com/developers/resources/poll */
function asked(value: unknown): readonly unknown[] {
  const { question, answers } = record(value);
  return [record(question).text, ...list(answers).map((one) => record(record(one).poll_media).text)];
}

const PRESSED: ReadonlySet<unknown> = new Set([2, 3, 5, 6, 7, 8]);

/** Texts within components of version 2, and what pictures show; buttons and menus hold no words of the message. */
function shownIn(value: unknown, depth: number): readonly unknown[] {
  if (depth > DEEPEST) return [];
  return list(value).flatMap((one) => {
    const { type, content, description, components, items } = record(one);
    return PRESSED.has(type)
      ? []
      : [content, description, ...shownIn(components, depth + 1), ...shownIn(items, depth + 1)];
  });
}

/** Titles that people gave their files, and what they say of them; what a camera called a picture tells nothing. */
function filesOf(value: unknown): readonly unknown[] {
  return list(record(value).attachments).flatMap((one) => {
    const { title, filename, description, content_type } = record(one);
    const isMedium = /^(?:image|video|audio)\//.test(String(content_type ?? ''));
    const name = typeof title === 'string' ? title : isMedium ? '' : filename;
    return [typeof name === 'string' ? titleOfFile(name) : undefined, description];
  });
}
