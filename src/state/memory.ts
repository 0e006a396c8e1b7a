/** The state in memory alone: for one process that may forget when it ends, and for tests. */
import type { State } from './state.ts';
import { createTable, TABLE_LIMITS, type TableLimits } from './table.ts';

/** How long an answered delivery is remembered where the caller does not say, in milliseconds: an hour. */
export const REMEMBER = 60 * 60 * 1000;

interface MemoryStateOptions {
  readonly limits?: TableLimits;
  /** Milliseconds since the epoch; the system's clock where absent. */
  readonly clock?: () => number;
}

/** A state that is gone with the process. */
export function createMemoryState(options: MemoryStateOptions = {}): State {
  const clock = options.clock ?? Date.now;
  const table = createTable(options.limits ?? TABLE_LIMITS);
  return {
    async get<T>(key: string): Promise<T | undefined> {
      const json = table.get(key, clock());
      return json === undefined ? undefined : (JSON.parse(json) as T);
    },
    async set(key, value, { expiresIn } = {}) {
      const now = clock();
      table.set(key, toJson(value), endOf(now, expiresIn), now);
    },
    async delete(key) {
      table.delete(key);
    },
    async list(prefix) {
      return table.list(prefix, clock());
    },
    async claim(key, lease) {
      const now = clock();
      return table.claim(key, now + lease, now);
    },
    async renew(key, lease) {
      const now = clock();
      return table.renew(key, now + lease, now);
    },
    async complete(key, remember = REMEMBER) {
      table.complete(key, clock() + remember);
    },
    async release(key) {
      table.release(key);
    },
    async close() {},
  };
}

/** Throws where JSON cannot hold the value (`undefined`, a function), so that a set never stores nothing. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined)
    throw new TypeError(`A state value must be what JSON can hold, not ${typeof value}.`);
  return json;
}

/** When what is set at `now` for `expiresIn` milliseconds is over; never, where that is absent. */
export function endOf(now: number, expiresIn: number | undefined): number {
  return expiresIn === undefined ? Number.POSITIVE_INFINITY : now + expiresIn;
}
