/**
 * Takes over what versions up to 0.1 kept in the same folder: a journal, one change a line. Done once, at the first start; the
 * journal holds tokens, so it goes when everything is in the database.
 */
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sleep } from '../kit/waiting.ts';
import type { Database } from './database.ts';
import { createFeedback, type Verdict } from './feedback.ts';
import { createInstallations } from './installations.ts';
import { createMessages, type Standing } from './messages.ts';
import { createNotes } from './notes.ts';
import type { Sealer } from './sealing.ts';
import { createThreads } from './threads.ts';

const HEADER = '{"format":"rapporteur-state","version":1}';
/** The old version touched its lock every three seconds; after this it is nobody's. Milliseconds. */
const STALE = 15_000;

/** One line: a value set or deleted, or a delivery answered, by 32 characters of its hash. */
interface Change {
  readonly set?: string;
  readonly json?: string;
  /** What `json` says. */
  readonly value?: unknown;
  readonly delete?: string;
  readonly done?: string;
  /** Milliseconds since the epoch; absent for what stays. */
  readonly until?: number;
}

/** Those of one `insert`: SQLite takes 32,766 values at most. */
const AT_ONCE = 1_000;

export async function takeOver(
  folder: string,
  database: Database,
  sealer: Sealer,
  warn: (message: string) => void,
): Promise<void> {
  const file = path.join(folder, 'journal.jsonl');
  const lock = path.join(folder, 'lock');
  if ((await ageOf(file)) === undefined) return;
  // A process of the old version may be ending just now, and writes until then.
  for (let age = await ageOf(lock); age !== undefined && age < STALE; age = await ageOf(lock))
    await sleep(200);
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\n');
  if (header !== HEADER) {
    warn(`${file} is no journal of an earlier version, and is let be.`);
    return;
  }
  const { values, done, damaged } = gather(lines);
  await database.run((statements) =>
    statements.transaction().execute(async (transaction) => {
      const within: Database = { ...database, run: (statement) => statement(transaction) };
      await putDone(within, done);
      for (const change of values) await put(within, sealer, change);
    }),
  );
  // Also brings everything to the disk before the journal goes.
  await database.scrub();
  await rm(file);
  await rm(lock, { force: true });
  const left = damaged > 0 ? `; ${damaged} of its lines could not be read` : '';
  warn(`${file} was taken over: ${values.length} values, ${done.length} answered deliveries${left}.`);
}

interface Value {
  readonly key: string;
  readonly value: unknown;
  /** Milliseconds; `Infinity` for what stays. */
  readonly remaining: number;
}

interface Done {
  readonly id: string;
  readonly remaining: number;
}

/** What the journal comes to, without what has ended meanwhile. */
function gather(lines: readonly string[]): { values: Value[]; done: Done[]; damaged: number } {
  const values = new Map<string, Value>();
  const done = new Map<string, Done>();
  let damaged = 0;
  const now = Date.now();
  for (const line of lines.filter((one) => one !== '')) {
    const change = read(line);
    if (change === undefined) {
      damaged += 1;
      continue;
    }
    const { set, value, done: id, until = Number.POSITIVE_INFINITY } = change;
    const remaining = until - now;
    if (id !== undefined && remaining > 0) done.set(id, { id, remaining });
    if (set !== undefined) values.set(set, { key: set, value, remaining });
    if (change.delete !== undefined) values.delete(change.delete);
  }
  return {
    values: [...values.values()].filter(({ remaining }) => remaining > 0),
    done: [...done.values()],
    damaged,
  };
}

/** Milliseconds since the last change; undefined where there is no such file. */
async function ageOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? undefined : Date.now() - found.mtimeMs;
}

/** Undefined for what a crash left half written. */
function read(line: string): Change | undefined {
  try {
    const change = JSON.parse(line) as Change;
    return change.json === undefined ? change : { ...change, value: JSON.parse(change.json) };
  } catch {
    return undefined;
  }
}

async function putDone({ run, later }: Database, done: readonly Done[]): Promise<void> {
  for (let from = 0; from < done.length; from += AT_ONCE) {
    const rows = done
      .slice(from, from + AT_ONCE)
      .map(({ id, remaining }) => ({ id, holder: '', done: 1, until: later(remaining) }));
    await run((statements) =>
      statements
        .insertInto('deliveries')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  }
}

/** Keys were `thread:ADAPTER:KEY` and the like; what an adapter kept for itself began with its name. */
async function put(database: Database, sealer: Sealer, { key, value, remaining }: Value): Promise<void> {
  const [kind = '', ...parts] = key.split(':');
  const rest = parts.join(':');
  const expiresIn = Number.isFinite(remaining) ? remaining : undefined;
  switch (kind) {
    case 'thread':
      return createThreads(database).put(rest, value as string, remaining);
    case 'message':
      return createMessages(database).put(rest, value as Standing, remaining);
    case 'feedback':
      return createFeedback(database).add(value as Verdict, remaining);
    case 'installation':
      return createInstallations(database, sealer, parts[0] ?? '').put(parts.slice(1).join(':'), value);
    default:
      return createNotes(database, kind).put(rest, value, expiresIn);
  }
}
