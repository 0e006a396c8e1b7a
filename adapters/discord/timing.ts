/** How long the adapter waits for what, in milliseconds. Tests shorten them. */
export interface Timing {
  /** An answer that takes longer is announced (deferred, or by typing) and comes later. Discord waits three seconds. */
  readonly deferAfter: number;
  /** Type-ahead cannot be deferred: after this nothing is suggested. */
  readonly suggestWithin: number;
  /** An answer that takes longer is given up with an apology. */
  readonly giveUpAfter: number;
  /** Until the bot must be logged in; after this the start goes on without it, and it goes on trying. */
  readonly loginWithin: number;
  /** Before another attempt to log in, doubled each time up to the longest. */
  readonly retryAfter: number;
  readonly longestRetry: number;
  /** For one attempt at the first reply to an interaction, which Discord waits three seconds for. */
  readonly firstReply: number;
  /** For one attempt of any other call of the API, not counting the time that it waits for its turn. */
  readonly call: number;
  /** Before the second, third … attempt of a call that failed at Discord or on the way. */
  readonly pauses: readonly number[];
  /**
   * The same for messages in channels and edits of deferred replies, which nobody waits for within a deadline. Discord checks
   * a nonce against "the past few minutes" (/developers/resources/message#create-message), so these and the attempts'
   * own time together stay below two.
   */
  readonly lastingPauses: readonly number[];
  /** Rate limits longer than this are not waited for. */
  readonly longestLimit: number;
}

export const TIMING: Timing = {
  deferAfter: 1500,
  suggestWithin: 2000,
  giveUpAfter: 60_000,
  loginWithin: 15_000,
  retryAfter: 2000,
  longestRetry: 60_000,
  firstReply: 2500,
  call: 5000,
  pauses: [200, 800, 2000],
  lastingPauses: [200, 800, 2000, 5000, 15_000, 30_000],
  longestLimit: 30_000,
};
