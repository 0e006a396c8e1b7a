/**
 * Facets: which documents have which value of which field, as sorted postings in typed arrays, so that conditions are
 * evaluated without looking at a document.
 */
import { type Days, dayRange } from '../knowledge/partial-date.ts';
import type { Condition, Reason } from './archive.ts';
import { lazy } from './lazy.ts';

/** `narrower`: a narrower term is named. Said of a contribution that answers the broader one; a session only relates to it. */
export type Link = 'named' | 'narrower' | 'related';

const STRENGTH: Readonly<Record<Link, number>> = { named: 3, narrower: 2, related: 1 };

/** Collects the facets of one document: the strongest link of each counts. */
export class FacetSet {
  readonly entries = new Map<string, Link>();

  add(field: string, value: string | number, link: Link = 'named'): void {
    const key = `${field}:${value}`;
    const known = this.entries.get(key);
    if (known === undefined || STRENGTH[link] > STRENGTH[known]) this.entries.set(key, link);
  }
}

interface Term {
  readonly field: string;
  readonly value: string;
}

interface Postings {
  readonly docs: Uint32Array;
  /** 1 where the document has the facet as related only. */
  readonly related: Uint8Array;
}

/** A `date` condition that what has no date meets. */
const UNDATED = 'none';

/** Days as numbers, so that ranges are compared without strings. */
function dayNumber(iso: string): number {
  return iso === '' ? 0 : Number(iso.replaceAll('-', ''));
}

const WEEK = 7;

/** True where one of the days, as numbers, is that day of the week (1 is Monday). What spans a week or more is on none. */
function fallsOn(weekday: number, from: number | undefined, to: number | undefined): boolean {
  const first = dateOf(from);
  const days = (dateOf(to).getTime() - first.getTime()) / 86_400_000;
  if (!(days >= 0 && days < WEEK - 1)) return false;
  const start = first.getUTCDay() || WEEK;
  return (weekday - start + WEEK) % WEEK <= days;
}

const YEAR = 10_000;

/** True where one of the days, as numbers, is a certain day of some year. @param day month and day as a number */
function holdsDay(day: number, from = Number.NaN, to = Number.NaN): boolean {
  for (let year = Math.floor(from / YEAR); year <= Math.floor(to / YEAR); year++) {
    const date = year * YEAR + day;
    if (date >= from && date <= to) return true;
  }
  return false;
}

function dateOf(day = Number.NaN): Date {
  return new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100));
}

export interface Evaluation {
  /** One byte a document: 1 where all conditions hold. */
  readonly accept: Uint8Array;
  /** One byte a document: 1 where some condition holds by a related link only. */
  readonly related: Uint8Array;
}

export interface FacetIndex {
  /** @param within documents that are looked at; all where absent */
  evaluate(conditions: readonly Condition[], within?: readonly number[]): Evaluation;
  /** The first term of each condition that the document meets. */
  reasons(doc: number, conditions: readonly Condition[]): Reason[];
  /**
   * By document: 2 where a condition's terms hold by name, 1 where by a related link only, 0 where not at all. What
   * the condition says of exclusion is left to the caller.
   */
  holds(condition: Pick<Condition, 'any'>): Uint8Array;
  /** One byte a document: 1 where one of the conditions holds by a related link only; undefined where that is nowhere. */
  relatedOnly(conditions: readonly Condition[]): Uint8Array | undefined;
  /** Counts the named values of a field over some documents, most frequent first. */
  count(
    docs: readonly number[],
    fields: readonly string[],
    limit: number,
  ): { field: string; value: string; count: number }[];
  has(field: string, value: string): boolean;
  /** The documents that have a value, in order. */
  having(field: string, value: string): readonly number[];
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Builds the postings. `spans` gives each document's days, for `date` conditions. */
export function createFacetIndex(
  sets: readonly FacetSet[],
  spans: readonly (Days | undefined)[],
): FacetIndex {
  const lists = new Map<string, { docs: number[]; related: number[] }>();
  const terms: Term[] = [];
  const numbers = new Map<string, number>();
  // The terms of all documents, one document behind the other: number of the term times two, plus one where only related.
  const starts = new Uint32Array(sets.length + 1);
  for (const [doc, set] of sets.entries()) starts[doc + 1] = (starts[doc] as number) + set.entries.size;
  const entries = new Uint32Array(starts[sets.length] as number);
  for (const [doc, set] of sets.entries()) {
    let at = starts[doc] as number;
    for (const [key, link] of set.entries) {
      let number = numbers.get(key);
      if (number === undefined) {
        const colon = key.indexOf(':');
        number = terms.push({ field: key.slice(0, colon), value: key.slice(colon + 1) }) - 1;
        numbers.set(key, number);
      }
      entries[at++] = number * 2 + (link === 'related' ? 1 : 0);
      const list = lists.get(key) ?? { docs: [], related: [] };
      lists.set(key, list);
      list.docs.push(doc);
      list.related.push(link === 'related' ? 1 : 0);
    }
  }
  const fields = [...new Set(terms.map(({ field }) => field))];
  const fieldOf = Uint8Array.from(terms, ({ field }) => fields.indexOf(field));
  /** Working memory of `count`, by term; all zero between two uses. */
  const counts = new Uint32Array(terms.length);
  /** The place of each term in the order of their values, and the other way round. */
  const alphabet = lazy(() => {
    const byRank = Uint32Array.from(terms.keys()).sort(
      (one, other) => compare((terms[one] as Term).value, (terms[other] as Term).value) || one - other,
    );
    const ranks = new Uint32Array(terms.length);
    for (const [rank, number] of byRank.entries()) ranks[number] = rank;
    return { ranks, byRank };
  });
  const postings = new Map<string, Postings>();
  /** Facets that some document has as related only. */
  const loose = new Set<string>();
  for (const [key, list] of lists) {
    if (list.related.includes(1)) loose.add(key);
    postings.set(key, { docs: Uint32Array.from(list.docs), related: Uint8Array.from(list.related) });
  }
  const from = Float64Array.from(spans, (span) => (span ? dayNumber(span.from) : Number.NaN));
  const to = Float64Array.from(spans, (span) => (span ? dayNumber(span.to) : Number.NaN));
  /** The test that a `date` condition's value stands for (see `src/reading/dates.ts`), read once for all documents. */
  const dateTest = (value: string): ((doc: number) => boolean) => {
    const dayOfYear = /^--(\d{2})-(\d{2})$/.exec(value);
    if (dayOfYear) {
      const day = Number(`${dayOfYear[1]}${dayOfYear[2]}`);
      return (doc) => holdsDay(day, from[doc], to[doc]);
    }
    const month = Number(/^--(\d{2})$/.exec(value)?.[1]);
    if (!Number.isNaN(month)) {
      const monthOf = (day: number | undefined): number => Math.floor((day ?? Number.NaN) / 100) % 100;
      return (doc) => {
        const [first, last] = [monthOf(from[doc]), monthOf(to[doc])];
        const years =
          Math.floor((to[doc] ?? Number.NaN) / 10_000) - Math.floor((from[doc] ?? Number.NaN) / 10_000);
        if (years === 0) return first <= month && month <= last;
        return years > 1 || first <= month || month <= last;
      };
    }
    const weekday = Number(/^-W-([1-7])$/.exec(value)?.[1]);
    if (!Number.isNaN(weekday)) return (doc) => fallsOn(weekday, from[doc], to[doc]);
    if (value === UNDATED) return (doc) => Number.isNaN(from[doc]);
    const days = dayRange(value);
    const [first, last] = [dayNumber(days.from), dayNumber(days.to)];
    return (doc) => (from[doc] ?? Number.NaN) <= last && (to[doc] ?? Number.NaN) >= first;
  };

  /** 2 where named, 1 where related only, 0 where not at all. */
  const strength = (doc: number, field: string, value: string): number => {
    if (field === 'date') return dateTest(value)(doc) ? 2 : 0;
    const number = numbers.get(`${field}:${value}`);
    if (number === undefined) return 0;
    const end = starts[doc + 1] ?? 0;
    for (let at = starts[doc] ?? 0; at < end; at++) {
      const entry = entries[at] as number;
      if (entry >> 1 === number) return entry & 1 ? 1 : 2;
    }
    return 0;
  };

  function holds(condition: Pick<Condition, 'any'>): Uint8Array {
    const result = new Uint8Array(sets.length);
    for (const { field, value } of condition.any) {
      if (field === 'date') {
        const within = dateTest(value);
        for (let doc = 0; doc < sets.length; doc++) if (within(doc)) result[doc] = 2;
        continue;
      }
      const list = postings.get(`${field}:${value}`);
      if (!list) continue;
      for (let i = 0; i < list.docs.length; i++) {
        const doc = list.docs[i] ?? 0;
        const found = list.related[i] ? 1 : 2;
        if (found > (result[doc] ?? 0)) result[doc] = found;
      }
    }
    return result;
  }

  return {
    evaluate(conditions, within) {
      const accept = new Uint8Array(sets.length);
      if (within === undefined) accept.fill(1);
      else for (const doc of within) accept[doc] = 1;
      const related = new Uint8Array(sets.length);
      for (const condition of conditions) {
        const held = holds(condition);
        for (let doc = 0; doc < sets.length; doc++) {
          const found = held[doc] ?? 0;
          // An exclusion leaves out only what is named: a related link is too weak to exclude by.
          if (condition.not ? found === 2 : found === 0) accept[doc] = 0;
          else if (!condition.not && found === 1) related[doc] = 1;
        }
      }
      return { accept, related };
    },
    reasons(doc, conditions) {
      const reasons: Reason[] = [];
      for (const condition of conditions) {
        if (condition.not) continue;
        let best: Reason | undefined;
        for (const { field, value } of condition.any) {
          const found = strength(doc, field, value);
          if (found === 2 && best?.link !== 'named') best = { field, value, link: 'named' };
          else if (found === 1 && best === undefined) best = { field, value, link: 'related' };
        }
        if (best) reasons.push(best);
      }
      return reasons;
    },
    holds,
    relatedOnly(conditions) {
      const weak = conditions.filter(({ any }) =>
        any.some(({ field, value }) => loose.has(`${field}:${value}`)),
      );
      if (weak.length === 0) return undefined;
      const result = new Uint8Array(sets.length);
      for (const condition of weak) {
        const held = holds(condition);
        for (let doc = 0; doc < held.length; doc++) if (held[doc] === 1) result[doc] = 1;
      }
      return result;
    },
    count(docs, wanted, limit) {
      const isWanted = Uint8Array.from(fields, (field) => (wanted.includes(field) ? 1 : 0));
      const met: number[] = [];
      for (const doc of docs) {
        const end = starts[doc + 1] as number;
        for (let at = starts[doc] as number; at < end; at++) {
          const entry = entries[at] as number;
          const number = entry >> 1;
          if ((entry & 1) === 1 || isWanted[fieldOf[number] as number] === 0) continue;
          if (counts[number] === 0) met.push(number);
          (counts[number] as number)++;
        }
      }
      // One number to sort each by: rising, it falls by the count and then rises by the value.
      const { ranks, byRank } = alphabet();
      const keys = new Float64Array(met.length);
      for (const [place, number] of met.entries()) {
        keys[place] = (docs.length - (counts[number] as number)) * terms.length + (ranks[number] as number);
        counts[number] = 0;
      }
      return Array.from(keys.sort().subarray(0, limit), (key) => {
        const { field, value } = terms[byRank[key % terms.length] as number] as Term;
        return { field, value, count: docs.length - Math.floor(key / terms.length) };
      });
    },
    has: (field, value) => numbers.has(`${field}:${value}`),
    having: (field, value) => [...(postings.get(`${field}:${value}`)?.docs ?? [])],
  };
}
