/**
 * The store: the little that outlives a request, in one database of two possible engines. Each thing that is kept has a file and
 * a small interface of its own; nothing outside of this folder sees a statement.
 */
import { createDatabase, type Watch } from './database.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { StoreError } from './error.ts';
import { createFeedback, type FeedbackBook } from './feedback.ts';
import { createInstallations, type Installations, sealAnew } from './installations.ts';
import { createMessages, type Messages } from './messages.ts';
import { migrate } from './migrations.ts';
import { createNotes, type Notes } from './notes.ts';
import { createOwed, type Owed } from './owed.ts';
import { createSealer, SealError } from './sealing.ts';
import { openSqlite } from './sqlite.ts';
import { sweep } from './sweep.ts';
import { takeOver } from './takeover.ts';
import { createThreads, type Threads } from './threads.ts';

export interface Store {
  readonly deliveries: Deliveries;
  readonly threads: Threads;
  readonly messages: Messages;
  readonly feedback: FeedbackBook;
  /** Those of a platform or an adapter, by its name. */
  installations(platform: string): Installations;
  notes(platform: string): Notes;
  owed(platform: string): Owed;
  /** Lets go of the database. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Where the file is kept; in memory where absent. */
  readonly folder?: string | undefined;
  /** Encrypts tokens and what people wrote; any long random text. */
  readonly key?: string | undefined;
  /** The key before, which still opens. */
  readonly oldKey?: string | undefined;
  /** Told of failures that may last. */
  readonly watch?: Watch;
  /** Told of what should be known but stops nothing. */
  readonly warn?: (message: string) => void;
}

/** How often what is over is taken out, in milliseconds. */
const SWEEP = 60_000;
const NOBODY: Watch = { failed: () => {}, recovered: () => {} };

/**
 * Opens the store.
 * @throws StoreError with a remedy where it cannot be
 * @example
 * const store = await openStore({ folder: '/var/lib/rapporteur' });
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { folder, watch = NOBODY } = options;
  const engine = await openSqlite(folder);
  const database = createDatabase(engine, watch);
  const sealer = createSealer(options.key, options.oldKey);
  try {
    await migrate(engine, folder ?? 'The database');
    await readable(sealAnew(database, sealer));
    if (folder !== undefined) await takeOver(folder, database, sealer, options.warn ?? (() => {}));
  } catch (failure) {
    await database.close();
    throw failure;
  }
  // What is owed holds what people wrote: without a key it stays in this process.
  const ofOwed = sealer.strong || folder === undefined ? database : await openInMemory(watch);
  const sweeping = setInterval(() => {
    // Whatever fails here has been told by the watch, and is tried again.
    for (const one of new Set([database, ofOwed])) sweep(one).catch(() => {});
  }, SWEEP).unref();

  return {
    deliveries: createDeliveries(database),
    threads: createThreads(database),
    messages: createMessages(database),
    feedback: createFeedback(database),
    installations: (platform) => createInstallations(database, sealer, platform),
    notes: (platform) => createNotes(database, platform),
    owed: (platform) => createOwed(ofOwed, sealer, platform),
    async close() {
      clearInterval(sweeping);
      await database.close();
      await ofOwed.close();
    },
  };
}

async function readable(sealing: Promise<void>): Promise<void> {
  try {
    await sealing;
  } catch (failure) {
    if (!(failure instanceof SealError)) throw failure;
    throw new StoreError(
      failure.message,
      'Set STATE_KEY to the key that it was encrypted with, or STATE_KEY_OLD where a new one takes its place.',
    );
  }
}

async function openInMemory(watch: Watch): Promise<ReturnType<typeof createDatabase>> {
  const engine = await openSqlite(undefined);
  await migrate(engine, 'The database');
  return createDatabase(engine, watch);
}
