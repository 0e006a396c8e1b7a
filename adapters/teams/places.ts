/** Where an activity belongs: its conversation, its thread, its delivery, and the keys under which they are remembered. */
import { createHash } from 'node:crypto';
import type { Activity } from './activity.ts';

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
export function deliveryOf(activity: Activity): { delivery?: string } {
  return activity.id ? { delivery: key(activity.conversation?.id ?? '', activity.id) } : {};
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
