/** Small things that an adapter keeps for itself, by a key of its own. */
import type { Database } from './database.ts';
import { toJson } from './json.ts';
import { digestOf } from './keys.ts';

/** Those of one adapter. */
export interface Notes {
  get<T>(key: string): Promise<T | undefined>;
  /** Kept for `expiresIn` milliseconds, or until it is removed. */
  put(key: string, value: unknown, expiresIn?: number): Promise<void>;
  remove(key: string): Promise<void>;
}

export function createNotes({ run, now, later }: Database, platform: string): Notes {
  return {
    async get<T>(key: string): Promise<T | undefined> {
      const row = await run((statements) =>
        statements
          .selectFrom('notes')
          .select('value')
          .where('platform', '=', platform)
          .where('key', '=', digestOf('note', key))
          .where(({ eb, or }) => or([eb('until', 'is', null), eb('until', '>', now)]))
          .executeTakeFirst(),
      );
      return row === undefined ? undefined : (JSON.parse(row.value) as T);
    },

    async put(key, value, expiresIn) {
      const kept = { value: toJson(value), until: expiresIn === undefined ? null : later(expiresIn) };
      await run((statements) =>
        statements
          .insertInto('notes')
          .values({ platform, key: digestOf('note', key), ...kept })
          .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet(kept))
          .execute(),
      );
    },

    async remove(key) {
      await run((statements) =>
        statements
          .deleteFrom('notes')
          .where('platform', '=', platform)
          .where('key', '=', digestOf('note', key))
          .execute(),
      );
    },
  };
}
