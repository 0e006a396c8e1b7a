/**
 * One process owns a state folder: a file `lock` in it names the owner, who touches it every few seconds.
 *
 * Node has no flock, and process numbers alone do not tell (a restarted container is number 1 again), so a lock counts
 * as left behind when, on the same machine, no such process runs or a later one has its number; and elsewhere, when it
 * has not been touched for a while. The owner looks whether the lock is still its own before it writes over anything.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The owner touches the lock this often; untouched for `STALE`, it is taken over. Milliseconds. */
const HEARTBEAT = 3_000;
const STALE = 15_000;

/** Another process has the folder, and did not let go of it in time. */
export class StateLockedError extends Error {
  override readonly name = 'StateLockedError';
}

interface Lock {
  /**
   * Whether the folder is still this process' own:
   * - `held`: nothing has changed.
   * - `retaken`: the lock was gone (somebody emptied or removed the folder), and has been taken anew.
   * - `lost`: another process has taken it over, because this one stood still for too long.
   */
  hold(): Promise<'held' | 'retaken' | 'lost'>;
  release(): Promise<void>;
}

interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** What tells this process from an earlier one of the same number; '' where the system does not say. */
  readonly born: string;
}

/**
 * Takes the lock of `folder`, waiting up to `patience` milliseconds for the owner before to let go.
 * @throws StateLockedError naming the owner.
 */
export async function takeLock(folder: string, patience: number): Promise<Lock> {
  const file = path.join(folder, 'lock');
  const owner: Owner = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    born: (await birthOf('self')) ?? '',
  };
  const end = Date.now() + patience;
  while (!(await create(file, owner))) {
    const other = await readOwner(file);
    if (other !== undefined && (await isLeftBehind(file, other))) {
      await moveAside(file, other);
      continue;
    }
    if (Date.now() >= end) {
      const who = other === undefined ? 'another process' : `process ${other.pid} on ${other.host}`;
      throw new StateLockedError(`${folder} is in use by ${who}. Stop it, or give this one its own folder.`);
    }
    await sleep(200);
  }
  const touch = setInterval(() => {
    const now = new Date();
    // A touch that fails shows when the lock is checked before the next rewrite.
    utimes(file, now, now).catch(() => {});
  }, HEARTBEAT);
  touch.unref();

  return {
    async hold() {
      const holder = await readOwner(file);
      if (holder !== undefined) return holder.token === owner.token ? 'held' : 'lost';
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return (await create(file, owner)) ? 'retaken' : 'lost';
    },
    async release() {
      clearInterval(touch);
      if ((await readOwner(file))?.token === owner.token) await rm(file, { force: true });
    },
  };
}

async function create(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, `${JSON.stringify(owner)}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw failure;
  }
}

/** Undefined where there is no lock, or one that is only just being written or was torn by a crash. */
async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    const { token, pid, host, born } = owner;
    if (typeof token !== 'string' || typeof pid !== 'number')
      return { token: '', pid: 0, host: '', born: '' };
    return { token, pid, host: host ?? '', born: born ?? '' };
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (failure instanceof SyntaxError) return { token: '', pid: 0, host: '', born: '' };
    throw failure;
  }
}

async function isLeftBehind(file: string, owner: Owner): Promise<boolean> {
  if (owner.host === hostname() && owner.pid > 0) {
    if (!isRunning(owner.pid)) return true;
    const born = await birthOf(String(owner.pid));
    if (owner.born !== '' && born !== undefined && born !== owner.born) return true;
  }
  try {
    return Date.now() - (await stat(file)).mtimeMs > STALE;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The start of a process in ticks since the machine's, field 22 of Linux' /proc/PID/stat; undefined elsewhere. */
async function birthOf(pid: string): Promise<string | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Removes a lock left behind. Of two processes that try at once, the rename lets one win; a fresh lock is put back. */
async function moveAside(file: string, owner: Owner): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw failure;
  }
  if ((await readOwner(aside))?.token === owner.token) await rm(aside, { force: true });
  else await rename(aside, file);
}
