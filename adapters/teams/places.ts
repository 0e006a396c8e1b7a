/** Where an activity belongs: its conversation, its thread, its delivery, and the keys under which they are remembered. */
import { createHash } from 'node:crypto';
import type { Asker } from '../../src/contract/quotas.ts';
import type { Activity } from './activity.ts';
import type { Received } from './received.ts';

/** Where the activity came from. */
export function surfaceOf(activity: Activity): 'channel' | 'group' | 'personal' {
  switch (activity.conversation?.conversationType) {
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      // Meetings and the like, which some activities name without their type.
      return activity.conversation?.isGroup === true ? 'group' : 'personal';
  }
}

/** Who asks, for their quota; an organization is their workspace. */
export function askerOf({ from, conversation }: Activity): Asker | undefined {
  if (from?.id === undefined) return undefined;
  const tenant = conversation?.tenantId;
  return { user: from.id, ...(tenant === undefined ? {} : { workspace: tenant }) };
}

/** A private question in a group has a thread of its own, so that nothing of it shows in what others ask next. */
export function threadOf(activity: Activity, onPrivateCard = false): { thread: string; private: boolean } {
  const secret = onPrivateCard || activity.recipient?.isTargeted === true;
  const conversation = activity.conversation?.id ?? '';
  return {
    thread: key(conversation, ...(secret ? [activity.from?.id ?? ''] : [])),
    private: secret,
  };
}

/** What tells this delivery from all others; a repeat has the same. Absent where the activity has no id. */
export function deliveryOf(activity: Activity, edited = false): { delivery?: string } {
  const { id, conversation, timestamp = '', text = '' } = activity;
  if (!id) {
    return {};
  }
  // An edit comes under the id of its message.
  const edit = edited ? ['edit', timestamp, createHash('sha256').update(text).digest('base64url')] : [];
  return { delivery: key(conversation?.id ?? '', id, ...edit) };
}

/** By what a message is known when it is edited, and the thread of replies to its answer. */
export function standingOf(activity: Activity): Pick<Extract<Received, { kind: 'ask' }>, 'message'> {
  const { id, conversation } = activity;
  return id
    ? { message: { key: key(conversation?.id ?? '', id), threadOf: (reply) => belowOf(activity, reply) } }
    : {};
}

/** The thread of those who reply to the message of that id; in private it is its asker's own. */
export function belowOf(activity: Activity, id: string): string {
  return key(threadOf(activity).thread, 'reply', id);
}

/** By what the answer in a message of ours is remembered. Teams names the thread of a channel on some activities only. */
export function answerKey(conversation: string, message: string): string {
  return key('answer:teams', conversation.split(';')[0] ?? conversation, message);
}

/** The message that a pressed button stands on. */
export function messageOf(activity: Activity): { message?: string } {
  return activity.replyToId ? { message: activity.replyToId } : {};
}

/** The language of the asker's client. */
export function localeOf(activity: Activity): { locale?: string } {
  return activity.locale ? { locale: activity.locale } : {};
}

/** One place is one installation: a team whatever its channel, else the chat. */
export function placeOf(activity: Activity): string | undefined {
  const place = activity.channelData?.team?.id ?? activity.conversation?.id;
  return place ? key(place.split(';')[0] ?? place) : undefined;
}

/** Whom an installation greets. */
export function scopeOf(activity: Activity): 'personal' | 'group' {
  return activity.channelData?.team?.id || surfaceOf(activity) !== 'personal' ? 'group' : 'personal';
}

/** A state key of at most about 300 characters; longer identities are hashed. */
function key(...parts: readonly string[]): string {
  const whole = parts.join(':');
  return whole.length <= 300 ? whole : createHash('sha256').update(whole).digest('hex');
}
