/**
 * The store: the little that outlives a request, in one database of two possible engines. Each thing that is kept has a file and
 * a small interface of its own; nothing outside of this folder sees a statement.
 */
import { messageOf } from '../kit/errors.ts';
import { growingPauses, withRetries } from '../kit/retry.ts';
import { createDatabase, type Engine, type Watch } from './database.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { StoreError } from './error.ts';
import { createFeedback, type FeedbackBook } from './feedback.ts';
import { createInstallations, type Installations, sealAnew } from './installations.ts';
import { createMessages, type Messages } from './messages.ts';
import { migrate } from './migrations.ts';
import { createNotes, type Notes } from './notes.ts';
import { createOwed, type Owed } from './owed.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createSealer, SealError } from './sealing.ts';
import { openSqlite } from './sqlite.ts';
import { sweep } from './sweep.ts';
import { takeOver } from './takeover.ts';
import { createThreads, type Threads } from './threads.ts';
import { createTurns, type Turns } from './turns.ts';

export interface Store {
  readonly deliveries: Deliveries;
  readonly threads: Threads;
  readonly messages: Messages;
  readonly turns: Turns;
  readonly feedback: FeedbackBook;
  readonly questions: Questions;
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
  /** Address of a PostgreSQL database, which then takes the place of the file. */
  readonly url?: string | undefined;
  /** Encrypts tokens and what people wrote; any long random text. */
  readonly key?: string | undefined;
  /** The key before, which still opens. */
  readonly oldKey?: string | undefined;
  /** The words of questions that found little are kept, not only their hashes. */
  readonly keepQuestions?: boolean;
  /** Told of failures that may last. */
  readonly watch?: Watch;
  /** Told of what should be known but stops nothing. */
  readonly warn?: (message: string) => void;
}

/** How often what is over is taken out, in milliseconds. */
const SWEEP = 60_000;
/** How long a start waits for a database that is away, or that another process brings up to date. Milliseconds. */
const PATIENCE = 10_000;
const NOBODY: Watch = { failed: () => {}, recovered: () => {} };

/**
 * Opens the store.
 * @throws StoreError with a remedy where it cannot be
 * @example
 * const store = await openStore({ folder: '/var/lib/rapporteur' });
 */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const { folder, url, watch = NOBODY, warn = () => {}, keepQuestions = false } = options;
  const engine =
    url === undefined ? await openSqlite(folder) : (await import('./postgres.ts')).openPostgres(url);
  const database = createDatabase(engine, watch);
  const sealer = createSealer(options.key, options.oldKey);
  try {
    await bringUpToDate(engine, url === undefined ? (folder ?? 'The database') : nameOf(url));
    await readable(sealAnew(database, sealer));
    if (folder !== undefined && url === undefined) await takeOver(folder, database, sealer, warn);
  } catch (failure) {
    await database.close();
    throw failure;
  }
  // What is owed holds what people wrote: without a key it stays in this process.
  const inMemory = folder === undefined && url === undefined;
  const ofOwed = sealer.strong || inMemory ? database : await openInMemory(watch);
  const sweeping = setInterval(() => {
    // Whatever fails here has been told by the watch, and is tried again.
    for (const one of new Set([database, ofOwed])) sweep(one).catch(() => {});
  }, SWEEP).unref();

  return {
    deliveries: createDeliveries(database),
    threads: createThreads(database),
    messages: createMessages(database),
    turns: createTurns(database),
    feedback: createFeedback(database),
    questions: createQuestions(database, keepQuestions),
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

/** What a database at an address is called, without the password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${pathname.slice(1)} at ${host}`;
}

/** @throws StoreError where it cannot be reached in time, or not by us */
async function bringUpToDate(engine: Engine, name: string): Promise<void> {
  const passes = (failure: unknown) => !(failure instanceof StoreError) && engine.isPassing(failure);
  const classify = (failure: unknown) => ({ kind: passes(failure) ? 'passing' : 'final' }) as const;
  const pauses = growingPauses({ first: 100, longest: 1_000 });
  try {
    await withRetries(() => migrate(engine, name), { classify, pauses, deadline: PATIENCE });
  } catch (failure) {
    if (failure instanceof StoreError) throw failure;
    throw new StoreError(
      `The store cannot be opened: ${name} says: ${messageOf(failure)}.`,
      'See that the database runs and can be reached from here, and that STATE_DIR or DATABASE_URL is right.',
      { lasting: !engine.isPassing(failure), cause: failure },
    );
  }
}

/** @throws StoreError where something was sealed with a key that is not known */
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
