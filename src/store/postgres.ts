/** The engine for several processes on several machines: PostgreSQL, at an address. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './database.ts';
import type { Schema } from './schema.ts';

/** Milliseconds: a platform waits three seconds for a reply at least, so whoever cannot be served is told before. */
const CONNECTING = 2_000;
const ANSWERING = 5_000;
/** Connections of one process. Statements take about a millisecond each. */
const CONNECTIONS = 10;
/** Any number that no other program at the same database locks. */
const MIGRATION_LOCK = 7_702_206_012;

/** Its own errors that pass: of connections, of transactions that met, of locks, of a server that ends or begins. */
const PASSING = /^(?:08|40|53300|55P03|57P0)/;

/**
 * Connects when the first statement comes; connections that break are made anew.
 * @param url as `pg` takes it: `postgres://user:password@host:5432/name?sslmode=verify-full`
 */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'rapporteur',
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTING,
    statement_timeout: ANSWERING,
    // Where not even the end of a statement is heard of.
    query_timeout: ANSWERING + 1_000,
    keepAlive: true,
    maxLifetimeSeconds: 300,
    types: { getTypeParser },
  });
  // A connection that breaks, at rest or at work, would end the process where nobody listens. Whoever uses it is told by the
  // statement; the next one takes another connection.
  const ignore = () => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return {
    name: 'postgres',
    statements: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    now: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    beginMigration: [
      'begin',
      // Whoever waits longer tries again, rather than be given up on with the lock in hand.
      "set local lock_timeout = '4s'",
      `select pg_advisory_xact_lock(${MIGRATION_LOCK})`,
    ],
    isPassing(failure) {
      const { code } = failure as { readonly code?: unknown };
      // Without a code, or with one of the system (ECONNRESET), it comes from the connection.
      return typeof code !== 'string' || code.startsWith('E') || PASSING.test(code);
    },
    scrub: async () => {},
    close: () => pool.end(),
  };
}

/** Times and counts are whole numbers that JavaScript holds; `pg` gives them as text. */
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text');
