/** Lines about what the answer before showed: "2", "open 2", "who said that?", "where is it from?", "what else did she say?". */

import type { Records } from '../archive/archive.ts';
import {
  AROUND_PLACE,
  ASKS_DATE,
  ASKS_ELSE,
  ASKS_EVENT,
  ASKS_MAKER,
  ASKS_PLACE,
  ASKS_SOURCE,
  OPENING,
  PLACES_IN_LIST,
  THANKS,
} from '../lexicon/en/follow-ups.ts';
import { EMPTY_QUERY, filter, type Query } from './query.ts';

/** What is asked of an item that was shown; `at` is its place from 1, or from the end where negative. */
export interface FollowUp {
  readonly asks: 'open' | 'maker' | 'source' | 'date' | 'place' | 'event' | 'else';
  readonly at: number;
}

const PLACES: ReadonlyMap<string, number> = new Map(Object.entries(PLACES_IN_LIST));
const AROUND: ReadonlySet<string> = new Set([...AROUND_PLACE, ...OPENING]);
const THANKED: ReadonlySet<string> = new Set(THANKS);
const QUESTIONS: ReadonlyMap<string, FollowUp['asks']> = new Map([
  ...ASKS_MAKER.map((text) => [text, 'maker'] as const),
  ...ASKS_SOURCE.map((text) => [text, 'source'] as const),
  ...ASKS_DATE.map((text) => [text, 'date'] as const),
  ...ASKS_PLACE.map((text) => [text, 'place'] as const),
  ...ASKS_EVENT.map((text) => [text, 'event'] as const),
  ...ASKS_ELSE.map((text) => [text, 'else'] as const),
]);
/** Longer lines say more than a place. */
const LONGEST = 7;
const MOST_SHOWN = 50;

/** True for thanks and the like, which ask nothing. */
export function isThanks(folded: string): boolean {
  return THANKED.has(folded);
}

/**
 * @param folded the words of a line
 * @returns what it asks of what was shown, or undefined
 * @example readFollowUp('the second one') // { asks: 'open', at: 2 }
 */
export function readFollowUp(folded: string): FollowUp | undefined {
  const plain = folded
    .replace(/^(?:and|but|so|ok|okay|then|please) /, '')
    .replace(/ (?:please|then|again|exactly)$/, '');
  const asks = QUESTIONS.get(plain);
  if (asks !== undefined) return { asks, at: 1 };
  const words = plain.split(' ');
  if (words.length > LONGEST) return undefined;
  let at: number | undefined;
  for (const [place, word] of words.entries()) {
    const number = /^\d{1,2}$/.test(word) ? Number(word) : PLACES.get(word);
    // "The second one": "one" says nothing more.
    if (number !== undefined && at === undefined) at = number;
    else if (!AROUND.has(word)) return undefined;
    else if (word === 'more' && place > 0 && at === undefined) return undefined;
  }
  return at === undefined || at === 0 || at > MOST_SHOWN ? undefined : { asks: 'open', at };
}

/**
 * The query that a follow-up asks, or undefined where nothing that was shown fits it.
 * @param shown ids of the items of the answer before, in order
 */
export function followUp(
  { asks, at }: FollowUp,
  previous: Query,
  shown: readonly string[],
  records: Records,
): Query | undefined {
  const id = at < 0 ? shown.at(at) : shown[at - 1];
  if (id === undefined) return undefined;
  if (asks === 'open' || asks === 'source') return { ...EMPTY_QUERY, command: 'open', target: id };
  const makers = makersOf(id, previous, records);
  if (asks === 'maker') {
    if (records.contribution(id) !== undefined || makers.length === 0)
      return { ...EMPTY_QUERY, command: 'open', target: id };
    return { ...EMPTY_QUERY, command: 'speaker', filters: [filter('by', ...makers)] };
  }
  if (asks === 'else')
    return makers.length === 0
      ? undefined
      : { ...EMPTY_QUERY, filters: [filter('by', ...makers)], want: 'remarks' };
  const event = eventOf(id, records);
  if (event === undefined) return undefined;
  return asks === 'date' || asks === 'place'
    ? { ...EMPTY_QUERY, filters: [filter('session', event)], want: asks }
    : { ...EMPTY_QUERY, command: 'open', target: event };
}

/** The event that something shown belongs to. */
export function eventOf(id: string, records: Records): string | undefined {
  const session = records.session(id)?.id ?? records.contribution(id)?.session;
  if (session !== undefined) return records.root(session)?.id;
  const events = new Set(records.appearancesOf(id).map((one) => records.root(one.session)?.id));
  const [only] = events;
  return events.size === 1 ? only : undefined;
}

/** Who is behind something shown: its makers, the person itself, or whom the line before asked about. */
export function makersOf(id: string, previous: Query, records: Records): string[] {
  if (records.person(id)) return [id];
  const contribution = records.contribution(id);
  const makers = (contribution?.makers ?? []).flatMap((maker) =>
    maker.kind === 'unnamed' ? [] : [maker.id],
  );
  if (makers.length > 0) return makers;
  return previous.filters.flatMap(({ any, not }) =>
    not ? [] : any.filter(({ field }) => field === 'by').map(({ value }) => value),
  );
}

/** What an answer leaves for the next line of its thread: its canonical line and the ids of what it showed. */
export interface Shown {
  readonly line: string;
  readonly ids: readonly string[];
}

const MARK = ' #';

/** Writes a continuation: the canonical line, and the ids that the answer showed. */
export function formatContinuation({ line, ids }: Shown): string {
  const kept = ids.slice(0, MOST_SHOWN);
  return kept.length === 0 ? line : `${line}${MARK}${kept.join(',')}`;
}

/** Reads a continuation; a canonical line alone is one that showed nothing. */
export function readContinuationToken(text: string): Shown {
  const at = text.lastIndexOf(MARK);
  if (at < 0) return { line: text, ids: [] };
  return {
    line: text.slice(0, at),
    ids: text
      .slice(at + MARK.length)
      .split(',')
      .filter((id) => id !== ''),
  };
}
