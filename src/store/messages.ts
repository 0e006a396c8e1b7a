/** Messages that were answered, so that an edit brings their answer up to date. */
import type { Database } from './database.ts';
import { toJson } from './json.ts';
import { digestOf } from './keys.ts';

/** What is kept of a message; of its words no more than by what they are known again. */
export interface Standing {
  readonly says: string;
  /** What it continued when it was written. */
  readonly previous?: string;
  /** What its answer left for the next line. */
  readonly left: string;
  /** Id of the message that answers it. */
  readonly reply?: string;
}

/** Times are milliseconds. */
export interface Messages {
  get(key: string): Promise<Standing | undefined>;
  put(key: string, standing: Standing, expiresIn: number): Promise<void>;
}

export function createMessages({ run, now, later }: Database): Messages {
  return {
    async get(key) {
      const row = await run((statements) =>
        statements
          .selectFrom('messages')
          .select('standing')
          .where('id', '=', digestOf('message', key))
          .where('until', '>', now)
          .executeTakeFirst(),
      );
      return row === undefined ? undefined : (JSON.parse(row.standing) as Standing);
    },

    async put(key, standing, expiresIn) {
      const kept = { standing: toJson(standing), until: later(expiresIn) };
      await run((statements) =>
        statements
          .insertInto('messages')
          .values({ id: digestOf('message', key), ...kept })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
          .execute(),
      );
    },
  };
}
