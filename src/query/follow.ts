/** Continuing a thread: a line that only changes the one before it ("only 2022", "and Harukawa?", "more"). */
import type { Continuation, Parsed } from './parse.ts';
import type { Field, Filter, Query } from './query.ts';
import { addFilters } from './scan.ts';

/** Fields that answer the same question about a query; a new one replaces the old ones of its kind. */
const ASPECTS: readonly (readonly Field[])[] = [
  ['by', 'name'],
  ['to', 'group', 'topic', 'sdg', 'line'],
  ['country'],
  ['org'],
  ['session', 'source'],
  ['date'],
  ['kind'],
];
const SUBJECT: readonly Field[] = ['to', 'group', 'topic', 'sdg', 'line'];

const aspectOf = (filter: Filter): readonly Field[] | undefined =>
  ASPECTS.find((aspect) => filter.any.some(({ field }) => aspect.includes(field)));

/**
 * @param previous the query before, resolved
 * @param next what the line says by itself, resolved
 */
export function continueQuery(
  previous: Query,
  next: Query,
  how: Continuation,
  parsed: Pick<Parsed, 'explicit' | 'step'>,
): Query {
  if (how === 'page') {
    return {
      ...previous,
      page: parsed.step === undefined ? next.page : Math.max(1, previous.page + parsed.step),
    };
  }
  const command = parsed.explicit ? next.command : previous.command;
  const base: Query = { ...previous, command, page: 1 };
  if (how === 'narrow') {
    return {
      ...base,
      filters: addFilters(previous.filters, next.filters),
      words: [...new Set([...previous.words, ...next.words])],
      literal: [...new Set([...previous.literal, ...next.literal])],
      phrases: [...new Set([...previous.phrases, ...next.phrases])],
      without: [...new Set([...previous.without, ...next.without])],
    };
  }
  const replaced = new Set(next.filters.flatMap((one) => aspectOf(one) ?? []));
  const newSubject =
    next.words.length > 0 ||
    next.phrases.length > 0 ||
    [...replaced].some((field) => SUBJECT.includes(field));
  const stays = (one: Filter): boolean => {
    const aspect = aspectOf(one);
    if (aspect === undefined) return true;
    if (newSubject && aspect.some((field) => SUBJECT.includes(field))) return false;
    return !aspect.some((field) => replaced.has(field));
  };
  // The new conditions stand where the first that they replace stood.
  const place = previous.filters.findIndex((one) => !stays(one));
  const before = (place < 0 ? previous.filters : previous.filters.slice(0, place)).filter(stays);
  const after = place < 0 ? [] : previous.filters.slice(place).filter(stays);
  return {
    ...base,
    filters: addFilters(addFilters(before, next.filters), after),
    words: newSubject ? next.words : previous.words,
    literal: newSubject ? next.literal : previous.literal,
    phrases: newSubject ? next.phrases : previous.phrases,
  };
}
