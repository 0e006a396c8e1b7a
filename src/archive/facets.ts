/**
 * Facets: which documents have which value of which field, as sorted postings in typed arrays, so that conditions are
 * evaluated without looking at a document.
 */
import { type Days, dayRange } from '../knowledge/partial-date.ts';
import type { Condition, Reason } from './archive.ts';

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

export interface Evaluation {
  /** One byte a document: 1 where all conditions hold. */
  readonly accept: Uint8Array;
  /** One byte a document: 1 where some condition holds by a related link only. */
  readonly related: Uint8Array;
  readonly count: number;
}

export interface FacetIndex {
  evaluate(conditions: readonly Condition[]): Evaluation;
  /** The first term of each condition that the document meets. */
  reasons(doc: number, conditions: readonly Condition[]): Reason[];
  /** True where the document meets a condition. */
  meets(doc: number, condition: Condition): boolean;
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

/** Builds the postings. `spans` gives each document's days, for `date` conditions. */
export function createFacetIndex(
  sets: readonly FacetSet[],
  spans: readonly (Days | undefined)[],
): FacetIndex {
  const lists = new Map<string, { docs: number[]; related: number[] }>();
  const terms: { readonly field: string; readonly value: string }[] = [];
  const numbers = new Map<string, number>();
  const perDocument = sets.map((set, doc) => {
    const own = new Uint32Array(set.entries.size);
    let at = 0;
    for (const [key, link] of set.entries) {
      let number = numbers.get(key);
      if (number === undefined) {
        const colon = key.indexOf(':');
        number = terms.push({ field: key.slice(0, colon), value: key.slice(colon + 1) }) - 1;
        numbers.set(key, number);
      }
      own[at++] = number * 2 + (link === 'related' ? 1 : 0);
      const list = lists.get(key) ?? { docs: [], related: [] };
      lists.set(key, list);
      list.docs.push(doc);
      list.related.push(link === 'related' ? 1 : 0);
    }
    return own;
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
  /** The test that a `date` condition's value stands for (see `src/query/dates.ts`), read once for all documents. */
  const dateTest = (value: string): ((doc: number) => boolean) => {
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
    for (const entry of perDocument[doc] ?? []) if (entry >> 1 === number) return entry & 1 ? 1 : 2;
    return 0;
  };

  function holds(condition: Condition): Uint8Array {
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
    evaluate(conditions) {
      const accept = new Uint8Array(sets.length).fill(1);
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
      let count = 0;
      for (const one of accept) count += one;
      return { accept, related, count };
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
    meets: (doc, condition) => condition.any.some(({ field, value }) => strength(doc, field, value) > 0),
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
    count(docs, fields, limit) {
      const wanted = new Set(fields);
      const counts = new Map<number, number>();
      for (const doc of docs) {
        for (const entry of perDocument[doc] ?? []) {
          const number = entry >> 1;
          if ((entry & 1) === 0 && wanted.has(terms[number]?.field ?? ''))
            counts.set(number, (counts.get(number) ?? 0) + 1);
        }
      }
      return [...counts]
        .map(([number, count]) => ({
          field: terms[number]?.field ?? '',
          value: terms[number]?.value ?? '',
          count,
        }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
        .slice(0, limit);
    },
    has: (field, value) => numbers.has(`${field}:${value}`),
    having: (field, value) => [...(postings.get(`${field}:${value}`)?.docs ?? [])],
  };
}
