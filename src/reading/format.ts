/**
 * The canonical line: one query, one line. `parse(format(query))` equals `query`.
 *
 *     sessions sdg:8 country:JP|topic:ageing -kind:poll date:2020..2022 text:short,worker "brain drain" -tax want:figure page:2
 */
import { FIELDS, type Filter, type Query, WANTS } from './query.ts';

/** Longest canonical line that buttons and links carry, in characters. */
export const LINE_LIMIT = 300;

const VALUE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.+-]*$/u;
const DATE_VALUE = /^(?:none|--\d{2}|-W-[1-7]|(\d{4}(-\d{2}){0,2})?(\.\.)?(\d{4}(-\d{2}){0,2})?)$/;
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.+#]*$/u;
/** Room for the longest page number, so that every page of a list has a line that fits. */
const PAGE_ROOM = ' page:999999'.length;

function formatFilter(filter: Filter): string {
  return `${filter.not ? '-' : ''}${filter.any.map(({ field, value }) => `${field}:${value}`).join('|')}`;
}

/** An id that could be taken for a word ("ilo") is marked as an id. */
export function formatTarget(target: string): string {
  return isPlainId(target) ? target : `id:${target}`;
}

/** True for ids that no word looks like: `bf-44-2`. */
export function isPlainId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text);
}

/** Writes a query as its canonical line. Longer than `LINE_LIMIT` only for requests near the request cap. */
export function format(query: Query): string {
  const parts: string[] = [query.command];
  if (query.target !== undefined) parts.push(formatTarget(query.target));
  parts.push(...query.filters.map(formatFilter));
  if (query.words.length > 0) parts.push(`text:${query.words.join(',')}`);
  if (query.literal.length > 0) parts.push(`like:${query.literal.join(',')}`);
  parts.push(...query.phrases.map((phrase) => `"${phrase}"`));
  parts.push(...query.without.map((word) => `-${word}`));
  if (query.want !== undefined) parts.push(`want:${query.want}`);
  if (query.page > 1) parts.push(`page:${query.page}`);
  return parts.join(' ');
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

/** Reads one `field:value|field:value` token, or gives undefined where it is none. */
export function readFilter(token: string): Filter | undefined {
  const not = token.startsWith('-');
  const any = (not ? token.slice(1) : token).split('|').map((part) => {
    const colon = part.indexOf(':');
    if (colon < 1) return undefined;
    const field = FIELDS.find((name) => name === part.slice(0, colon));
    const value = part.slice(colon + 1);
    const valid =
      field === 'date' ? value !== '' && value !== '..' && DATE_VALUE.test(value) : VALUE.test(value);
    return field !== undefined && valid ? { field, value } : undefined;
  });
  if (any.length === 0 || any.some((term) => term === undefined)) return undefined;
  return { any: any.filter((term) => term !== undefined), not };
}

/** True for what a line may hold as a word: letters and numbers, and the marks that belong to letters. */
export function isWord(text: string): boolean {
  return WORD.test(text);
}

/** Reads `text:a,b` or `like:a,b`, or gives undefined. */
export function readWords(token: string, name: 'text' | 'like'): string[] | undefined {
  if (!token.startsWith(`${name}:`)) return undefined;
  const words = token.slice(5).split(',');
  return words.every(isWord) ? words : undefined;
}

/** Reads `want:figure`, or gives undefined. */
export function readWant(token: string): Query['want'] {
  return token.startsWith('want:') ? WANTS.find((want) => want === token.slice(5)) : undefined;
}

/** Reads `page:3`, or gives undefined. */
export function readPage(token: string): number | undefined {
  const match = /^page:([1-9]\d{0,5})$/.exec(token);
  return match ? Number(match[1]) : undefined;
}
