/** What a click on a button of a message asks for. Pure; `clicking.ts` does it, and previews show it. */
import { lineOf } from '../../src/answer/line.ts';
import type { Clicked } from './receive-press.ts';
import type { Audience } from './render.ts';
import type { Says } from './says.ts';

/** A click whose answer is a line's. */
interface Plan {
  readonly line: string;
  readonly audience: Audience;
  /** The answer takes the message's place instead of following it. */
  readonly turnsPage: boolean;
  /** The click changes what the conversation is about. */
  readonly ownsThread: boolean;
  /** Said above the answer. */
  readonly note?: string;
}

/** `message` is the one that the click came from. */
export function planAnswer(click: Clicked, message: NonNullable<Clicked['message']>, says: Says): Plan {
  const turnsPage = click.actionId.startsWith('page:');
  // A button of an earlier version may carry nothing that can be asked: then help is better than silence.
  const stale = click.value === '';
  return {
    line: stale ? lineOf.help() : click.value,
    audience: message.direct ? 'direct' : message.ephemeral || !turnsPage ? 'private' : 'public',
    turnsPage,
    // What one person opens for themselves does not change what a channel's thread is about; turning its page does.
    ownsThread: message.direct || (turnsPage && !message.ephemeral),
    ...(stale ? { note: says.own.staleButton } : {}),
  };
}

interface Verdict {
  readonly line: string;
  readonly revision: string;
  readonly helpful: boolean;
}

/** What a feedback button carries; undefined where it is none of ours. */
export function readVerdict(value: string): Verdict | undefined {
  try {
    const { line, revision, helpful } = JSON.parse(value) as Record<string, unknown>;
    if (typeof line !== 'string' || typeof revision !== 'string' || typeof helpful !== 'boolean')
      return undefined;
    return { line, revision, helpful };
  } catch {
    return undefined;
  }
}
