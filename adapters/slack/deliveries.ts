/**
 * Every delivery is handled once: claimed before Bolt's listeners run, completed after the reply, released on failure so
 * that Slack's retry is served. The same for HTTP and Socket Mode, between the receiver and Bolt's App.
 *
 * Work that goes on after the acknowledgement (`later`) belongs to the delivery: its claim is held until that ended too.
 */
import type { Host } from '../../src/contract/adapter.ts';
import { deliveryKey, kindOf } from './receive.ts';

/** What this room needs of Bolt's ReceiverEvent. */
export interface Incoming {
  readonly body: unknown;
}

/** The handle of one delivery, which listeners find in Bolt's context. */
export interface Delivery {
  /** Begins work that the acknowledgement need not wait for. Its failures are the work's own to tell. */
  later(work: () => Promise<void>): void;
  /** The asker was told that it failed: nothing more to do now, but a repeat is to be served. */
  failed(): void;
}

export type Outcome = 'handled' | 'repeat' | 'busy';

export interface Deliveries {
  /**
   * Runs `work` unless the delivery was handled before or is being handled now. Resolves when `work` did, which may be
   * before what it does later; rejects where `work` does.
   */
  take(incoming: Incoming, work: (delivery: Delivery) => Promise<void>): Promise<Outcome>;
  /** The same for what was acknowledged before. Resolves when all of it is done; rejects where any of it failed. */
  settle(incoming: Incoming, work: (delivery: Delivery) => Promise<void>): Promise<void>;
  /** Resolves when nothing is in work. */
  idle(): Promise<void>;
}

export function createDeliveries(host: Host): Deliveries {
  const inWork = new Set<Promise<unknown>>();

  function track<T>(work: Promise<T>): Promise<T> {
    const tracked: Promise<unknown> = work.catch(() => {}).finally(() => inWork.delete(tracked));
    inWork.add(tracked);
    return work;
  }

  return {
    take({ body }, work) {
      const key = deliveryKey(body);
      const kind = kindOf(body);
      return new Promise<Outcome>((resolve, reject) => {
        const run = async () => {
          const started = performance.now();
          const jobs: Promise<void>[] = [];
          const later = (job: () => Promise<void>) => {
            jobs.push(
              job().catch((error: unknown) => {
                host.metrics.count('failures', { kind });
                host.log.error({ error, kind }, 'work after the acknowledgement failed');
              }),
            );
          };
          let told = false;
          await work({ later, failed: () => (told = true) });
          resolve('handled');
          host.metrics.observe('reply_seconds', (performance.now() - started) / 1000, { kind });
          // Jobs may begin further ones; all of them belong to this delivery.
          for (let done = 0; done < jobs.length; ) {
            done = jobs.length;
            await Promise.all(jobs);
          }
          // Releases the claim; the request itself was answered above.
          if (told) throw new Error('the asker was told to try again');
        };
        if (key === undefined) {
          track(run()).catch(reject);
          return;
        }
        track(host.once(key, run)).then((delivery) => {
          if (delivery.state !== 'done') resolve(delivery.state);
        }, reject);
      });
    },

    async settle({ body }, work) {
      const run = async () => {
        const jobs: Promise<void>[] = [];
        // Whoever was told that it failed was answered.
        await work({ later: (job) => void jobs.push(job()), failed: () => {} });
        await Promise.all(jobs);
      };
      const delivery = await track(host.once(deliveryKey(body) ?? '', run));
      if (delivery.state === 'busy') throw new Error('another process serves it at this moment');
    },

    async idle() {
      while (inWork.size > 0) await Promise.all(inWork);
    },
  };
}
