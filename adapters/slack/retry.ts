/** Retries of calls that leave this process: few, with growing pauses, and never past a deadline. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * - `passing`: a time-out, a lost connection, an error of the server: worth another try.
 * - `limited`: told to wait `after` milliseconds first.
 * - `final`: another try would end the same way.
 */
export type Failure =
  | { readonly kind: 'passing' }
  | { readonly kind: 'limited'; readonly after: number }
  | { readonly kind: 'final' };

export interface RetryOptions {
  readonly attempts: number;
  /** Milliseconds from the first try after which none is begun. */
  readonly deadline: number;
  /** Milliseconds before the second try; tripled at each further one. */
  readonly pause: number;
  readonly classify: (error: unknown) => Failure;
  readonly onRetry?: (failure: Failure) => void;
}

export async function withRetries<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const started = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const failure = options.classify(error);
      if (failure.kind === 'final' || attempt >= options.attempts) throw error;
      // A little chance, so that many waiting calls do not come back at the same moment.
      const jitter = 0.75 + Math.random() / 2;
      const wait =
        failure.kind === 'limited'
          ? failure.after + options.pause * jitter
          : options.pause * 3 ** (attempt - 1) * jitter;
      if (Date.now() - started + wait > options.deadline) throw error;
      options.onRetry?.(failure);
      await sleep(wait);
    }
  }
}
