/**
 * What is owed: a command or a click that was acknowledged and is answered later, by whichever process has time for it, also
 * after a crash. Payloads hold what people wrote, so they reach a disk encrypted or not at all.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { digestOf } from './keys.ts';
import type { Sealer } from './sealing.ts';

/** As many are owed at a time, by all platforms together. */
export const MOST_OWED = 10_000;

/** One of those owed, claimed. Only its `holder` renews, completes or releases it. */
export interface Owing {
  /** Stands for its key. */
  readonly id: string;
  readonly holder: string;
  /** As it was put. */
  readonly payload: string;
  /** How often it was claimed, this time included. */
  readonly tries: number;
}

/** Those of one platform. Times are milliseconds. */
export interface Owed {
  /**
   * Puts down what is to be answered within `expiresIn`. `known`: the key is there already and stays as it was. `full`: it is
   * not kept, so it must be answered now or refused.
   * @example
   * await owed.put('interaction:123', JSON.stringify(command), 14 * 60_000);
   */
  put(key: string, payload: string, expiresIn: number): Promise<'kept' | 'known' | 'full'>;
  /** Claims the one that has waited longest, for `lease`; undefined where none waits. */
  next(lease: number): Promise<Owing | undefined>;
  /** Extends a claim; false where it is no longer held. */
  renew(owing: Owing, lease: number): Promise<boolean>;
  /** It was answered, or never will be. */
  complete(owing: Owing): Promise<void>;
  /** It is to be tried again after `pause`. */
  release(owing: Owing, pause: number): Promise<void>;
}

/** @param database one in memory, where `sealer` has no key */
export function createOwed({ run, now, later, engine }: Database, sealer: Sealer, platform: string): Owed {
  const placeOf = (id: string) => `owed ${platform} ${id}`;

  return {
    async put(key, payload, expiresIn) {
      const id = digestOf('owed', `${platform}:${key}`);
      const row = {
        id,
        platform,
        payload: sealer.seal(payload, placeOf(id)),
        at: now,
        due: now,
        until: later(expiresIn),
        holder: '',
        tries: 0,
      };
      const { owed } = await run((statements) =>
        statements
          .selectFrom('owed')
          .select(({ fn }) => fn.countAll<number>().as('owed'))
          .executeTakeFirstOrThrow(),
      );
      if (Number(owed) >= MOST_OWED) return 'full';
      const put = await run((statements) =>
        statements
          .insertInto('owed')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst(),
      );
      return put === undefined ? 'known' : 'kept';
    },

    async next(lease) {
      const holder = randomUUID();
      const owing = await run((statements) =>
        statements
          .updateTable('owed')
          .set({ holder, due: later(lease), tries: sql`tries + 1` })
          .where('id', '=', ({ selectFrom }) =>
            selectFrom('owed')
              .select('id')
              .where('platform', '=', platform)
              .where('due', '<=', now)
              .where('until', '>', now)
              .orderBy('at')
              .limit(1)
              // Processes that look at the same moment find different ones.
              .$if(engine === 'postgres', (one) => one.forUpdate().skipLocked()),
          )
          .returning(['id', 'payload', 'tries'])
          .executeTakeFirst(),
      );
      if (owing === undefined) return undefined;
      const { id, payload, tries } = owing;
      return { id, holder, payload: sealer.open(payload, placeOf(id)), tries };
    },

    async renew({ id, holder }, lease) {
      const renewed = await run((statements) =>
        statements
          .updateTable('owed')
          .set({ due: later(lease) })
          .where('id', '=', id)
          .where('holder', '=', holder)
          .executeTakeFirst(),
      );
      return renewed.numUpdatedRows > 0n;
    },

    async complete({ id, holder }) {
      await run((statements) =>
        statements.deleteFrom('owed').where('id', '=', id).where('holder', '=', holder).execute(),
      );
    },

    async release({ id, holder }, pause) {
      await run((statements) =>
        statements
          .updateTable('owed')
          .set({ holder: '', due: later(pause) })
          .where('id', '=', id)
          .where('holder', '=', holder)
          .execute(),
      );
    },
  };
}
