/**
 * The state in a folder of its own: everything is in memory, and every change is appended to a journal before its
 * promise resolves, so that neither a crash nor a loss of power forgets what was promised.
 *
 * The journal is one change a line. It is rewritten in a temporary file and renamed over the old one when it opens, when
 * it has grown to several times what it holds, where something was deleted (a token must leave the disk as well), and after
 * a write that failed (which may have left half a line). Half a line at the end is what a crash leaves, and is skipped. Claims are not written: they end with the process.
 */

import { constants } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../kit/errors.ts';
import { takeLock } from './lock.ts';
import { endOf, REMEMBER, toJson } from './memory.ts';
import type { State } from './state.ts';
import { type Change, createTable, TABLE_LIMITS, type TableLimits } from './table.ts';

const HEADER = '{"format":"rapporteur-state","version":1}';
/** The journal may hold this many lines for every one that counts, and this many more, before it is rewritten. */
const GROWTH = 3;
const SMALL = 5_000;

/** The journal is none that this version understands. */
export class StateFormatError extends Error {
  override readonly name = 'StateFormatError';
}

/** The folder cannot be made or written to; `code` is the system's. */
export class StateFolderError extends Error {
  override readonly name = 'StateFolderError';
  readonly code: string;

  constructor(folder: string, failure: NodeJS.ErrnoException) {
    super(`The folder ${folder} cannot be used: ${failure.message}.`, { cause: failure });
    this.code = failure.code ?? '';
  }
}

interface FileStateOptions {
  readonly folder: string;
  /** How long to wait for another process to let go of the folder, in milliseconds; 10 seconds where absent. */
  readonly patience?: number;
  readonly limits?: TableLimits;
  readonly clock?: () => number;
  /** Told of what should be known but stops nothing: damaged lines that were set aside, a rewrite that failed. */
  readonly warn?: (message: string) => void;
}

/**
 * Opens the state in `folder`, made where it is missing.
 * @throws StateLockedError where another process owns it, StateFormatError where a newer version wrote it,
 * StateFolderError where it cannot be written to.
 */
export async function openFileState(options: FileStateOptions): Promise<State> {
  try {
    return await openFolder(options);
  } catch (failure) {
    const system = failure as NodeJS.ErrnoException;
    throw system.syscall === undefined ? failure : new StateFolderError(options.folder, system);
  }
}

async function openFolder(options: FileStateOptions): Promise<State> {
  const clock = options.clock ?? Date.now;
  const warn = options.warn ?? (() => {});
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await takeLock(folder, options.patience ?? 10_000);
  const file = path.join(folder, 'journal.jsonl');
  const table = createTable(options.limits ?? TABLE_LIMITS);

  let handle: FileHandle | undefined;
  let lines = 0;
  /** Something was deleted that the journal still holds. */
  let stale = false;
  let closed = false;
  let waiting: { readonly line: string; settle(failure?: unknown): void }[] = [];
  let writing: Promise<void> | undefined;

  try {
    await load();
    await rewrite();
  } catch (failure) {
    await handle?.close();
    await lock.release();
    throw failure;
  }

  async function load(): Promise<void> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw failure;
    }
    const [header, ...written] = text.split('\n');
    if (header !== HEADER && header !== '') {
      throw new StateFormatError(
        `${file} is not the state of this version: it begins with "${header?.slice(0, 60)}", not with ${HEADER}.`,
      );
    }
    const torn = written.pop() ?? '';
    const now = clock();
    let damaged = 0;
    for (const line of written) if (!applyLine(line, now)) damaged += 1;
    // Whole but for its line break, it is a change like any other; else it is what a crash left.
    applyLine(torn, now);
    if (damaged > 0) {
      const copy = `${file}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`;
      await copyFile(file, copy, constants.COPYFILE_EXCL);
      warn(`${damaged} lines of ${file} could not be read and are left out; the file is kept as ${copy}.`);
    }
  }

  function applyLine(line: string, now: number): boolean {
    try {
      const change: unknown = JSON.parse(line);
      if (!isChange(change)) return false;
      table.apply(change, now);
      return true;
    } catch {
      return false;
    }
  }

  /** Puts a new journal with what counts in the place of the old one. What is changed meanwhile waits in the queue. */
  async function rewrite(): Promise<void> {
    const next = `${file}.new`;
    const fresh = await open(next, 'w', 0o600);
    // What is deleted while this is written waits for the next.
    stale = false;
    try {
      let count = 0;
      let block = `${HEADER}\n`;
      for (const change of table.changes(clock())) {
        block += `${JSON.stringify(change)}\n`;
        count += 1;
        if (block.length > 256 * 1024) {
          await fresh.appendFile(block);
          block = '';
        }
      }
      await fresh.appendFile(block);
      await fresh.datasync();
      if ((await lock.hold()) !== 'held') throw new Error(`${folder} changed hands while it was written.`);
      await rename(next, file);
      await syncFolder(folder);
      await handle?.close().catch(() => {});
      handle = fresh;
      lines = count;
    } catch (failure) {
      await fresh.close();
      throw failure;
    }
  }

  /** Appends what waits, a batch at a time, so that many changes share one wait for the disk. */
  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await checkOwner();
        // The table already holds the batch, so a rewrite puts it down as well as appending does.
        if (handle === undefined || stale || lines > SMALL + GROWTH * table.size) await rewrite();
        else await append(batch.map(({ line }) => line));
        for (const change of batch) change.settle();
      } catch (failure) {
        await handle?.close().catch(() => {});
        handle = undefined;
        warn(`Writing ${file} failed: ${messageOf(failure)}`);
        for (const change of batch) change.settle(failure);
      }
    }
    writing = undefined;
  }

  /**
   * A process that stood still for so long that another took over must not promise anything more. Where the folder was
   * removed, everything is still in memory, and the next write puts it down again.
   */
  async function checkOwner(): Promise<void> {
    const held = await lock.hold();
    if (held === 'lost') throw new Error(`Another process has taken over ${folder}.`);
    if (held === 'held') return;
    warn(`${folder} was removed while it was in use, and is written anew.`);
    await handle?.close().catch(() => {});
    handle = undefined;
  }

  async function append(batch: readonly string[]): Promise<void> {
    await handle?.appendFile(`${batch.join('\n')}\n`);
    await handle?.datasync();
    lines += batch.length;
  }

  function write(change: Change | undefined): Promise<void> {
    if (change === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiting.push({
        line: JSON.stringify(change),
        settle: (failure) => (failure === undefined ? resolve() : reject(failure)),
      });
      writing ??= drain();
    });
  }

  function checkOpen(): void {
    if (closed) throw new Error(`The state in ${folder} is closed.`);
  }

  return {
    async get<T>(key: string): Promise<T | undefined> {
      const json = table.get(key, clock());
      return json === undefined ? undefined : (JSON.parse(json) as T);
    },
    async set(key, value, { expiresIn } = {}) {
      checkOpen();
      const now = clock();
      await write(table.set(key, toJson(value), endOf(now, expiresIn), now));
    },
    async delete(key) {
      checkOpen();
      const change = table.delete(key);
      stale ||= change !== undefined;
      await write(change);
    },
    async list(prefix) {
      return table.list(prefix, clock());
    },
    async claim(key, lease) {
      checkOpen();
      const now = clock();
      return table.claim(key, now + lease, now);
    },
    async renew(key, lease) {
      const now = clock();
      return table.renew(key, now + lease, now);
    },
    async complete(key, remember = REMEMBER) {
      checkOpen();
      await write(table.complete(key, clock() + remember));
    },
    async release(key) {
      table.release(key);
    },
    async close() {
      if (closed) return;
      closed = true;
      await writing;
      await handle?.close();
      await lock.release();
    },
  };
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const change = value as Readonly<Record<string, unknown>>;
  if ('set' in change) {
    const known = change.until === undefined || typeof change.until === 'number';
    return typeof change.set === 'string' && typeof change.json === 'string' && known;
  }
  if ('delete' in change) return typeof change.delete === 'string';
  return typeof change.done === 'string' && typeof change.until === 'number';
}

/** Makes a rename last over a loss of power, where the system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows does not allow it and does not need it.
  }
}
