/** A turn: the time in which the platform waits for our HTTP response, and how to speak within it and after it. */
import type { Account, Outgoing } from './activity.ts';

/** One attempt each; rejects with `ConnectorError` or `TokenRefused`. */
export interface Sender {
  /** A new message in the conversation of the activity; seen by `only` alone where that is given. Gives its id, '' where none is told. */
  send(message: Outgoing, only?: Account): Promise<string>;
  /** Puts `message` in the place of the message `id`, which was sent to `only` alone where that is given. */
  update(id: string, message: Outgoing, only?: Account): Promise<void>;
  /** A new message to whom the activity is from, one-to-one: where their conversation takes none. */
  direct(message: Outgoing): Promise<void>;
}

/** How long things may take; milliseconds. */
export interface Timing {
  /** After this the response is sent and the answer follows by itself. The platform waits 15 s. */
  readonly turn: number;
  /** One call to the connector or the sign-in service. */
  readonly call: number;
  /** Checking who sent an activity, keys included. */
  readonly authentication: number;
  /** A search in the compose box. The platform waits 5 s. */
  readonly search: number;
  /** From receipt: then an answer that could not be delivered is given up. */
  readonly giveUp: number;
  /** First pause before a call is tried again, and the longest. */
  readonly pause: number;
  readonly longestPause: number;
  /** An answer that takes longer than this is announced by the typing sign. */
  readonly typing: number;
  /** The check of the credentials at the start. */
  readonly start: number;
  /** Until the credentials are tried again after they failed at the start; doubled each time. */
  readonly recheck: number;
}

/** `turn` and `call` together stay under the platform's 15 s: the last call may begin just before the turn ends. */
export const TIMING: Timing = {
  turn: 9_000,
  call: 4_500,
  authentication: 8_000,
  search: 4_000,
  giveUp: 120_000,
  pause: 400,
  longestPause: 20_000,
  typing: 1_500,
  start: 5_000,
  recheck: 30_000,
};
