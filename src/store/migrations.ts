/**
 * How the tables came to be, one step after the other, in SQL that both engines take. A step that was released is never
 * changed: what is to be different is a further step.
 */
import { sql } from 'kysely';
import type { Engine, Statements } from './database.ts';
import { StoreError } from './error.ts';

const STEPS: readonly (readonly string[])[] = [
  [
    'create table deliveries (id text primary key, holder text not null, done integer not null, until bigint not null)',
    'create table threads (id text primary key, continuation text not null, until bigint not null)',
    'create table messages (id text primary key, standing text not null, until bigint not null)',
    `create table installations (
      platform text not null, workspace text not null, value text not null, primary key (platform, workspace))`,
    `create table feedback (
      id text primary key, at bigint not null, platform text not null, line text not null, revision text not null,
      helpful integer not null, until bigint not null)`,
    `create table notes (
      platform text not null, key text not null, value text not null, until bigint, primary key (platform, key))`,
    `create table owed (
      id text primary key, platform text not null, payload text not null, at bigint not null, due bigint not null,
      holder text not null, tries integer not null, until bigint not null)`,
    'create index owed_waiting on owed (platform, at)',
    ...['deliveries', 'threads', 'messages', 'feedback', 'notes', 'owed'].map(
      (table) => `create index ${table}_until on ${table} (until)`,
    ),
  ],
  [
    'create table turns (id text primary key, given bigint not null, served bigint not null, until bigint not null)',
    'create index turns_until on turns (until)',
    `create table questions (
      id text primary key, question text not null, text text, outcome text not null, at bigint not null,
      until bigint not null)`,
    'create index questions_until on questions (until)',
  ],
];

/**
 * Brings the tables up to date, one process at a time.
 * @param target how the database is called in what is said of it
 * @throws StoreError where a newer version wrote it
 */
export async function migrate({ statements, beginMigration }: Engine, target: string): Promise<void> {
  await statements.connection().execute(async (connection) => {
    const run = (text: string) => sql.raw(text).execute(connection);
    for (const text of beginMigration) await run(text);
    try {
      const version = await versionOf(connection);
      if (version > STEPS.length)
        throw new StoreError(
          `${target} was written by a newer version of Rapporteur: its tables are at ${version}, this version knows ${STEPS.length}.`,
          'Start the version that wrote it, or restore a backup of before, or set STATE_DIR or DATABASE_URL to another place.',
        );
      for (const step of STEPS.slice(version)) for (const text of step) await run(text);
      await connection.updateTable('schema_version').set({ version: STEPS.length }).execute();
      await run('commit');
    } catch (failure) {
      // Where the connection is gone, so is the transaction.
      await run('rollback').catch(() => {});
      throw failure;
    }
  });
}

/** How many steps were taken; 0 in an empty database. */
async function versionOf(connection: Statements): Promise<number> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(connection);
  const known = await connection.selectFrom('schema_version').select('version').executeTakeFirst();
  if (known !== undefined) return known.version;
  await connection.insertInto('schema_version').values({ version: 0 }).execute();
  return 0;
}
