/** Readers' verdicts on answers, without who gave them. */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

export interface Verdict {
  readonly platform: string;
  readonly line: string;
  readonly revision: string;
  readonly helpful: boolean;
}

/** How many verdicts a platform's answers were given. */
export interface VerdictCount {
  readonly platform: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface FeedbackBook {
  /** Kept for `expiresIn` milliseconds. */
  add(verdict: Verdict, expiresIn: number): Promise<void>;
  /** The newest ones first. */
  latest(most: number): Promise<readonly Verdict[]>;
  /** By platform, in order. */
  counts(): Promise<readonly VerdictCount[]>;
}

export function createFeedback({ run, now, later }: Database): FeedbackBook {
  return {
    async add({ platform, line, revision, helpful }, expiresIn) {
      const row = {
        id: randomUUID(),
        at: now,
        platform,
        line,
        revision,
        helpful: helpful ? 1 : 0,
        until: later(expiresIn),
      };
      await run((statements) =>
        statements
          .insertInto('feedback')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute(),
      );
    },

    async latest(most) {
      const rows = await run((statements) =>
        statements
          .selectFrom('feedback')
          .select(['platform', 'line', 'revision', 'helpful'])
          .where('until', '>', now)
          .orderBy('at', 'desc')
          .limit(most)
          .execute(),
      );
      return rows.map((row) => ({ ...row, helpful: row.helpful === 1 }));
    },

    async counts() {
      const rows = await run((statements) =>
        statements
          .selectFrom('feedback')
          .select(({ fn }) => [
            'platform',
            fn.sum<number>('helpful').as('helpful'),
            fn.countAll<number>().as('all'),
          ])
          .where('until', '>', now)
          .groupBy('platform')
          .orderBy('platform')
          .execute(),
      );
      return rows.map(({ platform, helpful, all }) => ({
        platform,
        helpful: Number(helpful),
        unhelpful: Number(all) - Number(helpful),
      }));
    },
  };
}
