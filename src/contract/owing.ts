/** Serves what is owed: what was acknowledged before there was time for it, now or after a crash. */
import { messageOf } from '../kit/errors.ts';
import type { Owed, Owing } from '../store/owed.ts';
import type { Log, Metrics } from './adapter.ts';

/** Milliseconds. */
export interface OwingTimes {
  /** A claim, renewed at a third of it while it is served. After a crash it takes so long until another takes over. */
  readonly lease: number;
  /** Between looks for what another process put down, or left. */
  readonly look: number;
  /** Before what failed is tried again. */
  readonly again: number;
}

const OWING_TIMES: OwingTimes = { lease: 30_000, look: 2_000, again: 5_000 };

/** Replies wait for the platform, not for us: so many at the same time, and few while others are still to be acknowledged. */
const AT_ONCE = 16;
const AT_ONCE_BUSY = 2;
/** What failed so often is given up. */
const TRIES = 4;

interface OwingOptions {
  readonly owed: Owed;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly isBusy: () => boolean;
  readonly times?: OwingTimes;
}

export interface OwingDesk {
  /** See `Host.owe`. */
  owe(key: string, payload: string, expiresIn: number): Promise<boolean>;
  /** See `Host.settle`. */
  settle(serve: (payload: string) => Promise<void>): () => Promise<void>;
}

export function createOwing({ owed, log, metrics, isBusy, times = OWING_TIMES }: OwingOptions): OwingDesk {
  const bell = createBell();

  async function serveOne(owing: Owing, serve: (payload: string) => Promise<void>): Promise<void> {
    const renewing = setInterval(() => {
      owed.renew(owing, times.lease).catch((error: unknown) => {
        log.warn({ error }, 'the claim of what is owed could not be renewed');
      });
    }, times.lease / 3);
    try {
      await serve(owing.payload);
      metrics.count('deliveries', { outcome: 'settled' });
      await owed.complete(owing);
    } catch (error) {
      const last = owing.tries >= TRIES;
      log.error(
        { error, tries: owing.tries },
        last ? 'what was owed is given up' : 'what is owed is tried again',
      );
      const settled = last ? owed.complete(owing) : owed.release(owing, times.again * owing.tries);
      await settled.catch((failure: unknown) => {
        log.error(
          { error: failure },
          'what is owed could not be written down; its claim ends with its lease',
        );
      });
    } finally {
      clearInterval(renewing);
    }
  }

  return {
    async owe(key, payload, expiresIn) {
      try {
        if ((await owed.put(key, payload, expiresIn)) === 'full') return false;
      } catch (error) {
        log.error({ reason: messageOf(error) }, 'what was asked could not be put down; it is answered now');
        return false;
      }
      metrics.count('deliveries', { outcome: 'owed' });
      bell.ring();
      return true;
    },

    settle(serve) {
      let stopping = false;
      const inWork = new Set<Promise<void>>();

      async function look(): Promise<void> {
        const most = isBusy() ? AT_ONCE_BUSY : AT_ONCE;
        const owing = inWork.size < most ? await owed.next(times.lease) : undefined;
        if (owing === undefined) return bell.rung(times.look);
        const serving = serveOne(owing, serve).finally(() => {
          inWork.delete(serving);
          bell.ring();
        });
        inWork.add(serving);
      }

      async function run(): Promise<void> {
        while (!stopping) {
          await look().catch((error: unknown) => {
            log.error({ reason: messageOf(error) }, 'what is owed could not be read; it is tried again');
            return bell.rung(times.again);
          });
        }
        await Promise.all(inWork);
      }

      const running = run();
      return async () => {
        stopping = true;
        bell.ring();
        await running;
      };
    },
  };
}

/** Something to look for, now rather than at the next look. */
interface Bell {
  ring(): void;
  /** Resolves when it rings or has rung since it was waited for, or after `most` milliseconds. */
  rung(most: number): Promise<void>;
}

function createBell(): Bell {
  let rang = false;
  let answer = (): void => {};
  return {
    ring() {
      rang = true;
      answer();
    },
    async rung(most) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, most);
          timer.unref();
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rang = false;
    },
  };
}
