/**
 * What every part of the store speaks through: Kysely over one of two engines, the engine's clock, and one rule for
 * failures. A statement may run twice (its connection can break after the database has done it), so every statement of
 * the store is written so that a second run changes nothing.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { growingPauses, withRetries } from '../kit/retry.ts';
import type { Schema } from './schema.ts';

export type Statements = Kysely<Schema>;

/** One of the two engines, opened. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly statements: Statements;
  /** Its own clock: milliseconds since the epoch. */
  readonly now: RawBuilder<number>;
  /** Begins a transaction that migrates: one process at a time. */
  readonly beginMigration: readonly string[];
  /** It may work when it is tried again in a moment. */
  isPassing(failure: unknown): boolean;
  /** What was deleted leaves the disk as well, as far as that can be had. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export interface Database {
  readonly engine: Engine['name'];
  /** The database's clock, and so many milliseconds later. For use within a statement. */
  readonly now: RawBuilder<number>;
  later(milliseconds: number): RawBuilder<number>;
  /** Runs a statement, again where that may help. Rejects with the engine's error. */
  run<T>(statement: (statements: Statements) => Promise<T>): Promise<T>;
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** Told of a database that is away or full, and when it works again. */
export interface Watch {
  failed(failure: unknown): void;
  recovered(): void;
}

/** A statement is tried four times within about half a second: a request still has time for its answer after that. */
const PAUSES = growingPauses({ first: 20, factor: 4, tries: 4 });
/** How often a database that failed is tried, in milliseconds. */
const PROBE = 1_000;
/** As much is written to see whether there is room. Characters. */
const PROBE_SIZE = 16_384;

export function createDatabase(engine: Engine, watch: Watch): Database {
  const { statements, now } = engine;
  /** Set while the database is away or full. */
  let probe: NodeJS.Timeout | undefined;
  let closed = false;

  function failed(failure: unknown): void {
    watch.failed(failure);
    probe ??= setInterval(() => void look(), PROBE).unref();
  }

  /** Whatever failed, it works again when something of a size can be written. */
  async function look(): Promise<void> {
    const row = { platform: '', key: 'probe', value: 'x'.repeat(PROBE_SIZE), until: now };
    try {
      await statements
        .insertInto('notes')
        .values(row)
        .onConflict((conflict) => conflict.columns(['platform', 'key']).doUpdateSet({ value: row.value }))
        .execute();
      await statements.deleteFrom('notes').where('platform', '=', '').execute();
    } catch {
      return;
    }
    if (probe === undefined) return;
    clearInterval(probe);
    probe = undefined;
    watch.recovered();
  }

  return {
    engine: engine.name,
    now,
    later: (milliseconds) => sql<number>`${now} + ${Math.round(milliseconds)}`,
    async run(statement) {
      if (closed) throw new Error('The store is closed.');
      // Where it is known to be away, whoever waits is better told at once.
      const classify = (failure: unknown) =>
        ({ kind: probe === undefined && engine.isPassing(failure) ? 'passing' : 'final' }) as const;
      try {
        return await withRetries(() => statement(statements), { classify, pauses: PAUSES });
      } catch (failure) {
        failed(failure);
        throw failure;
      }
    },
    scrub: () => engine.scrub(),
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(probe);
      await engine.close();
    },
  };
}
