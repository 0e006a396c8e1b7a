/** Events that a text names by what kind of event they are: "the 2020 webinar", "the nurses' round table", "the AROSP one". */

import type { Archive } from '../archive/archive.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { BETWEEN_SIDES, EXCLUDING } from '../lexicon/en/operators.ts';
import { STOP_WORDS } from '../lexicon/en/stop-words.ts';
import { type Filter, filter } from './query.ts';
import { resolveEvent } from './resolve-names.ts';
import { wordsOf } from './tokens.ts';

const EXCLUSIONS: readonly string[] = [...EXCLUDING].sort((one, other) => other.length - one.length);

/** Words before the kind of an event that may tell which one is meant. */
const BEFORE = 6;

/** Words that stand for the word for an event. */
const STANDS_FOR_EVENT: ReadonlySet<string> = new Set(['one', 'thing']);

/** What the events of an archive are called, by the last word of their kinds: "table" of a round table. */
type Kinds = ReadonlyMap<string, readonly string[]>;

const kinds = new WeakMap<Archive, Kinds>();

async function kindsOf(archive: Archive): Promise<Kinds> {
  const known = kinds.get(archive);
  if (known !== undefined) return known;
  const { sessions } = await archive.everything();
  const made = new Map<string, readonly string[]>();
  for (const { kind, parent } of sessions) {
    const name = wordsOf(kind);
    const last = name.at(-1);
    if (parent === undefined && last !== undefined && !made.has(last)) made.set(last, name);
  }
  kinds.set(archive, made);
  return made;
}

/** Where events were held, by the first word of the place: the words, and the events there. */
type Venues = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly events: readonly string[] }[]
>;

const venues = new WeakMap<Archive, Venues>();

async function venuesOf(archive: Archive): Promise<Venues> {
  const known = venues.get(archive);
  if (known !== undefined) return known;
  const events = new Map<string, string[]>();
  for (const { id, place, parent } of (await archive.everything()).sessions) {
    const name = wordsOf(place?.name.split(',')[0] ?? '').join(' ');
    // "Online" is nowhere.
    if (parent !== undefined || name === '' || archive.vocabulary.at(name.split(' '), 0) !== undefined)
      continue;
    events.set(name, [...(events.get(name) ?? []), id]);
  }
  const made = new Map<string, { words: readonly string[]; events: readonly string[] }[]>();
  for (const [name, ids] of events) {
    const words = name.split(' ');
    const [first = ''] = words;
    made.set(first, [...(made.get(first) ?? []), { words, events: ids }]);
  }
  venues.set(archive, made);
  return made;
}

const AT_VENUE: ReadonlySet<string> = new Set(['in', 'at']);

interface Taken {
  /** The words of the text without those that name the events. */
  readonly rest: readonly string[];
  readonly filters: readonly Filter[];
}

/**
 * Takes events out of a text; one that several fit, or none, stays in it.
 * @param words folded words
 */
export async function takeEvents(words: readonly string[], archive: Archive, now: Date): Promise<Taken> {
  const known = await kindsOf(archive);
  /** All words of a kind must be there: a table is no round table. */
  const isOwn = (place: number): boolean => {
    const name = known.get(words[place] ?? '') ?? [];
    return name.length > 0 && name.every((word, at) => words[place - name.length + 1 + at] === word);
  };
  const filters: Filter[] = [];
  const taken = new Set<number>();
  for (const [place, word] of words.entries()) {
    const isKind = isOwn(place) || (EVENT_NOUNS.has(word) && !word.endsWith('s'));
    // "The SDG 8 thing": whatever somebody calls an event that the words before tell.
    const isOther = (word === 'one' && filters.length > 0) || word === 'thing';
    if (!isKind && !isOther) continue;
    let from = place;
    while (
      from > 0 &&
      place - from < BEFORE &&
      !STOP_WORDS.has(words[from - 1] ?? '') &&
      !taken.has(from - 1)
    )
      from -= 1;
    const numbered = /^\d{1,4}$/.test(words[place + 1] ?? '');
    const to = place + (numbered ? 2 : 1);
    const name = words.slice(from, to).filter((one) => !STANDS_FOR_EVENT.has(one));
    if (name.length === 0 || (name.length < 2 && !isOther && !isOwn(place))) continue;
    // The nearest words first: what stands before them may be the question.
    for (let start = from; start < place || (start === place && isOwn(place)); start += 1) {
      const { filters: found } = await resolveEvent(
        words
          .slice(start, to)
          .filter((one) => !STANDS_FOR_EVENT.has(one))
          .join('+'),
        archive,
        now,
      );
      const session = found.find(({ any }) => any[0]?.field === 'session');
      if (session === undefined) continue;
      const before = words.slice(0, start).join(' ');
      const leaving = EXCLUSIONS.find((one) =>
        new RegExp(`(?:^| )${one}(?: (?:at|in|during|from))?(?: the)?$`).test(before),
      );
      filters.push({ ...session, not: leaving !== undefined });
      for (
        let back = start - 1;
        leaving !== undefined && back >= 0 && start - back <= leaving.split(' ').length + 2;
        back -= 1
      ) {
        if (leaving.split(' ').includes(words[back] ?? '')) taken.add(back);
      }
      for (let at = start; at < to; at += 1) taken.add(at);
      break;
    }
  }
  // "The bus in Zwolle or the one in Limerick": places of what is compared, not of an event.
  if (words.some((word) => BETWEEN_SIDES.has(word)))
    return { rest: words.filter((_, place) => !taken.has(place)), filters };
  const held = await venuesOf(archive);
  for (const [place, word] of words.entries()) {
    if (taken.has(place) || !AT_VENUE.has(words[place - 1] ?? '')) continue;
    const venue = held
      .get(word)
      ?.find(({ words: name }) => name.every((one, at) => words[place + at] === one));
    if (venue === undefined || filters.length > 0) continue;
    filters.push(filter('session', ...venue.events));
    for (let at = place; at < place + venue.words.length; at += 1) taken.add(at);
  }
  return { rest: words.filter((_, place) => !taken.has(place)), filters };
}
