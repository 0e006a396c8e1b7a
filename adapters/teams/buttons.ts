/** What a button of ours carries when it comes back: a line, and what is to be done with its answer. */
import type { Filled } from '../../src/answer/form.ts';
import type { Activity } from './activity.ts';
import { filledIn } from './inputs.ts';
import { deliveryOf, localeOf, messageOf, threadOf } from './places.ts';
import type { Received } from './received.ts';

/** The data of a button, read back: see `ButtonData` in `card.ts`. */
interface Button {
  readonly line: string;
  readonly from?: string;
  readonly share: boolean;
  readonly secret: boolean;
  readonly put: boolean;
  readonly refine: boolean;
  /** What was filled into a form. */
  readonly filled?: Filled;
  readonly verdict?: { readonly helpful: boolean; readonly revision: string };
}

/** Line and origin in a button's data: `undefined` where it is no button of ours, `unreadable` where it is a broken one. */
export function buttonOf(data: unknown): Button | 'unreadable' | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { line, from, share, secret, put, refine, filled, helpful, revision } = fields(data);
  if (typeof line !== 'string' || line.trim() === '' || line.length > 1000) {
    return 'unreadable';
  }
  return {
    line,
    share: share === true,
    secret: secret === true,
    put: put === true,
    refine: refine === true,
    ...(filled === true ? { filled: filledIn(data) } : {}),
    ...(typeof helpful === 'boolean'
      ? { verdict: { helpful, revision: typeof revision === 'string' ? revision.slice(0, 100) : '' } }
      : {}),
    ...(typeof from === 'string' && from !== '' && from.length <= 1000 ? { from } : {}),
  };
}

/** A press on a card in a conversation: a line to answer, or a verdict. */
export function pressOf(via: 'execute' | 'submit', button: Button, activity: Activity): Received {
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

/** The fields of an object; none of anything else. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
