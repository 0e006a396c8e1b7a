/** Waiting, but not for long. All times are milliseconds, and no timer is left behind. */

/** What came of waiting: a value, or nothing in time. */
type Waited<T> = { readonly done: true; readonly value: T } | { readonly done: false };

const LATE = { done: false } as const;

/**
 * The value of `work` if it comes within `most`. Where `work` fails before that, so does this; a later failure is left to
 * whoever else waits for `work`, and is never one that nobody handles.
 * @example
 * const found = await within(search(text), 2_000);
 * if (!found.done) return apology;
 */
export async function within<T>(work: Promise<T>, most: number): Promise<Waited<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Waited<T>>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, most), LATE);
  });
  try {
    return await Promise.race([work.then((value): Waited<T> => ({ done: true, value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether `work` ends within `most`, well or badly. */
export async function settles(work: Promise<unknown>, most: number): Promise<boolean> {
  return (await within(Promise.allSettled([work]), most)).done;
}

/** Something took longer than it may. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** What `work` gives, or a rejection with `TooLate` after `most`; `what` names it there. */
export async function inTime<T>(work: Promise<T>, most: number, what: string): Promise<T> {
  const waited = await within(work, most);
  if (waited.done) return waited.value;
  throw new TooLate(`${what} took longer than ${most} ms`);
}

interface SleepOptions {
  /** Ends the sleep at once. */
  readonly signal?: AbortSignal | undefined;
  /** Lets the process end meanwhile. */
  readonly unref?: boolean;
}

/** Resolves after `milliseconds`, or at once when `signal` is given up: whoever slept looks why. */
export function sleep(milliseconds: number, { signal, unref = false }: SleepOptions = {}): Promise<void> {
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
    if (unref) timer.unref();
    signal?.addEventListener('abort', done);
  });
}
