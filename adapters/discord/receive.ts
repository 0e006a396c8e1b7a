/**
 * From Discord's payloads to a line of text: who is addressed, what they ask, in which conversation, and the key by
 * which a repeated delivery is known. Pure.
 */
import type { Filled } from '../../src/answer/form.ts';
import { lineOf } from '../../src/answer/line.ts';
import { hasWords } from '../../src/answer/mentions.ts';
import { lineOfMessage, whoLineOfMessage } from '../../src/answer/message-line.ts';
import { ownLine } from './lines.ts';
import {
  COMMAND,
  CONTEXT,
  type Interaction,
  MESSAGE,
  type Message,
  OPTION,
  THREADS,
  type User,
} from './payloads.ts';
import { saysIn } from './says.ts';
import { carriedWords, hasAttachments, typedWords, wordsOfMessage } from './words.ts';

/** Who the bot is, so that it knows when it is spoken to. */
export interface Self {
  readonly userId: string;
  /** The roles that Discord made for the bot, one per server. */
  readonly roles: ReadonlySet<string>;
}

interface Asked {
  readonly kind: 'line';
  /** As typed, without the mention; '' asks for help. */
  readonly text: string;
  /** Of the people mentioned in it; absent where nobody is. */
  readonly names?: readonly string[];
  /** Key of the conversation whose last line may be continued. */
  readonly thread: string;
  /** The canonical line of the bot's own answer that this message replies to. */
  readonly previous?: string;
  /** The conversation that those replies to that answer belong to. */
  readonly follows?: string;
  /** The message's key: the same for every delivery and every edit of it. */
  readonly message: string;
  /** The key of what was delivered: a message, or an edit of it. */
  readonly delivery: string;
  /** Changed so long after it was written that it is answered only where it was answered before. */
  readonly old: boolean;
  readonly surface: 'mention' | 'direct';
}

/** Why something cannot be read: what is said of it, in the catalogue or Discord's own part of it. */
export type Reason = 'roleMention' | 'unknownCommand' | 'noText' | 'textOnly';

/** Addressed, but in a way that cannot be read: the reason is the reply. */
interface Unreadable {
  readonly kind: 'reason';
  readonly reason: Reason;
  readonly delivery: string;
}

type Received = Asked | Unreadable | { readonly kind: 'ignored' };

const IGNORED: Received = { kind: 'ignored' };

/** Reads a message that the gateway delivered: a mention, a reply to the bot, a direct message, or none of our business. */
export function receiveMessage(message: Message, self: Self): Received {
  const author = message.author;
  // Never a bot, a webhook or the bot itself: two bots that answer each other never stop.
  if (author === undefined || author.bot === true || message.webhook_id !== undefined) return IGNORED;
  if (author.id === self.userId) return IGNORED;
  const type = message.type ?? MESSAGE.plain;
  if (type !== MESSAGE.plain && type !== MESSAGE.reply) return IGNORED;
  const key = `message:${message.id}`;
  const edited = message.edited_timestamp ?? undefined;
  const delivery = edited === undefined ? key : `${key}:${edited}`;
  const direct = isNone(message.guild_id);
  const mentioned = (message.mentions ?? []).some((user) => user.id === self.userId);
  if (direct || mentioned) {
    const replied = message.referenced_message;
    const isOurs = replied?.author?.id === self.userId;
    const previous = isOurs ? ownLine(replied?.components ?? []) : '';
    const words = typedWords(message.content ?? '', message.mentions ?? [], self.userId);
    // A message that holds nothing but the mention asks about the one that it replies to, or forwards.
    const about = hasWords(words) ? '' : aboutOf(message, isOurs ? undefined : replied);
    if (!hasWords(words) && about === '' && hasAttachments(message)) {
      return { kind: 'reason', reason: 'textOnly', delivery };
    }
    return {
      ...(previous === '' || replied == null ? {} : { previous, follows: belowOf(replied.id) }),
      kind: 'line',
      text: hasWords(words) ? words.text : about,
      ...(hasWords(words) && words.names.length > 0 ? { names: words.names } : {}),
      thread: threadOf(message.channel_id, author.id, message.channel_type),
      message: key,
      delivery,
      old: edited !== undefined && Date.parse(edited) - writtenAt(message.id) > OLD,
      surface: direct ? 'direct' : 'mention',
    };
  }
  // Discord shows a message's text only to the members it mentions; of a mentioned role it shows the role alone.
  if ((message.mention_roles ?? []).some((role) => self.roles.has(role))) {
    return { kind: 'reason', reason: 'roleMention', delivery };
  }
  return IGNORED;
}

function isNone(id: string | null | undefined): boolean {
  return id === undefined || id === null;
}

/** An edit after so many milliseconds mends a text that nobody waits to be answered. */
const OLD = 15 * 60_000;

/** When a message was written, in milliseconds since the epoch: /developers/reference#snowflakes */
const writtenAt = (id: string): number =>
  /^\d+$/.test(id) ? Number(BigInt(id) >> 22n) + 1_420_070_400_000 : Number.NaN;

/** The conversation of those who reply to an answer of the bot's. */
export const belowOf = (id: string): string => `reply:${id}`;

function aboutOf(message: Message, replied: Message | null | undefined): string {
  const carried = lineOfMessage(carriedWords(message));
  return carried !== '' || isNone(replied?.id) ? carried : lineOfMessage(wordsOfMessage(replied as Message));
}

/**
 * A conversation: what one person asks in one channel, or everybody in one thread. Two people who ask side by side in a
 * busy channel do not continue each other's questions. Where Discord does not say what the channel is, it may be a thread.
 */
export function threadOf(channel: string, user: string, channelType: number | undefined): string {
  return channelType === undefined || THREADS.includes(channelType) ? channel : `${channel}:${user}`;
}

/** Who uses an interaction. */
export function userOf(interaction: Interaction): User | undefined {
  return interaction.member?.user ?? interaction.user;
}

/** Who asks, for their quota; a server is their workspace. */
export function askerOf(
  interaction: Pick<Interaction, 'guild_id' | 'member' | 'user'>,
): { readonly user: string; readonly workspace?: string } | undefined {
  const user = (interaction.member?.user ?? interaction.user)?.id;
  if (user === undefined) return undefined;
  const { guild_id: guild } = interaction;
  return guild === undefined || guild === null ? { user } : { user, workspace: guild };
}

/** What was filled into a form, by the fields' names. */
export function receiveForm({ data }: Interaction): Filled {
  const fields = (data?.components ?? []).map((label) => objectIn(objectIn(label).component));
  return Object.fromEntries(
    fields.flatMap(({ custom_id: name, value, values }) => {
      const all: readonly unknown[] = Array.isArray(values) ? values : [value];
      const filled = all.filter((one) => typeof one === 'string' && one !== '') as readonly string[];
      return typeof name === 'string' ? [[name, filled]] : [];
    }),
  );
}

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

interface Command {
  readonly text: string;
  /** Of the people mentioned in it; absent where nobody is. */
  readonly names?: readonly string[];
  /** What the person chose for the option `private`; undefined where they left it out. */
  readonly private: boolean | undefined;
}

type ReceivedCommand = Command | { readonly reason: Reason };

/** Reads a slash command or the entry of a message's menu. */
export function receiveCommand(interaction: Interaction): ReceivedCommand {
  const data = interaction.data;
  if (data?.type === COMMAND.message) return fromMessage(interaction);
  if (data?.name === undefined || (data.type ?? COMMAND.slash) !== COMMAND.slash) {
    return { reason: 'unknownCommand' };
  }
  const options = data.options ?? [];
  const typed = options.find((option) => option.type === OPTION.string)?.value;
  const hidden = options.find((option) => option.type === OPTION.boolean)?.value;
  // Discord tells no names with what is typed behind a command.
  const words = typedWords(typeof typed === 'string' ? typed : '', []);
  return {
    text: lineOf.typed(`/${data.name}`, words.text),
    ...(words.names.length === 0 ? {} : { names: words.names }),
    private: typeof hidden === 'boolean' ? hidden : undefined,
  };
}

/** Menu entries are told by their names in English, whatever language they are shown in. */
const WHO = saysIn().chat.whoIsThis;

function fromMessage(interaction: Interaction): ReceivedCommand {
  const data = interaction.data;
  const message = data?.resolved?.messages?.[data.target_id ?? ''];
  const words = message === undefined ? '' : wordsOfMessage(message);
  const text = data?.name === WHO ? whoLineOfMessage(words) : lineOfMessage(words);
  return text === '' ? { reason: 'noText' } : { text, private: true };
}

/** The argument being typed, and the command that it belongs to. */
export function receiveTyping(interaction: Interaction): { readonly command: string; readonly text: string } {
  const focused = interaction.data?.options?.find((option) => option.focused === true);
  return {
    command: interaction.data?.name ?? '',
    text: typeof focused?.value === 'string' ? focused.value : '',
  };
}

/** Whether only the bot and the asker see the place, so that nothing need be hidden there. */
export function isDirect(interaction: Interaction): boolean {
  return interaction.context === undefined
    ? isNone(interaction.guild_id)
    : interaction.context === CONTEXT.botDirect;
}

/** The conversation that an interaction belongs to. */
export function threadOfInteraction(interaction: Interaction): string | undefined {
  const channel = interaction.channel_id ?? interaction.channel?.id;
  const user = userOf(interaction)?.id;
  return channel === undefined || user === undefined
    ? undefined
    : threadOf(channel, user, interaction.channel?.type);
}
