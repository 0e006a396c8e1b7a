/**
 * What both states of this process keep in memory: values with an expiry, and deliveries with a lease. Synchronous,
 * bounded in entries and in characters, and silent about time: every call says what time it is.
 *
 * When room is needed, what has expired goes first, then the oldest of what would expire anyway (a thread's last line,
 * the memory of an answered delivery). What was set to stay (an installation) is never dropped: the call fails instead.
 */
import type { Claim } from './state.ts';

export const KEY_LIMIT = 512;

export interface TableLimits {
  /** Values and remembered deliveries, each. */
  readonly entries: number;
  /** Characters of one value as JSON. */
  readonly valueCharacters: number;
  /** Characters of all keys and values together. */
  readonly characters: number;
}

/** About 64 MB at most: the lines of 100,000 threads, and an hour of 25 deliveries a second. */
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

interface Delivery {
  readonly done: boolean;
  readonly until: number;
}

/** One line of a journal: an entry set or deleted, or a delivery done. `until` absent: it stays. */
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
  complete(key: string, until: number, now: number): Change;
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
  const deliveries = new Map<string, Delivery>();
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

  function makeRoomForDelivery(now: number): boolean {
    if (deliveries.size < limits.entries) return true;
    for (const [key, delivery] of deliveries) if (delivery.until <= now) deliveries.delete(key);
    for (const [key, delivery] of deliveries) {
      if (deliveries.size < limits.entries * KEPT) break;
      if (delivery.done) deliveries.delete(key);
    }
    return deliveries.size < limits.entries;
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
      const delivery = deliveries.get(key);
      if (delivery !== undefined && delivery.until > now) return delivery.done ? 'done' : 'busy';
      deliveries.delete(key);
      // Every place is held by work in flight: refuse for now, the platform comes again.
      if (!makeRoomForDelivery(now)) return 'busy';
      deliveries.set(key, { done: false, until });
      return 'new';
    },

    renew(key, until, now) {
      const delivery = deliveries.get(key);
      if (delivery === undefined || delivery.done || delivery.until <= now) return false;
      deliveries.set(key, { done: false, until });
      return true;
    },

    complete(key, until, now) {
      checkKey(key);
      if (!deliveries.delete(key)) makeRoomForDelivery(now);
      deliveries.set(key, { done: true, until });
      return { done: key, until };
    },

    release(key) {
      if (deliveries.get(key)?.done === false) deliveries.delete(key);
    },

    apply(change, now) {
      if ('set' in change) {
        const until = change.until ?? Number.POSITIVE_INFINITY;
        if (until > now) put(change.set, change.json, until, now);
        else drop(change.set);
      } else if ('delete' in change) {
        drop(change.delete);
      } else {
        deliveries.delete(change.done);
        if (change.until <= now || !makeRoomForDelivery(now)) return;
        deliveries.set(change.done, { done: true, until: change.until });
      }
    },

    *changes(now) {
      for (const [key, { json, until }] of entries) {
        if (until <= now) continue;
        yield until === Number.POSITIVE_INFINITY ? { set: key, json } : { set: key, json, until };
      }
      for (const [key, { done, until }] of deliveries) if (done && until > now) yield { done: key, until };
    },

    get size() {
      return entries.size + deliveries.size;
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
