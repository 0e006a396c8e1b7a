/**
 * What an activity asks of us: a line to answer, a button that was pressed, a search, an installation, or nothing.
 * Pure, on plain Activity JSON; answering is the business of `handle.ts`.
 */
import { createHash } from 'node:crypto';
import type { Account, Activity } from './activity.ts';
import { LIMITS } from './limits.ts';
import { isSelf, lineOf, type Self } from './mention.ts';

export type Received =
  | {
      readonly kind: 'ask';
      readonly text: string;
      /** Key of the conversation whose last line may be continued. */
      readonly thread: string;
      readonly surface: 'channel' | 'group' | 'personal';
      /** The asker alone saw the question (a slash command in a group), and alone sees the answer. */
      readonly private: boolean;
      readonly delivery?: string;
      readonly locale?: string;
    }
  | {
      readonly kind: 'press';
      readonly line: string;
      /** The line of the card that the button stood on, to go back to. */
      readonly from?: string;
      /** Post the answer for everybody, from a card that only one person sees. */
      readonly share: boolean;
      /** `execute` is answered in the response, `submit` by a change of the message that holds the card. */
      readonly via: 'execute' | 'submit';
      readonly message?: string;
      readonly thread: string;
      readonly private: boolean;
      readonly delivery?: string;
      readonly locale?: string;
    }
  | {
      readonly kind: 'verdict';
      readonly line: string;
      readonly revision: string;
      readonly helpful: boolean;
      readonly via: 'execute' | 'submit';
      readonly private: boolean;
      readonly delivery?: string;
    }
  | { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number }
  | {
      readonly kind: 'installed';
      readonly place: string;
      readonly scope: 'personal' | 'group';
      readonly delivery?: string;
    }
  | { readonly kind: 'removed'; readonly place: string }
  /** Addressed to us, but nothing that could be read; `reason` picks the words. */
  | {
      readonly kind: 'unreadable';
      readonly reason: 'attachment' | 'button' | 'command';
      /** Where the reason can be said: in the conversation, or in the response that the platform waits for. */
      readonly via: 'message' | 'invoke';
      readonly delivery?: string;
    }
  | { readonly kind: 'ignored'; readonly why: string }
  /** Not answerable at all: a field that every reply needs is absent. */
  | { readonly kind: 'refused'; readonly why: string };

/** Reads `activity`; `self` is who we are. */
export function receive(activity: Activity, self: Self): Received {
  switch (activity.type) {
    case 'message':
      return receiveMessage(activity, self);
    case 'invoke':
      return receiveInvoke(activity);
    case 'installationUpdate':
      return receiveInstallation(activity);
    case 'conversationUpdate':
      return receiveMembers(activity, self);
    default:
      return { kind: 'ignored', why: `activities of type ${activity.type.slice(0, 40)} ask for nothing` };
  }
}

function receiveMessage(activity: Activity, self: Self): Received {
  const conversation = activity.conversation?.id;
  if (!conversation) {
    return missing('conversation.id');
  }
  if (fromBot(activity, self)) {
    return { kind: 'ignored', why: 'sent by a bot' };
  }
  const delivery = deliveryOf(activity);
  const pressed = buttonOf(activity.value);
  if (pressed !== undefined) {
    return pressed === 'unreadable'
      ? { kind: 'unreadable', reason: 'button', via: 'message', ...delivery }
      : pressOf('submit', pressed, activity);
  }
  const text = lineOf(activity, self);
  if (text === '' && hasContent(activity)) {
    return { kind: 'unreadable', reason: 'attachment', via: 'message', ...delivery };
  }
  return {
    kind: 'ask',
    // A mention and nothing else is a question too: what can you do?
    text: text === '' ? 'help' : text,
    surface: surfaceOf(activity),
    ...threadOf(activity),
    ...delivery,
    ...localeOf(activity),
  };
}

function receiveInvoke(activity: Activity): Received {
  if (activity.name === 'composeExtension/query') {
    return receiveSearch(activity.value);
  }
  if (activity.name === 'adaptiveCard/action') {
    if (!activity.conversation?.id) {
      return missing('conversation.id');
    }
    const action = fields(fields(activity.value).action);
    const pressed = buttonOf(action.data);
    return pressed === undefined || pressed === 'unreadable'
      ? { kind: 'unreadable', reason: 'button', via: 'invoke' }
      : pressOf('execute', pressed, activity);
  }
  return { kind: 'unreadable', reason: 'command', via: 'invoke' };
}

function pressOf(via: 'execute' | 'submit', button: Button, activity: Activity): Received {
  const { secret, verdict, line, from, share } = button;
  const place = threadOf(activity, secret);
  if (verdict !== undefined) {
    return { kind: 'verdict', line, ...verdict, via, private: place.private, ...deliveryOf(activity) };
  }
  return {
    kind: 'press',
    via,
    line,
    share,
    ...(from === undefined ? {} : { from }),
    ...messageOf(activity),
    ...place,
    ...deliveryOf(activity),
    ...localeOf(activity),
  };
}

function receiveSearch(value: unknown): Received {
  const query = fields(value);
  const parameters = Array.isArray(query.parameters) ? query.parameters.map(fields) : [];
  // The manifest names one command, `search`, and its parameter `query`; clients for trying out name them otherwise.
  const typed = parameters.find((one) => one.name !== 'initialRun')?.value;
  const options = fields(query.queryOptions);
  return {
    kind: 'search',
    text: typeof typed === 'string' ? typed.trim() : '',
    skip: whole(options.skip, 0, LIMITS.searchSkip.value, 0),
    count: whole(options.count, 1, LIMITS.searchResults.value, LIMITS.searchResults.value),
  };
}

function receiveInstallation(activity: Activity): Received {
  const place = placeOf(activity);
  if (place === undefined) {
    return { kind: 'ignored', why: 'an installation in no conversation' };
  }
  if (activity.action === 'add') {
    return { kind: 'installed', place, scope: scopeOf(activity), ...deliveryOf(activity) };
  }
  return activity.action === 'remove'
    ? { kind: 'removed', place }
    : { kind: 'ignored', why: 'an upgrade of the app asks for nothing' };
}

function receiveMembers(activity: Activity, self: Self): Received {
  const place = placeOf(activity);
  const us = (one: Account): boolean => isSelf(one.id, activity, self);
  if (place !== undefined && activity.membersAdded?.some(us)) {
    return { kind: 'installed', place, scope: scopeOf(activity), ...deliveryOf(activity) };
  }
  if (place !== undefined && activity.membersRemoved?.some(us)) {
    return { kind: 'removed', place };
  }
  return { kind: 'ignored', why: 'a change of the conversation that does not concern us' };
}

/** Other bots are ignored as the bot itself is: two bots that answer each other never end. */
function fromBot(activity: Activity, self: Self): boolean {
  const { id, role } = activity.from ?? {};
  return role === 'bot' || role === 'skill' || isSelf(id, activity, self) || id?.startsWith('28:') === true;
}

interface Button {
  readonly line: string;
  readonly from?: string;
  readonly share: boolean;
  readonly secret: boolean;
  readonly verdict?: { readonly helpful: boolean; readonly revision: string };
}

/** Line and origin in a button's data: `undefined` where it is no button of ours, `unreadable` where it is a broken one. */
function buttonOf(data: unknown): Button | 'unreadable' | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { line, from, share, secret, helpful, revision } = fields(data);
  if (typeof line !== 'string' || line.trim() === '' || line.length > 1000) {
    return 'unreadable';
  }
  return {
    line,
    share: share === true,
    secret: secret === true,
    ...(typeof helpful === 'boolean'
      ? { verdict: { helpful, revision: typeof revision === 'string' ? revision.slice(0, 100) : '' } }
      : {}),
    ...(typeof from === 'string' && from !== '' && from.length <= 1000 ? { from } : {}),
  };
}

/** Something beside the text that a person meant: a picture or a file. Teams sends its text again as text/html. */
function hasContent(activity: Activity): boolean {
  return (
    activity.attachments?.some((one) => one.contentType !== undefined && one.contentType !== 'text/html') ===
    true
  );
}

function surfaceOf(activity: Activity): 'channel' | 'group' | 'personal' {
  switch (activity.conversation?.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      return 'personal';
  }
}

/** A private question in a group has a thread of its own, so that nothing of it shows in what others ask next. */
function threadOf(activity: Activity, onPrivateCard = false): { thread: string; private: boolean } {
  const secret = onPrivateCard || activity.recipient?.isTargeted === true;
  const conversation = activity.conversation?.id ?? '';
  return {
    thread: key(conversation, ...(secret ? [activity.from?.id ?? ''] : [])),
    private: secret,
  };
}

function deliveryOf(activity: Activity): { delivery?: string } {
  return activity.id ? { delivery: key(activity.conversation?.id ?? '', activity.id) } : {};
}

function messageOf(activity: Activity): { message?: string } {
  return activity.replyToId ? { message: activity.replyToId } : {};
}

function localeOf(activity: Activity): { locale?: string } {
  return activity.locale ? { locale: activity.locale } : {};
}

/** One place is one installation: a team whatever its channel, else the chat. */
function placeOf(activity: Activity): string | undefined {
  const place = activity.channelData?.team?.id ?? activity.conversation?.id;
  return place ? key(place.split(';')[0] ?? place) : undefined;
}

function scopeOf(activity: Activity): 'personal' | 'group' {
  return activity.channelData?.team?.id || surfaceOf(activity) !== 'personal' ? 'group' : 'personal';
}

/** A state key of at most about 300 characters; longer identities are hashed. */
function key(...parts: readonly string[]): string {
  const whole = parts.join(':');
  return whole.length <= 300 ? whole : createHash('sha256').update(whole).digest('hex');
}

function missing(field: string): Received {
  return { kind: 'refused', why: `The activity has no ${field}: there is nowhere to send an answer to.` };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function whole(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(Math.trunc(value), least), most)
    : otherwise;
}
