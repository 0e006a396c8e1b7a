/** Deliveries of platforms, each answered once, by whichever process claims it first. */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { digestOf } from './keys.ts';

/**
 * - `new`: yours until the lease ends: work, then `complete`, or `release` on failure.
 * - `busy`: somebody else holds it: refuse for now, the platform comes again.
 * - `done`: it was completed: acknowledge and drop.
 */
export type Claim = { readonly state: 'new'; readonly holder: string } | { readonly state: 'busy' | 'done' };

/**
 * Only the `holder` of the last claim renews, completes or releases a delivery: one whose lease ran out, and whose delivery
 * another has claimed meanwhile, changes nothing any more. Times are milliseconds.
 */
export interface Deliveries {
  /**
   * Claims the delivery `key` for `lease`; a lease that ran out can be claimed anew.
   * @example
   * const claim = await deliveries.claim('slack:Ev123', 30_000);
   * if (claim.state === 'new') await deliveries.complete('slack:Ev123', claim.holder, 7_200_000);
   */
  claim(key: string, lease: number): Promise<Claim>;
  /** Extends a claim to `lease` from now; false where it is no longer held. */
  renew(key: string, holder: string, lease: number): Promise<boolean>;
  /** Marks it as done for so long; false where it is no longer held. */
  complete(key: string, holder: string, remember: number): Promise<boolean>;
  /** Gives it back, so that its repeat is served. */
  release(key: string, holder: string): Promise<void>;
}

export function createDeliveries(database: Database): Deliveries {
  const { now, later } = database;

  /** Changes a delivery that is still in the hands of `holder`. */
  async function change(
    key: string,
    holder: string,
    values: { until: typeof now; done?: number; holder?: string },
  ): Promise<boolean> {
    const changed = await database.run((statements) =>
      statements
        .updateTable('deliveries')
        .set(values)
        .where('id', '=', digestOf('delivery', key))
        .where('holder', '=', holder)
        // A completion that comes again after its connection broke finds itself done.
        .where('done', '<=', values.done ?? 0)
        .executeTakeFirst(),
    );
    return changed.numUpdatedRows > 0n;
  }

  return {
    async claim(key, lease) {
      const id = digestOf('delivery', key);
      const holder = randomUUID();
      const claim = { holder, until: later(lease), done: 0 };
      const won = await database.run((statements) =>
        statements
          .insertInto('deliveries')
          .values({ id, ...claim })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet(claim)
              .where(({ eb, or }) =>
                // The holder is drawn anew for each call, so it is there only where this very claim runs again.
                or([eb('deliveries.until', '<=', now), eb('deliveries.holder', '=', holder)]),
              ),
          )
          .returning('holder')
          .executeTakeFirst(),
      );
      if (won !== undefined) return { state: 'new', holder };
      const held = await database.run((statements) =>
        statements.selectFrom('deliveries').select('done').where('id', '=', id).executeTakeFirst(),
      );
      return { state: held?.done === 1 ? 'done' : 'busy' };
    },
    renew: (key, holder, lease) => change(key, holder, { until: later(lease) }),
    complete: (key, holder, remember) => change(key, holder, { until: later(remember), done: 1 }),
    async release(key, holder) {
      await change(key, holder, { until: now, holder: '' });
    },
  };
}
