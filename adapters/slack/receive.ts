/**
 * What Slack sends, read as plain payloads: which line was asked, where the reply belongs, and what identifies the
 * delivery. Pure; payloads are signed by Slack, yet nothing of their shape is taken for granted.
 */
import { lineOf } from '../../src/answer/line.ts';
import { hasWords } from '../../src/answer/mentions.ts';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import { list, type Payload, record, text } from './payload.ts';
import { isDirect, teamOf, threadKey } from './team.ts';
import { carriedWords, hasAttachments, textOf, typedWords } from './words.ts';

/** The command under which every line can be typed, whatever else is registered. */
export const MAIN_COMMAND = 'rapporteur';

/** Where a reply to a message belongs. */
export interface Place {
  readonly channel: string;
  /** Reply within this thread; absent at the top level of a direct message. */
  readonly threadTs?: string;
}

interface AskedCommand {
  readonly line: string;
  /** Of the people mentioned in it; absent where nobody is. */
  readonly names?: readonly string[];
  readonly responseUrl: string;
}

export interface AskedMessage {
  readonly surface: 'mention' | 'direct';
  readonly line: string;
  /** Of the people mentioned in it; absent where nobody is. */
  readonly names?: readonly string[];
  /** There are files or the like, and no words: that is the reply, not the answer to `line`. */
  readonly wordless?: true;
  readonly user: string;
  readonly place: Place;
  /** Key of the conversation whose last line may be continued. */
  readonly thread: string;
  /** Names the message among all messages of all workspaces, whatever event tells of it. */
  readonly message: string;
  /** It was changed, by hand or by Slack itself. */
  readonly changed: boolean;
  /** In the agent view: whether it begins a thread there. */
  readonly agent?: 'opens' | 'goes on';
  /** Key of the thread that a message there goes on with: the one that stands beside it. */
  readonly follows?: string;
  /** Key of the conversation in the thread below a message with that ts. */
  readonly threadBelow: (ts: string) => string;
}

/**
 * What identifies a delivery: repeats of it carry the same key. Undefined for requests that change nothing and may be
 * answered any number of times (suggestions for a picker).
 */
export function deliveryKey(body: unknown): string | undefined {
  const payload = record(body);
  if (payload.type === 'block_suggestion') return undefined;
  const event = text(payload, 'event_id');
  if (event !== undefined) return `event:${event}`;
  const trigger = text(payload, 'trigger_id');
  return trigger === undefined ? undefined : `trigger:${trigger}`;
}

/**
 * What identifies a request that Slack never sends again, and that can be answered later: a command, or a click in a message.
 * Undefined for all else: events come again, and windows wait for three seconds only.
 */
export function lastingKey(body: unknown): string | undefined {
  const payload = record(body);
  if (text(payload, 'response_url') === undefined) return undefined;
  const lasting = payload.command !== undefined || payload.type === 'block_actions';
  return lasting ? deliveryKey(body) : undefined;
}

/** Who asks, for their quota; undefined for what nobody in person sent. */
export function askerOf(body: unknown): { readonly user: string; readonly workspace: string } | undefined {
  const user =
    text(body, 'event', 'user') ??
    text(body, 'event', 'message', 'user') ??
    text(body, 'user_id') ??
    text(body, 'user', 'id');
  return user === undefined ? undefined : { user, workspace: teamOf(body) };
}

/** What kind of request a body is, for logs and counts. */
export function kindOf(body: unknown): string {
  const payload = record(body);
  return (
    text(payload, 'event', 'type') ??
    (text(payload, 'command') ? 'command' : (text(payload, 'type') ?? 'unknown'))
  );
}

/**
 * The line of a slash command: its name without prefix, and what was typed after it. `/rapporteur LINE` is LINE alone;
 * nothing typed after it asks for help.
 */
export function commandLine(body: unknown, prefix: string): AskedCommand {
  const name = (text(body, 'command') ?? '').replace(/^\//, '').toLowerCase();
  const words = typedWords(text(body, 'text') ?? '', undefined);
  const typed = hasWords(words) ? words.text : '';
  const asked = { ...namesIn(words), responseUrl: text(body, 'response_url') ?? '' };
  if (name === MAIN_COMMAND || name === '') return { line: typed || lineOf.help(), ...asked };
  const command = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  // With the slash an unknown name is told to be none; without it, it would be words to look for.
  return { line: lineOf.typed(`/${command}`, typed), ...asked };
}

function namesIn({ names }: { readonly names: readonly string[] }): { readonly names?: readonly string[] } {
  return names.length === 0 ? {} : { names };
}

/** Where a slash command was typed and by whom, for an answer that must find another way. */
export function commandOrigin(body: unknown): { readonly channel: string; readonly user: string } {
  return { channel: text(body, 'channel_id') ?? '', user: text(body, 'user_id') ?? '' };
}

/**
 * A mention or a direct message that wants an answer; undefined for what does not: other apps' and the bot's own
 * messages, joins and other notices. An edited one comes again: a mention as itself, a direct message as a change.
 * @param agent the app has Slack's agent view, where every direct message begins a thread of its own
 */
export function askedMessage(
  body: unknown,
  botUserId: string | undefined,
  agent = false,
): AskedMessage | undefined {
  const outer = record(record(body).event);
  const channel = text(outer, 'channel');
  const changed = outer.type === 'message' && outer.subtype === 'message_changed';
  // A change tells of the message as it is now, and leaves out where it stands.
  const event: Payload = changed
    ? { ...record(outer.message), type: outer.type, channel_type: outer.channel_type }
    : outer;
  const ts = text(event, 'ts');
  const surface = event.type === 'app_mention' ? 'mention' : 'direct';
  if (channel === undefined || ts === undefined) return undefined;
  if (surface === 'direct' && (event.type !== 'message' || !isDirect(event.channel_type, channel)))
    return undefined;
  // A message that carries a bot_id or no user was not typed by a person.
  const user = text(event, 'user');
  if (text(event, 'bot_id') !== undefined || user === undefined || user === botUserId) return undefined;
  if (event.subtype !== undefined && !WRITTEN.has(String(event.subtype))) return undefined;
  const within = text(event, 'thread_ts');
  const threadTs = within ?? (surface === 'mention' || agent ? ts : undefined);
  const opens = agent && surface === 'direct' && within === undefined;
  const follows = opens ? viewedThread(event.app_context, teamOf(body)) : undefined;
  return {
    surface,
    ...askedIn(event, ourselves(body) ?? botUserId),
    user,
    place: { channel, ...(threadTs === undefined ? {} : { threadTs }) },
    thread: threadKey(teamOf(body), channel, threadTs),
    message: `${teamOf(body)}:${channel}:${ts}`,
    changed,
    ...(agent && surface === 'direct' ? { agent: opens ? 'opens' : 'goes on' } : {}),
    ...(follows === undefined ? {} : { follows }),
    threadBelow: (below) => threadKey(teamOf(body), channel, below),
  };
}

/** Key of the thread that somebody looks at beside the agent view, which Slack puts before all else that is in sight. */
function viewedThread(context: unknown, team: string): string | undefined {
  for (const entity of list(record(context).entities)) {
    if (text(entity, 'type') !== 'slack#/types/message_context') continue;
    const channel = text(entity, 'value', 'channel_id');
    const ts = text(entity, 'value', 'message_ts');
    if (channel !== undefined && ts !== undefined) return threadKey(team, channel, ts);
  }
  return undefined;
}

/** Where somebody opened a conversation with the bot: its Messages tab, or a thread of the older assistant. */
export function openedConversation(body: unknown): Place | undefined {
  const event = record(record(body).event);
  const thread = record(event.assistant_thread);
  const threadTs = text(thread, 'thread_ts');
  const channel =
    text(thread, 'channel_id') ?? (event.tab === 'messages' ? text(event, 'channel') : undefined);
  return channel === undefined ? undefined : { channel, ...(threadTs === undefined ? {} : { threadTs }) };
}

/** Subtypes of messages that people write: with files, shown in the channel too, and by "/me". */
const WRITTEN: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** The bot's own user, as the event names it. */
function ourselves(body: unknown): string | undefined {
  const { authorizations } = record(body);
  const first: unknown = Array.isArray(authorizations) ? authorizations[0] : undefined;
  return record(first).is_bot === true ? text(first, 'user_id') : undefined;
}

/** What was typed; where nothing was, the message that is forwarded with it is what it is about. */
function askedIn(event: Payload, us: string | undefined): Pick<AskedMessage, 'line' | 'names' | 'wordless'> {
  const words = typedWords(textOf(event), us);
  if (hasWords(words)) return { line: words.text, ...namesIn(words) };
  const related = lineOfMessage(carriedWords(event));
  if (related !== '') return { line: related };
  return { line: lineOf.help(), ...(hasAttachments(event) ? { wordless: true } : {}) };
}
