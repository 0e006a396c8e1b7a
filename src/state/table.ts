/**
 * What both states of this process keep in memory: values with an expiry, and deliveries with a lease. Synchronous,
 * bounded in entries and in characters, and silent about time: every call says what time it is.
 *
 * When room is needed, what has expired goes first, then the oldest of what would expire anyway (a thread's last line,
 * the memory of an answered delivery). What was set to stay (an installation) is never dropped: the call fails instead.
 */
import { createRemembered, digestOf, isDigest } from './remembered.ts';
import type { Claim } from './state.ts';

const KEY_LIMIT = 512;

export interface TableLimits {
  /** Values and remembered deliveries, each. */
  readonly entries: number;
  /** Characters of one value as JSON. */
  readonly valueCharacters: number;
  /** Characters of all keys and values together. */
  readonly characters: number;
}

/** About 68 MB at most: the lines of 100,000 threads, and two hours of 14 deliveries a second in 4 MB. */
export const TABLE_LIMITS: TableLimits = {
  entries: 100_000,
  valueCharacters: 256 * 1024,
  characters: 16 * 1024 * 1024,
};

/** Room is made down to this share of a limit, so that a full table does not look for room at every write. */
const KEPT = 0.99;

/** There is no room left: what stays fills everything. */
export class StateFullError extends Error {
  override readonly name = 'StateFullError';
}

interface Entry {
  readonly json: string;
  /** Milliseconds since the epoch; `Infinity` for what stays. */
  readonly until: number;
}

/** One line of a journal: an entry set or deleted, or a delivery (by its digest) done. `until` absent: it stays. */
export type Change =
  | { readonly set: string; readonly json: string; readonly until?: number }
  | { readonly delete: string }
  | { readonly done: string; readonly until: number };

export interface Table {
  get(key: string, now: number): string | undefined;
  set(key: string, json: string, until: number, now: number): Change;
  /** Undefined where there was nothing to delete. */
  delete(key: string): Change | undefined;
  list(prefix: string, now: number): string[];
  claim(key: string, until: number, now: number): Claim;
  renew(key: string, until: number, now: number): boolean;
  complete(key: string, until: number): Change;
  release(key: string): void;
  /** Repeats a change that was written down before; one that has expired meanwhile is left out. */
  apply(change: Change, now: number): void;
  /** The changes that make this table anew. Claims are not among them: they end with the process that holds them. */
  changes(now: number): Generator<Change>;
  /** Number of values and remembered deliveries. */
  readonly size: number;
}

/** An empty table. Times are milliseconds since the epoch, `Infinity` for what stays. */
export function createTable(limits: TableLimits = TABLE_LIMITS): Table {
  // Maps keep the order of insertion; every write re-inserts, so the first key is the one written longest ago.
  const entries = new Map<string, Entry>();
  /** Deliveries in work, each with the end of its lease. */
  const claims = new Map<string, number>();
  const done = createRemembered(limits.entries);
  let characters = 0;

  function drop(key: string): boolean {
    const entry = entries.get(key);
    if (entry === undefined) return false;
    characters -= key.length + entry.json.length;
    return entries.delete(key);
  }

  /** Lets go of enough that one more of `needed` characters fits; false where what stays fills everything. */
  function makeRoom(needed: number, now: number): boolean {
    const fits = (share: number) =>
      entries.size < limits.entries * share && characters + needed <= limits.characters * share;
    if (fits(1)) return true;
    for (const [key, entry] of entries) if (entry.until <= now) drop(key);
    for (const [key, entry] of entries) {
      if (fits(KEPT)) break;
      if (entry.until !== Number.POSITIVE_INFINITY) drop(key);
    }
    return fits(1);
  }

  /** Places of claims whose holders went away are given to others. */
  function hasRoomForClaim(now: number): boolean {
    if (claims.size < limits.entries) return true;
    for (const [key, until] of claims) if (until <= now) claims.delete(key);
    return claims.size < limits.entries;
  }

  function put(key: string, json: string, until: number, now: number): void {
    const before = entries.get(key);
    drop(key);
    const fits = makeRoom(key.length + json.length, now);
    const entry = fits ? { json, until } : before;
    if (entry !== undefined) {
      entries.set(key, entry);
      characters += key.length + entry.json.length;
    }
    if (!fits) {
      throw new StateFullError(
        `The state is full: ${entries.size} entries of ${characters} characters, and what would expire is gone already.`,
      );
    }
  }

  return {
    get(key, now) {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > now ? entry.json : undefined;
    },

    set(key, json, until, now) {
      checkKey(key);
      if (json.length > limits.valueCharacters) {
        throw new RangeError(
          `The value of ${kindOf(key)} has ${json.length} characters; ${limits.valueCharacters} is the most.`,
        );
      }
      put(key, json, until, now);
      return until === Number.POSITIVE_INFINITY ? { set: key, json } : { set: key, json, until };
    },

    delete(key) {
      return drop(key) ? { delete: key } : undefined;
    },

    list(prefix, now) {
      const keys: string[] = [];
      for (const [key, entry] of entries) if (key.startsWith(prefix) && entry.until > now) keys.push(key);
      return keys.sort();
    },

    claim(key, until, now) {
      checkKey(key);
      if ((claims.get(key) ?? 0) > now) return 'busy';
      if ((done.until(digestOf(key)) ?? 0) > now) return 'done';
      claims.delete(key);
      // Every place is held by work in flight: refuse for now, the platform comes again.
      if (!hasRoomForClaim(now)) return 'busy';
      claims.set(key, until);
      return 'new';
    },

    renew(key, until, now) {
      if ((claims.get(key) ?? 0) <= now) return false;
      claims.set(key, until);
      return true;
    },

    complete(key, until) {
      checkKey(key);
      claims.delete(key);
      const digest = digestOf(key);
      done.add(digest, until);
      return { done: digest, until };
    },

    release(key) {
      claims.delete(key);
    },

    apply(change, now) {
      if ('set' in change) {
        const until = change.until ?? Number.POSITIVE_INFINITY;
        if (until > now) put(change.set, change.json, until, now);
        else drop(change.set);
      } else if ('delete' in change) {
        drop(change.delete);
      } else {
        // A journal of before keys were digested holds them as they are.
        const digest = isDigest(change.done) ? change.done : digestOf(change.done);
        if (change.until > now) done.add(digest, change.until);
        else done.delete(digest);
      }
    },

    *changes(now) {
      for (const [key, { json, until }] of entries) {
        if (until <= now) continue;
        yield until === Number.POSITIVE_INFINITY ? { set: key, json } : { set: key, json, until };
      }
      for (const [digest, until] of done.entries()) if (until > now) yield { done: digest, until };
    },

    get size() {
      return entries.size + done.size;
    },
  };
}

function checkKey(key: string): void {
  if (key === '' || key.length > KEY_LIMIT) {
    throw new RangeError(
      `A key of ${key.length} characters; 1 to ${KEY_LIMIT} are allowed (${kindOf(key)}).`,
    );
  }
}

/** The part of a key that may stand in a message: what follows it can name people. */
function kindOf(key: string): string {
  return `kind "${key.slice(0, 32).split(':', 1)[0]}"`;
}
