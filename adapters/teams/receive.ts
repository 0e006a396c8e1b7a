import { lineOf } from '../../src/answer/line.ts';
import { hasWords } from '../../src/answer/mentions.ts';
import { lineOfMessage } from '../../src/answer/message-line.ts';
import type { Account, Activity } from './activity.ts';
import { buttonOf, pressOf } from './buttons.ts';
import { carriedIn } from './carried.ts';
import { isSelf, type Self, typedWords } from './mention.ts';
import {
  belowOf,
  deliveryOf,
  localeOf,
  placeOf,
  scopeOf,
  standingOf,
  surfaceOf,
  threadOf,
} from './places.ts';
import { MESSAGE_REFERENCE, quotedMessage, quotedOf } from './quote.ts';
import { missing, receiveInvoke } from './receive-invoke.ts';
import type { Received } from './received.ts';

/** Reads `activity`; `self` is who we are. */
export function receive(activity: Activity, self: Self): Received {
  switch (activity.type) {
    case 'message':
      return receiveMessage(activity, self);
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' && activity.value === undefined
        ? receiveMessage(activity, self, editedOf(activity))
        : { kind: 'ignored', why: 'a change of a message that nobody edited' };
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

/** Teams names a message by when it was written, in milliseconds. */
const LONG = 15 * 60_000;

function editedOf({ id = '', timestamp = '' }: Activity): 'now' | 'long ago' {
  const [written, changed] = [Number(id), Date.parse(timestamp)];
  return changed - written > LONG ? 'long ago' : 'now';
}

function receiveMessage(activity: Activity, self: Self, edited?: 'now' | 'long ago'): Received {
  const conversation = activity.conversation?.id;
  if (!conversation) {
    return missing('conversation.id');
  }
  if (fromBot(activity, self)) {
    return { kind: 'ignored', why: 'sent by a bot' };
  }
  const delivery = deliveryOf(activity, edited !== undefined);
  const pressed = buttonOf(activity.value);
  if (pressed !== undefined) {
    return pressed === 'unreadable'
      ? { kind: 'unreadable', reason: 'button', via: 'message', ...delivery }
      : pressOf('submit', pressed, activity);
  }
  const words = typedWords(activity, self);
  const isTyped = hasWords(words);
  // A message that holds nothing but the mention asks about the one that it quotes, forwards or shows as a card.
  const about = isTyped ? '' : lineOfMessage(quotedOf(activity) || carriedIn(activity.attachments));
  if (!isTyped && about === '' && hasContent(activity)) {
    return { kind: 'unreadable', reason: 'attachment', via: 'message', ...delivery };
  }
  return {
    kind: 'ask',
    // A mention and nothing else is a question too: what can you do?
    text: (isTyped ? words.text : about) || lineOf.help(),
    ...(isTyped && words.names.length > 0 ? { names: words.names } : {}),
    surface: surfaceOf(activity),
    ...threadOf(activity),
    ...delivery,
    ...localeOf(activity),
    ...standingOf(activity),
    ...followsOf(activity, self),
    ...(edited === undefined ? {} : { edited }),
  };
}

/** A reply to an answer of ours goes on with that answer. */
function followsOf(activity: Activity, self: Self): { follows?: string } {
  const quoted = quotedMessage(activity);
  return quoted !== undefined && isSelf(quoted.sender, activity, self)
    ? { follows: belowOf(activity, quoted.id) }
    : {};
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

/** Something beside the text that a person meant: a picture or a file. Teams sends its text again as text/html. */
function hasContent(activity: Activity): boolean {
  const known: readonly (string | undefined)[] = [undefined, 'text/html', MESSAGE_REFERENCE];
  return activity.attachments?.some((one) => !known.includes(one.contentType)) === true;
}
