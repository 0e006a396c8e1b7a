/**
 * Who is next: lines of one thread are answered one after the other, in whichever process they came. Like tickets in a shop: each
 * takes a number, and waits until the one before was served or did not come.
 */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { digestOf } from './keys.ts';

/** How long the others wait for one who does not come back. Milliseconds. */
const TURN = 15_000;

/** A place in the line for what `key` names. */
export interface Turns {
  /** Takes the next number, and tells whether it is its turn already. */
  take(key: string): Promise<{ readonly number: number; readonly now: boolean }>;
  /** Whether it is the turn of `number`. Whoever had the turn for 15 seconds without renewing it loses it. */
  isNext(key: string, number: number): Promise<boolean>;
  /** Keeps the turn of `number`, where it takes longer. */
  renew(key: string, number: number): Promise<void>;
  /** `number` was served; the one behind it is next. */
  end(key: string, number: number): Promise<void>;
}

export function createTurns({ run, now, later }: Database): Turns {
  return {
    async take(key) {
      const { given, served } = await run((statements) =>
        statements
          .insertInto('turns')
          .values({ id: digestOf('turn', key), given: 1, served: 0, until: later(TURN) })
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet({
              given: sql`turns.given + 1`,
              // Where others wait, the time of the one whose turn it is goes on.
              until: sql`case when turns.served = turns.given then ${later(TURN)} else turns.until end`,
            }),
          )
          .returning(['given', 'served'])
          .executeTakeFirstOrThrow(),
      );
      return { number: given, now: served >= given - 1 };
    },

    async isNext(key, number) {
      const id = digestOf('turn', key);
      const row = await run((statements) =>
        statements
          .selectFrom('turns')
          .select(['served', 'until'])
          .select(now.as('at'))
          .where('id', '=', id)
          .executeTakeFirst(),
      );
      if (row === undefined || row.served >= number - 1) return true;
      if (row.until > row.at) return false;
      await run((statements) =>
        statements
          .updateTable('turns')
          .set({ served: row.served + 1, until: later(TURN) })
          .where('id', '=', id)
          .where('served', '=', row.served)
          .where('until', '<=', now)
          .execute(),
      );
      return row.served + 1 >= number - 1;
    },

    async renew(key, number) {
      await run((statements) =>
        statements
          .updateTable('turns')
          .set({ until: later(TURN) })
          .where('id', '=', digestOf('turn', key))
          .where('served', '=', number - 1)
          .execute(),
      );
    },

    async end(key, number) {
      await run((statements) =>
        statements
          .updateTable('turns')
          .set({ served: number, until: later(TURN) })
          .where('id', '=', digestOf('turn', key))
          .where('served', '<', number)
          .execute(),
      );
    },
  };
}
