/** Conversations whose last line the next one may continue. */
import type { Database } from './database.ts';
import { digestOf } from './keys.ts';

/** `continuation` is that of the last answer: what its next line is asked with. Times are milliseconds. */
export interface Threads {
  get(key: string): Promise<string | undefined>;
  put(key: string, continuation: string, expiresIn: number): Promise<void>;
}

export function createThreads({ run, now, later }: Database): Threads {
  return {
    async get(key) {
      const row = await run((statements) =>
        statements
          .selectFrom('threads')
          .select('continuation')
          .where('id', '=', digestOf('thread', key))
          .where('until', '>', now)
          .executeTakeFirst(),
      );
      return row?.continuation;
    },

    async put(key, continuation, expiresIn) {
      const kept = { continuation, until: later(expiresIn) };
      await run((statements) =>
        statements
          .insertInto('threads')
          .values({ id: digestOf('thread', key), ...kept })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
          .execute(),
      );
    },
  };
}
