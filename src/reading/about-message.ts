/**
 * What a message is about: not a request, but somebody's own words, from which sessions on the same subjects are looked
 * for. Every subject that the vocabulary knows is one alternative; dates and operators in chatter mean nothing.
 */
import type { ParseContext } from './parsed.ts';
import { EMPTY_QUERY, type Query, type Term } from './query.ts';
import { isContentWord, scanWords } from './scan.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['topic', 'sdg', 'line', 'country', 'org', 'session']);
/** More alternatives than this fit no line, and match everything. */
const MOST = 8;
/** Words looked for where no subject is known: the longest tell most. */
const MOST_WORDS = 3;

/** @param words the message's words, folded */
export function readMessage(words: readonly string[], context: ParseContext): Query {
  const scan = scanWords(words, { ...context, command: 'ask' });
  const terms: Term[] = [];
  for (const one of scan.filters.flatMap(({ any }) => any)) {
    const known = terms.some(({ field, value }) => field === one.field && value === one.value);
    if (SUBJECTS.has(one.field) && !known && terms.length < MOST) terms.push(one);
  }
  const base: Query = { ...EMPTY_QUERY, command: 'sessions' };
  if (terms.length > 0) return { ...base, filters: [{ any: terms, not: false }], literal: [...scan.literal] };
  const telling = words.filter((word) => isContentWord(word) && !/\d/.test(word));
  const longest = [...new Set(telling)].sort((one, other) => other.length - one.length);
  return { ...base, words: longest.slice(0, MOST_WORDS) };
}
