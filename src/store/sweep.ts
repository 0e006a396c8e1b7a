/** Takes out what is over, and what would end first where there is too much of it. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { EXPIRING } from './schema.ts';

/** As many rows are kept of each kind that ends by itself: of deliveries, two hours of 14 a second in a file. */
export const MOST_ROWS = { sqlite: 100_000, postgres: 1_000_000 } as const;

/** Sweeps every table whose rows end. */
export async function sweep({ run, now, engine }: Database, most: number = MOST_ROWS[engine]): Promise<void> {
  for (const name of EXPIRING) {
    const table = sql.table(name);
    await run((statements) => sql`delete from ${table} where until <= ${now}`.execute(statements));
    const last = sql`select until from ${table} where until is not null order by until desc limit 1 offset ${most}`;
    await run((statements) => sql`delete from ${table} where until <= (${last})`.execute(statements));
  }
}
