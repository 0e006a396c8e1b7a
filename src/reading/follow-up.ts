/** Lines about what the answer before showed: "2", "open 2", "who said that?", "where is it from?", "what else did she say?". */

import type { Records } from '../archive/archive.ts';
import {
  AFFILIATIONS,
  AROUND_PLACE,
  AROUND_POINTING,
  ASKS_COUNTED,
  ASKS_WHO,
  DATES_OF_IT,
  DOCUMENTS_OF_IT,
  EVENTS_OF_IT,
  MORE_OF_IT,
  OPENING,
  PLACES_IN_LIST,
  PLACES_OF_IT,
  POINTING,
  POINTING_ALONE,
  POINTING_AT_PEOPLE,
  SAYING,
  TAKING_PART,
} from '../lexicon/en/follow-ups.ts';
import { EMPTY_QUERY, type Filter, filter, type Query, valuesOf } from './query.ts';
import { COUNTED } from './questions/figures.ts';
import { kindOf } from './tokens.ts';

/**
 * What is asked of an item that was shown; `at` is its place from 1, or from the end where negative; `number` is what it
 * was numbered with, where a figure was typed. `else`: what else its
 * maker said; `company`: who else was there; `affiliation`: whom those who were shown stand for; `counted`: what the answer
 * before only counted.
 */
export interface FollowUp {
  readonly asks:
    | 'open'
    | 'maker'
    | 'source'
    | 'date'
    | 'place'
    | 'event'
    | 'attendance'
    | 'else'
    | 'company'
    | 'affiliation'
    | 'counted';
  readonly at: number;
  readonly number?: number;
}

const PLACES: ReadonlyMap<string, number> = new Map(Object.entries(PLACES_IN_LIST));
const AROUND: ReadonlySet<string> = new Set([...AROUND_PLACE, ...OPENING]);
/** Longer lines say more than a place. */
const LONGEST = 7;
/** … or than what they ask of what was shown. */
const LONGEST_POINTING = 10;
const MOST_SHOWN = 50;

/**
 * @param folded the words of a line
 * @returns what it asks of what was shown, or undefined
 * @example
 * readFollowUp('the second one') // { asks: 'open', at: 2 }
 * readFollowUp('open 7') // { asks: 'open', at: 7, number: 7 }
 */
export function readFollowUp(folded: string): FollowUp | undefined {
  const plain = folded
    .replace(/^(?:and|but|so|ok|okay|then|please) /, '')
    .replace(/ (?:please|then|again|exactly)$/, '');
  const asks = askedOf(plain);
  if (asks !== undefined) return { asks, at: 1 };
  const words = plain.split(' ');
  if (words.length > LONGEST) return undefined;
  let at: number | undefined;
  let figure = false;
  for (const [place, word] of words.entries()) {
    const digits = /^\d{1,3}$/.test(word);
    const number = digits ? Number(word) : PLACES.get(word);
    // "The second one": "one" says nothing more.
    if (number !== undefined && at === undefined) [at, figure] = [number, digits];
    else if (!AROUND.has(word)) return undefined;
    else if (word === 'more' && place > 0 && at === undefined) return undefined;
  }
  if (at === undefined || at === 0) return undefined;
  return figure ? { asks: 'open', at, number: at } : { asks: 'open', at };
}

/** Every word that may stand in a question about what was shown. */
const OF_WHAT_WAS_SHOWN: readonly ReadonlySet<string>[] = [
  POINTING,
  AROUND_POINTING,
  SAYING,
  TAKING_PART,
  MORE_OF_IT,
  AFFILIATIONS,
  DOCUMENTS_OF_IT,
  EVENTS_OF_IT,
  DATES_OF_IT,
  PLACES_OF_IT,
];

/** What a line without a subject of its own asks of what was shown, by the sorts of words in it. */
function askedOf(plain: string): FollowUp['asks'] | undefined {
  const words = plain.split(' ');
  if (words.length > LONGEST_POINTING) return undefined;
  if (ASKS_COUNTED.has(plain)) return 'counted';
  const alone = POINTING_ALONE.has(plain);
  if (!alone && !words.every((word) => OF_WHAT_WAS_SHOWN.some((sort) => sort.has(word)))) return undefined;
  const has = (...sorts: readonly ReadonlySet<string>[]): boolean =>
    words.some((word) => sorts.some((sort) => sort.has(word)));
  const first = words.find((word) => !/^(?:and|at|in|on|by|from|for|of|to|with)$/.test(word)) ?? '';
  const else_ = has(MORE_OF_IT);
  if (else_ && ASKS_WHO.has(first)) return alone || has(TAKING_PART, EVENTS_OF_IT) ? 'company' : undefined;
  if (!alone && !has(POINTING)) return undefined;
  if (else_) return /^(?:what|anything|did|has|does|have|more|any)$/.test(first) ? 'else' : undefined;
  const people = has(POINTING_AT_PEOPLE);
  if (people && has(AFFILIATIONS) && /^(?:what|which|where|who|whom|whose)$/.test(first))
    return 'affiliation';
  if (people && first === 'where' && words.at(-1) === 'from') return 'affiliation';
  // "Who is she?": somebody, not what somebody said.
  if (people && first === 'who' && words.length <= WHO_SHE_IS && words.some((word) => WHO_IT_IS.has(word)))
    return 'affiliation';
  if (has(DOCUMENTS_OF_IT)) return 'source';
  if (first === 'where' && /\b(?:from|come|comes|say so|it say|that say)\b/.test(plain) && !people)
    return 'source';
  if (first === 'how' && words.includes('many') && has(TAKING_PART)) return 'attendance';
  // Who was there is asked of the event, not of what was shown.
  if (ASKS_WHO.has(first) && words.includes('there')) return undefined;
  if (ASKS_WHO.has(first) || words.some((word) => word === 'whom') || plain === 'says who')
    return words.some((word) => WHO_IT_IS.has(word)) || has(SAYING) || alone ? 'maker' : undefined;
  if (first === 'when' || (/^(?:what|which)$/.test(first) && has(DATES_OF_IT))) return 'date';
  if (/^(?:what|which|whats)$/.test(first) && has(EVENTS_OF_IT) && !people) return 'event';
  if (first === 'where' && has(SAYING)) return 'event';
  if (first === 'where' || (/^(?:what|which)$/.test(first) && has(PLACES_OF_IT))) return 'place';
  return undefined;
}

/** Words of "and who is he then". */
const WHO_SHE_IS = 4;
/** "Who was that", "who are they". */
const WHO_IT_IS: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were']);

/** Those whom the question before asked for, as a question for people; undefined where it asked for none. */
export function peopleAsked(previous: Query): Query | undefined {
  const people: Query = { ...previous, command: 'ask', want: 'people', page: 1 };
  if (previous.want === 'people' || previous.want === 'speakers') return people;
  if (previous.want === 'moderators')
    return { ...people, filters: [...previous.filters, filter('part', 'moderator')] };
  const counted = previous.words.find((word) => COUNTED.test(word));
  if (
    previous.want !== 'count' ||
    counted === undefined ||
    !/^(?:people|speakers|moderators|keynotes|panell?ists)$/.test(counted)
  )
    return undefined;
  const part =
    counted === 'moderators'
      ? 'moderator'
      : counted === 'keynotes'
        ? 'keynote'
        : /^panel/.test(counted)
          ? 'panellist'
          : undefined;
  return {
    ...people,
    words: previous.words.filter((word) => word !== counted),
    filters: part === undefined ? previous.filters : [...previous.filters, filter('part', part)],
  };
}

/** Lists what the question before counted; undefined where it counted nothing that can be listed. */
function countedBefore(previous: Query): Query | undefined {
  const people = peopleAsked(previous);
  if (people !== undefined || previous.want !== 'count') return people;
  const counted = previous.words.find((word) => COUNTED.test(word)) ?? '';
  const { want: _, ...rest } = previous;
  const words = previous.words.filter((word) => word !== counted);
  if (/^(?:sessions|events)$/.test(counted)) return { ...rest, command: 'sessions', words, page: 1 };
  if (counted === 'recommendations') return { ...rest, command: 'recommendations', words, page: 1 };
  const kind = kindOf(counted);
  return kind === undefined
    ? undefined
    : { ...rest, command: 'ask', words, filters: [...rest.filters, filter('kind', kind)], page: 1 };
}

/**
 * The query that a follow-up asks, or undefined where nothing that was shown fits it.
 * @param before what the answer before showed
 */
export function followUp(
  { asks, at, number }: FollowUp,
  previous: Query,
  before: Shown,
  records: Records,
): Query | undefined {
  const shown = spokenOf(before);
  if (asks === 'counted') return countedBefore(previous);
  if (asks === 'affiliation' || asks === 'maker') {
    const people = peopleAsked(previous);
    if (people !== undefined && (asks === 'affiliation' || shown.length !== 1)) return people;
  }
  const id = number === undefined ? itemAt(at, before, asks) : numbered(number, before);
  if (id === undefined || id === '') return undefined;
  if (asks === 'open' || asks === 'source') return { ...EMPTY_QUERY, command: 'open', target: id };
  const makers = makersOf(id, previous, records);
  if (asks === 'maker') {
    if (records.contribution(id) !== undefined || makers.length === 0)
      return { ...EMPTY_QUERY, command: 'open', target: id };
    return { ...EMPTY_QUERY, command: 'speaker', filters: [filter('by', ...makers)] };
  }
  if (asks === 'affiliation') {
    const all = [...new Set(shown.flatMap((one) => makersOf(one, previous, records)))];
    return all.length === 0
      ? undefined
      : { ...EMPTY_QUERY, command: 'speaker', filters: [filter('by', ...all)], want: 'role' };
  }
  if (asks === 'else')
    return makers.length === 0
      ? undefined
      : { ...EMPTY_QUERY, filters: [filter('by', ...makers)], want: 'remarks' };
  const event = eventOf(id, records) ?? valuesOf(previous, 'session')[0];
  if (event === undefined) return undefined;
  const ofEvent = filter('session', event);
  if (asks === 'company') {
    const others: Filter[] = makers
      .filter((one) => records.person(one))
      .map((one) => ({ ...filter('by', one), not: true }));
    return { ...EMPTY_QUERY, filters: [ofEvent, ...others], want: 'people' };
  }
  return asks === 'date' || asks === 'place' || asks === 'attendance'
    ? { ...EMPTY_QUERY, filters: [ofEvent], want: asks }
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

/** What an answer leaves for the next line of its thread. */
export interface Shown {
  /** Its canonical line. */
  readonly line: string;
  /** The ids of what it showed, in order; '' for what has none. */
  readonly ids: readonly string[];
  /** The number that the first of `ids` would have: 6 on the second page of five, 0 where something stands before the list. */
  readonly first?: number;
  /** The place in `ids` of what was spoken of last: the first item of the last of several answers. */
  readonly about?: number;
  /** Lines that were asked before it in the thread, the last one first, for who goes back. */
  readonly before?: readonly string[];
}

/** Ids of what was spoken of, in order. */
const spokenOf = ({ ids, about = 0 }: Shown): readonly string[] => ids.slice(about).filter((id) => id !== '');

/** What carries a number on the screen; a number that none carries is a place on the page. */
const numbered = (number: number, { ids, first = 1 }: Shown): string | undefined =>
  (number >= first ? ids[number - first] : undefined) ?? ids[number - 1 + unnumbered(first)];

/** "The second one": of those that are numbered, where it is opened. */
function itemAt(at: number, shown: Shown, asks: FollowUp['asks']): string | undefined {
  if (asks !== 'open') return spokenOf(shown)[at - 1];
  return at < 0 ? shown.ids.at(at) : shown.ids[at - 1 + unnumbered(shown.first ?? 1)];
}

/** How many items stand before the first that has a number. */
const unnumbered = (first: number): number => Math.max(0, 1 - first);

const MARK = ' #';
const BEFORE_MARK = ' <';
/** So many lines can be gone back by, and so many characters of them are kept. */
const MOST_BEFORE = { lines: 5, characters: 2000 } as const;

/**
 * Writes a continuation: the canonical line, the ids that the answer showed, and what came before.
 * @example formatContinuation({ line: 'sessions page:2', ids: ['a', 'b'], first: 6 }) // 'sessions page:2 #6:a,b'
 */
export function formatContinuation({ line, ids, first = 1, about = 0, before = [] }: Shown): string {
  const kept = ids.slice(0, MOST_SHOWN).join(',');
  const numbers = [...(first === 1 ? [] : [`${first}:`]), ...(about === 0 ? [] : [`@${about}:`])].join('');
  let lines = before.slice(0, MOST_BEFORE.lines);
  while (lines.join(BEFORE_MARK).length > MOST_BEFORE.characters) lines = lines.slice(0, -1);
  return [
    line,
    kept === '' ? '' : `${MARK}${numbers}${kept}`,
    ...lines.map((one) => `${BEFORE_MARK}${one}`),
  ].join('');
}

/** Reads a continuation; a canonical line alone is one that showed nothing. */
export function readContinuationToken(text: string): Shown {
  const [head = '', ...before] = text.split(BEFORE_MARK);
  const behind = before.length === 0 ? {} : { before };
  const at = head.lastIndexOf(MARK);
  if (at < 0) return { line: head, ids: [], ...behind };
  const [, first, about, ids = ''] =
    /^(?:(-?\d+):)?(?:@(\d+):)?(.*)$/s.exec(head.slice(at + MARK.length)) ?? [];
  return {
    line: head.slice(0, at),
    ids: ids === '' ? [] : ids.split(','),
    ...(first === undefined ? {} : { first: Number(first) }),
    ...(about === undefined ? {} : { about: Number(about) }),
    ...behind,
  };
}
