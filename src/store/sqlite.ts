/** The embedded engine: SQLite, in a file or in memory. */
import { mkdir, open as openFile } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import type { Engine } from './database.ts';
import { StoreError } from './error.ts';
import type { Schema } from './schema.ts';

/** The file's name within its folder. */
export const FILE = 'rapporteur.db';
/** How long a statement waits for another process to end its own. The whole process stands still meanwhile. Milliseconds. */
const BUSY = 1_000;

/**
 * Opens the database in `folder`, made where it is missing; in memory where there is none. Several processes of one machine may
 * share a folder.
 * @throws StoreError where the folder cannot be used, or holds something else under that name
 */
export async function openSqlite(folder: string | undefined): Promise<Engine> {
  const database = folder === undefined ? new Libsql(':memory:') : await openIn(folder);
  /** Brings what was written to the file itself, and empties what stands beside it. */
  const checkpoint = () => {
    if (folder !== undefined) database.pragma('wal_checkpoint(truncate)');
  };
  return {
    name: 'sqlite',
    statements: new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }),
    now: sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`,
    beginMigration: ['begin immediate'],
    isPassing: (failure) => codeOf(failure).startsWith('SQLITE_BUSY'),
    scrub: async () => checkpoint(),
    async close() {
      // The file is whole by itself then, to be copied as a backup.
      checkpoint();
      database.close();
    },
  };
}

async function openIn(folder: string): Promise<Libsql.Database> {
  const file = path.join(folder, FILE);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Made by us so that nobody else may read it; the files that SQLite puts beside it get the same rights.
    await (await openFile(file, 'a', 0o600)).close();
    const database = new Libsql(file, { timeout: BUSY });
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = normal');
    // Tokens that are deleted are overwritten.
    database.pragma('secure_delete = on');
    return database;
  } catch (failure) {
    const { message } = failure as Error;
    if (codeOf(failure) === 'SQLITE_NOTADB')
      throw new StoreError(
        `${file} is no database of ours: ${message}.`,
        'Move the file away, or set STATE_DIR to another folder.',
        { cause: failure },
      );
    throw new StoreError(
      `The folder ${folder} cannot be used: ${message}.`,
      'Set STATE_DIR to a folder that this user may write to, on a disk with room.',
      // A full disk may have room again at the next try; what forbids writing stays until somebody changes it.
      { lasting: !['ENOSPC', 'SQLITE_FULL', 'SQLITE_BUSY'].includes(codeOf(failure)), cause: failure },
    );
  }
}

function codeOf(failure: unknown): string {
  const { code } = failure as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
