/**
 * Calls to the connector that failed and may be tried again, and the waiting in between.
 *
 * Teams asks for exponential back-off with jitter on 412, 429, 502 and 504 (Microsoft Learn: Optimize your bot with
 * rate limiting). 408, 500 and 503 pass as well, and so does a connection that broke: an answer that comes twice, which
 * is rare, is better than none.
 */

import { TokenRefused } from './credentials.ts';

/** The connector said no, or could not be reached (no status). */
export class ConnectorError extends Error {
  readonly status: number | undefined;
  /** Milliseconds that the connector asked to wait. */
  readonly wait: number | undefined;

  constructor(message: string, status?: number, wait?: number) {
    super(message);
    this.name = 'ConnectorError';
    this.status = status;
    this.wait = wait;
  }
}

const PASSING: ReadonlySet<number> = new Set([408, 412, 429, 500, 502, 503, 504]);

export function isPassing(error: unknown): error is ConnectorError | TokenRefused {
  return error instanceof ConnectorError
    ? error.status === undefined || PASSING.has(error.status)
    : error instanceof TokenRefused && !error.final;
}

export interface BackOff {
  /** First pause, and the longest; milliseconds. */
  readonly first: number;
  readonly most: number;
  /** When to give up, in milliseconds since the epoch. */
  readonly until: number;
  readonly signal?: AbortSignal;
  readonly onRetry?: (error: ConnectorError | TokenRefused, attempt: number) => void;
}

/**
 * Runs `attempt` until it succeeds, fails for good, or the next pause would end after `until`; then rejects with the
 * last failure. A pause is doubled each time, with up to a half of it left to chance, and never shorter than asked for.
 */
export async function withBackOff<T>(attempt: () => Promise<T>, options: BackOff): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause = options.first * 2 ** (count - 1) * (0.5 + Math.random() / 2);
      const wait = Math.max(
        Math.min(pause, options.most),
        error instanceof ConnectorError ? (error.wait ?? 0) : 0,
      );
      if (!isPassing(error) || options.signal?.aborted === true || Date.now() + wait > options.until) {
        throw error;
      }
      options.onRetry?.(error, count);
      await sleep(wait, options.signal);
    }
  }
}

/** Resolves after `milliseconds`, or at once when `signal` is given up. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}

/** `Retry-After` in milliseconds: seconds, or a date. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
