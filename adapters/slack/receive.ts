/**
 * What Slack sends, read as plain payloads: which line was asked, where the reply belongs, and what identifies the
 * delivery. Pure; payloads are signed by Slack, yet nothing of their shape is taken for granted.
 */
import type { Filled } from '../../src/answer/form.ts';
import { lineOf } from '../../src/answer/line.ts';
import { hasWords } from '../../src/answer/mentions.ts';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import { readMore } from './more.ts';
import { list, type Payload, record, text } from './payload.ts';
import { oneLine } from './text.ts';
import { carriedWords, hasAttachments, plainWords, textOf, typedWords, wordsOfMessage } from './words.ts';

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

export interface Clicked {
  readonly actionId: string;
  readonly value: string;
  readonly responseUrl: string | undefined;
  readonly triggerId: string;
  /** The message that the click came from; absent in views. */
  readonly message:
    | {
        readonly channel: string;
        readonly threadTs: string | undefined;
        readonly ephemeral: boolean;
        readonly direct: boolean;
      }
    | undefined;
  /** Names the message that the click came from among all messages of all workspaces. */
  readonly messageKey: string | undefined;
  /** The view that the click came from; absent in messages. */
  readonly view: { readonly id: string; readonly type: 'home' | 'modal' } | undefined;
  readonly user: { readonly id: string; readonly name: string };
  /** Key of the conversation that a click in a message goes on with. */
  readonly thread: string | undefined;
  /** Key of the conversation in the thread below a message of the same channel with that ts. */
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

/** Ids of direct messages begin with D, whoever the other side is. */
function isDirect(channelType: unknown, channel: string): boolean {
  return channelType === undefined ? channel.startsWith('D') : channelType === 'im';
}

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

/** A click on a button or a choice from a menu, wherever it stands. */
export function clicked(body: unknown): Clicked {
  const payload = record(body);
  const action = record(Array.isArray(payload.actions) ? payload.actions[0] : undefined);
  const container = record(payload.container);
  const channel = text(payload, 'channel', 'id') ?? text(container, 'channel_id');
  const threadTs = text(container, 'thread_ts') ?? text(payload, 'message', 'thread_ts');
  const viewId = text(payload, 'view', 'id');
  const ts = text(container, 'message_ts') ?? text(payload, 'message', 'ts');
  const message =
    channel === undefined || viewId !== undefined
      ? undefined
      : {
          channel,
          threadTs,
          ephemeral: container.is_ephemeral === true,
          direct: isDirect(undefined, channel),
        };
  return {
    ...readMore(
      text(action, 'action_id') ?? '',
      text(action, 'block_id') ?? '',
      text(action, 'value') ?? text(action, 'selected_option', 'value') ?? '',
    ),
    responseUrl: text(payload, 'response_url'),
    triggerId: text(payload, 'trigger_id') ?? '',
    message,
    messageKey:
      message === undefined || ts === undefined ? undefined : `${teamOf(body)}:${message.channel}:${ts}`,
    view:
      viewId === undefined
        ? undefined
        : { id: viewId, type: text(payload, 'view', 'type') === 'home' ? 'home' : 'modal' },
    user: {
      id: text(payload, 'user', 'id') ?? '',
      name: oneLine(text(payload, 'user', 'username') ?? text(payload, 'user', 'name') ?? ''),
    },
    thread: message === undefined ? undefined : threadKey(teamOf(body), message.channel, threadTs),
    threadBelow: (below) => threadKey(teamOf(body), message?.channel ?? '', below),
  };
}

/** The words of a message that somebody chose "Find related sessions" on. */
export function shortcutText(body: unknown): string {
  return wordsOfMessage(record(body).message);
}

/** The links of a `link_shared` event and where their previews go. */
export interface SharedLinks {
  readonly urls: readonly string[];
  readonly target:
    | { readonly channel: string; readonly ts: string }
    | { readonly unfurl_id: string; readonly source: string };
}

export function sharedLinks(body: unknown): SharedLinks | undefined {
  const event = record(record(body).event);
  const links = Array.isArray(event.links) ? event.links : [];
  const urls = links.map((link) => text(link, 'url')).filter((url) => url !== undefined);
  // `unfurl_id` and `source` name a message that is still being written, too.
  const unfurlId = text(event, 'unfurl_id');
  const source = text(event, 'source');
  if (unfurlId !== undefined && source !== undefined)
    return { urls, target: { unfurl_id: unfurlId, source } };
  const channel = text(event, 'channel');
  const ts = text(event, 'message_ts');
  return channel === undefined || ts === undefined ? undefined : { urls, target: { channel, ts } };
}

/** Whose details somebody wants to see beside the conversation, by its page. */
export function askedDetails(
  body: unknown,
): { readonly url: string; readonly triggerId: string } | undefined {
  const event = record(record(body).event);
  const url = text(event, 'entity_url') ?? text(event, 'link', 'url');
  const triggerId = text(event, 'trigger_id');
  return url === undefined || triggerId === undefined ? undefined : { url, triggerId };
}

/** What a picker was asked to complete. */
export function pickerRequest(body: unknown): { readonly actionId: string; readonly typed: string } {
  return { actionId: text(body, 'action_id') ?? '', typed: plainWords(text(body, 'value') ?? '') };
}

/** Where the answer that a form asks for goes, kept in the form itself. */
export interface FormOrigin {
  /** The line to narrow, '' for none. */
  readonly line: string;
  readonly message?: NonNullable<Clicked['message']>;
  readonly responseUrl?: string;
}

/** A submitted form: what was filled in, by the ids of its blocks. */
export function submittedForm(body: unknown): {
  readonly origin: FormOrigin;
  readonly filled: Filled;
  readonly viewId: string;
} {
  const view = record(record(body).view);
  const values = Object.entries(record(record(view.state).values));
  return {
    origin: readOrigin(text(view, 'private_metadata')),
    filled: Object.fromEntries(
      values.map(([name, element]) => [name, valuesOf(Object.values(record(element))[0])]),
    ),
    viewId: text(view, 'id') ?? '',
  };
}

/** What one field holds: what was typed, or the values of what was chosen. */
function valuesOf(state: unknown): readonly string[] {
  const { selected_options: several } = record(state);
  const chosen = Array.isArray(several) ? several.map((one) => text(one, 'value')) : [];
  return [text(state, 'value'), text(state, 'selected_option', 'value'), ...chosen].filter(
    (value) => value !== undefined,
  );
}

function readOrigin(metadata: string | undefined): FormOrigin {
  let kept: Payload = {};
  try {
    kept = record(JSON.parse(metadata ?? '{}'));
  } catch {
    // Not ours: the form then begins anew.
  }
  const channel = text(kept, 'message', 'channel');
  const responseUrl = text(kept, 'responseUrl');
  const message = record(kept.message);
  return {
    line: text(kept, 'line') ?? '',
    ...(responseUrl === undefined ? {} : { responseUrl }),
    ...(channel === undefined
      ? {}
      : {
          message: {
            channel,
            threadTs: text(message, 'threadTs'),
            ephemeral: message.ephemeral === true,
            direct: message.direct === true,
          },
        }),
  };
}

/** What opens a view; good for three seconds. */
export function triggerOf(body: unknown): string {
  return text(body, 'trigger_id') ?? '';
}

/** Who clicked or chose. */
export function userOf(body: unknown): string {
  return text(body, 'user', 'id') ?? '';
}

/** The workspace or organization that an event about installations is for. */
export function installationOf(body: unknown): {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
} {
  const payload = record(body);
  const authorized: unknown = Array.isArray(payload.authorizations) ? payload.authorizations[0] : undefined;
  const enterpriseId =
    text(authorized, 'enterprise_id') ?? text(payload, 'enterprise_id') ?? text(payload, 'enterprise', 'id');
  const isOrganization =
    payload.is_enterprise_install === true || record(authorized).is_enterprise_install === true;
  return {
    teamId: teamOf(body) || undefined,
    enterpriseId,
    isEnterpriseInstall: isOrganization && enterpriseId !== undefined,
  };
}

/** True where a `tokens_revoked` event names a bot token: the installation is of no use any more. */
export function revokesBot(body: unknown): boolean {
  const bots = record(record(record(body).event).tokens).bot;
  return Array.isArray(bots) && bots.length > 0;
}

/**
 * The workspace whose installation a request is for. In a channel that several workspaces share, `team_id` and `team` may be
 * those of whoever wrote or clicked: an event says who authorised it, a view where it was opened from, and the bot's own message
 * where the bot is at home.
 */
export function teamOf(body: unknown): string {
  const { authorizations } = record(body);
  const own = text(body, 'type') === 'block_actions' ? text(body, 'message', 'team') : undefined;
  return (
    text(Array.isArray(authorizations) ? authorizations[0] : undefined, 'team_id') ??
    text(body, 'context_team_id') ??
    text(body, 'view', 'app_installed_team_id') ??
    (own?.startsWith('T') === true ? own : undefined) ??
    text(body, 'team_id') ??
    text(body, 'team', 'id') ??
    text(body, 'user', 'team_id') ??
    ''
  );
}

/** The organization whose bot wrote the message that was clicked on, where the message tells that in the place of a workspace. */
export function organizationOf(body: unknown): string | undefined {
  const own = text(body, 'type') === 'block_actions' ? text(body, 'message', 'team') : undefined;
  return own?.startsWith('E') === true ? own : undefined;
}

function threadKey(team: string, channel: string, threadTs: string | undefined): string {
  return [team, channel, ...(threadTs === undefined ? [] : [threadTs])].join(':');
}
