/**
 * A query as its canonical line, and the tokens of such a line as parts of a query: `parse(format(query))` equals `query`.
 * How lines are written is told in `answer/line.ts`; which fields and wants there are, in `query.ts`.
 */
import {
  LINE_LIMIT,
  readFilter as readAnyFilter,
  readWant as readAnyWant,
  writeLine,
} from '../answer/line.ts';
import { FIELDS, type Filter, type Query, WANTS } from './query.ts';

export { isPlainId, isWord, readPage, readWords } from '../answer/line.ts';

/** Room for the longest page number, so that every page of a list has a line that fits. */
const PAGE_ROOM = ' page:999999'.length;

/** Writes a query as its canonical line. Longer than `LINE_LIMIT` only for requests near the request cap. */
export function format(query: Query): string {
  return writeLine(query);
}

/**
 * Makes a query's line fit the limit, by leaving out what says least: literal words first, then the last of the words,
 * phrases and exclusions. Questions of ordinary length are never touched.
 */
export function shorten(query: Query): Query {
  let shorter = query;
  const tooLong = (): boolean => format({ ...shorter, page: 1 }).length + PAGE_ROOM > LINE_LIMIT;
  for (const part of ['literal', 'words', 'without', 'phrases', 'filters'] as const) {
    while (tooLong() && shorter[part].length > 0)
      shorter = { ...shorter, [part]: shorter[part].slice(0, -1) };
  }
  return shorter;
}

/** Reads one `field:value|field:value` token of fields that there are, or gives undefined where it is none. */
export function readFilter(token: string): Filter | undefined {
  const { any = [], not = false } = readAnyFilter(token) ?? {};
  const terms = any.flatMap(({ field: name, value }) => {
    const field = FIELDS.find((one) => one === name);
    return field === undefined ? [] : [{ field, value }];
  });
  return terms.length > 0 && terms.length === any.length ? { any: terms, not } : undefined;
}

/** Reads `want:figure`, or gives undefined. */
export function readWant(token: string): Query['want'] {
  const wanted = readAnyWant(token);
  return WANTS.find((want) => want === wanted);
}
