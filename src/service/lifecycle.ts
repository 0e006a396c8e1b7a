/**
 * The end of the process: once, in order, with a deadline.
 *
 * Written by hand because of Ctrl+C under `npm start`: the terminal sends the signal to the whole group, and npm passes it
 * on once more. The second one is no impatience, and must not cut off the requests in work.
 */
import type { Log } from '../contract/adapter.ts';

/** A signal that comes again this soon is the same one. Milliseconds. */
const SAME = 1_000;

export interface LifecycleOptions {
  readonly log: Log;
  /** Milliseconds after which the process ends whatever is still going on. */
  readonly deadline: number;
  /** Ends everything in order; names what had to be cut off. */
  readonly stop: () => Promise<readonly string[]>;
  readonly exit: (code: number) => void;
}

interface Lifecycle {
  /** A signal to end. A second one, later than by chance, ends at once. */
  signal(name: string): void;
  /** Something was thrown where nobody stood: our own state may be wrong, so the process ends. */
  crash(error: unknown): void;
}

/** Ends the process by `exit`: 0 in order, 1 where something was cut off, failed, or was told twice. */
export function createLifecycle({ log, deadline, stop, exit }: LifecycleOptions): Lifecycle {
  let since: number | undefined;

  async function end(code: number): Promise<void> {
    since = performance.now();
    const timer = setTimeout(() => {
      log.error({}, 'the end took too long');
      exit(1);
    }, deadline);
    timer.unref();
    try {
      const cut = await stop();
      if (cut.length > 0) log.warn({ parts: cut }, 'the time was over before all had ended');
      else log.info({}, 'ended');
      exit(cut.length > 0 ? 1 : code);
    } catch (error) {
      log.error({ error }, 'the end failed');
      exit(1);
    }
  }

  return {
    signal(name) {
      if (since === undefined) {
        log.info({ signal: name }, 'ending: nothing new is taken, requests in work are waited for');
        void end(0);
      } else if (performance.now() - since > SAME) {
        log.warn({ signal: name }, 'told again: ending at once');
        exit(1);
      }
    },
    crash(error) {
      log.error({ error }, 'an error that nobody caught');
      if (since === undefined) void end(1);
      else exit(1);
    },
  };
}
