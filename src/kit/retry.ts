/**
 * Trying again what failed on its way out of this process: few times, with growing pauses, and never past a deadline.
 * All times are milliseconds.
 */
import { sleep } from './waiting.ts';

/**
 * - `passing`: a time-out, a lost connection, an error of the server: worth another try.
 * - `limited`: told to wait `after` first.
 * - `final`: another try would end the same way.
 */
export type Failure =
  | { readonly kind: 'passing' }
  | { readonly kind: 'limited'; readonly after: number }
  | { readonly kind: 'final' };

/** How long to rest after `failed` tries; undefined where there is to be no further one. */
export type Pauses = (failed: number) => number | undefined;

export interface RetryOptions {
  readonly classify: (error: unknown) => Failure;
  readonly pauses: Pauses;
  /** From the first try on; no try begins later. None where absent. */
  readonly deadline?: number;
  /** Ends a pause; after it nothing is tried again. */
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: (error: unknown, failure: Failure, failed: number) => void;
}

/**
 * Pauses that grow, each a little left to chance, so that many who wait do not come back at the same moment.
 * @example growingPauses({ first: 200, factor: 3, tries: 4 }) // about 200, 600 and 1,800
 */
export function growingPauses({
  first,
  factor = 2,
  longest = Number.POSITIVE_INFINITY,
  tries = Number.POSITIVE_INFINITY,
}: {
  readonly first: number;
  readonly factor?: number;
  readonly longest?: number;
  /** How often it is tried in all. */
  readonly tries?: number;
}): Pauses {
  return (failed) =>
    failed >= tries ? undefined : Math.min(longest, withChance(first * factor ** (failed - 1)));
}

/** A time, up to a quarter shorter or longer. */
export function withChance(milliseconds: number): number {
  return milliseconds * (0.75 + Math.random() / 2);
}

/**
 * Runs `work` until it succeeds, fails for good, or the next try would come too late; then rejects with the last failure.
 * What asked to wait is not tried before that.
 */
export async function withRetries<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { classify, pauses, deadline = Number.POSITIVE_INFINITY, signal, onRetry } = options;
  const started = Date.now();
  for (let failed = 1; ; failed += 1) {
    try {
      return await work();
    } catch (error) {
      const failure = classify(error);
      const pause = pauses(failed);
      if (failure.kind === 'final' || pause === undefined || signal?.aborted === true) throw error;
      const wait = pause + (failure.kind === 'limited' ? failure.after : 0);
      if (Date.now() - started + wait > deadline) throw error;
      onRetry?.(error, failure, failed);
      // A long pause must not hold up the end of the process: whoever stops waits as long as it may.
      await sleep(wait, { signal, unref: true });
    }
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. Undefined where it asks for no waiting. */
export function readRetryAfter(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
