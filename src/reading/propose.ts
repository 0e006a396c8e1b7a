/**
 * From the words of one question to the readings that it may have, likeliest first. The archive decides among them: the
 * first that it bears out is the one.
 */

import type { Archive } from '../archive/archive.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { PERSON_WORDS } from '../lexicon/en/operators.ts';
import { lostIn } from './account.ts';
import { takeEvents } from './events.ts';
import { eventOf, type Shown } from './follow-up.ts';
import { parseMended } from './mend.ts';
import { namesWithin } from './names-within.ts';
import { asksFigure, asksNames, combined } from './operators.ts';
import type { ParseContext } from './parse.ts';
import {
  type Filter,
  filter,
  isUnrestricted,
  type Query,
  SESSION_WANTS,
  valuesOf,
  type Want,
} from './query.ts';
import { addFilters } from './scan.ts';
import { isCanonical, type Reading, settled } from './settle.ts';
import { wordsOf } from './tokens.ts';

/** What is asked of the archive as a whole, with nothing that narrows it. */
const OF_ALL: ReadonlySet<Want> = new Set([
  'count',
  'materials',
  'organizations',
  'people',
  'countries',
  'topics',
  'goals',
  'lines',
]);

/** Nothing to look for: no word, no filter, and a command that needs one. */
export function isEmptyQuestion(query: Query): boolean {
  if (query.target !== undefined || (query.want !== undefined && OF_ALL.has(query.want))) return false;
  return (query.command === 'ask' || query.command === 'open') && isUnrestricted(query);
}

/**
 * @param text one question, cleaned
 * @param previous what the line before left
 * @param elsewhere conditions that other questions of the same message name
 * @returns at least one reading; the first tells what could not be read
 */
export async function propose(
  text: string,
  context: ParseContext,
  archive: Archive,
  previous: Shown | undefined,
  elsewhere: readonly Filter[] = [],
): Promise<readonly Reading[]> {
  const own = elsewhere.length === 0 ? [] : (await takeEvents(wordsOf(text), archive, context.now)).filters;
  const shared = own.length > 0 ? [] : elsewhere;
  const proposed = (await proposeAsTyped(text, context, archive, previous, shared)).slice(0, MOST_READINGS);
  const names = proposed[0]?.parsed.foreign === true ? [] : namesWithin(text);
  const readings: Reading[] = [];
  for (const one of proposed) readings.push({ ...one, query: await demanding(names, one, text, archive) });
  const [first] = readings;
  const isQuoted = text.includes('"') && first?.query.phrases.length !== 0;
  if (first === undefined || first.parsed.explicit || !isQuoted) return readings;
  // Quoted with a slip, or from memory: the words without their quotes come last.
  const unquoted = await proposeAsTyped(text.replaceAll('"', ' '), context, archive, previous, shared);
  const others = unquoted.filter(({ query }) => !readings.some((one) => sameQuery(one.query, query)));
  return [...readings, ...others].slice(0, MOST_READINGS);
}

/**
 * "How dry did Cape Town get?": of a number or a date the name must stand beside it; what nobody recorded answers nothing of
 * a name that the archive does not have. Other words may be missing.
 */
async function demanding(
  names: readonly string[],
  { query, parsed }: Reading,
  text: string,
  archive: Archive,
): Promise<Query> {
  if (names.length === 0 || parsed.explicit || isCanonical(text, parsed)) return query;
  // What an event is called is compared with all of it.
  if (query.want !== undefined && SESSION_WANTS.has(query.want)) return query;
  const demanded: string[] = [];
  for (const name of names) {
    const words = name.split(' ');
    if (!words.every((word) => query.words.includes(word))) continue;
    const known = (await Promise.all(words.map((word) => archive.knowsWord(word)))).every(Boolean);
    if (!known || (query.want !== undefined && TELLS.has(query.want))) demanded.push(name);
  }
  return demanded.length === 0 ? query : { ...query, phrases: [...new Set([...query.phrases, ...demanded])] };
}

const TELLS: ReadonlySet<Want> = new Set(['figure', 'date', 'published', 'highest', 'lowest']);

/** However much a line sets beside each other, no more is tried: each reading asks the archive. */
export const MOST_READINGS = 10;

async function proposeAsTyped(
  text: string,
  context: ParseContext,
  archive: Archive,
  previous: Shown | undefined,
  shared: readonly Filter[],
): Promise<readonly Reading[]> {
  const parsed = await parseMended(text, context, archive);
  const pointed = parsed.followUp === undefined ? eventPointedAt(text, previous, archive) : undefined;
  // "What was said on visas at that webinar?": the event that was shown, and the rest of the question.
  if (pointed !== undefined)
    return propose(
      text.replace(POINTED_EVENT, ' '),
      { ...context, hasPrevious: false, hasShown: false },
      archive,
      undefined,
      [filter('session', pointed), ...shared],
    );
  const whole = await settled(parsed, context, archive, previous, shared, text);
  if (isCanonical(text, parsed)) return [whole];
  const lost =
    parsed.problem === undefined && parsed.courtesy === undefined && parsed.followUp === undefined
      ? lostIn(text, whole.query, archive)
      : [];
  let first: Reading = {
    ...whole,
    query: { ...whole.query, filters: addFilters(whole.query.filters, lost) },
  };
  const isFigure =
    first.query.command === 'ask' && FIGURE_OR_NONE.has(first.query.want) && asksFigure(wordsOf(text));
  const lostEvents =
    isUnrestricted(first.query) && !parsed.explicit && parsed.continues === undefined
      ? (await takeEvents(wordsOf(text), archive, context.now)).filters
      : [];
  // An event that the wording swallowed ("both at the conference and in the webinar") is asked for all the same.
  if (lostEvents.length > 0) first = { ...first, query: { ...first.query, filters: lostEvents } };
  if (first.query.want === 'people' && asksNames(wordsOf(text)))
    first = { ...first, query: { ...first.query, want: 'role' } };
  let readings: Reading[] = [isFigure ? { ...first, query: { ...first.query, want: 'figure' } } : first];
  if (
    parsed.problem !== undefined ||
    parsed.explicit ||
    parsed.continues !== undefined ||
    parsed.followUp !== undefined
  )
    return readings;
  if (first.query.command === 'open' || first.query.command === 'help') return readings;
  // Nobody answers for somebody whom the archive does not know.
  const isStranger = ({ any, not }: Filter): boolean => !not && any.some(({ field }) => field === 'name');
  if (first.query.command === 'ask' && first.query.filters.some(isStranger)) return readings;
  const events = await takeEvents(wordsOf(text), archive, context.now);
  // "The speaker from Thailand": those of an event are its facts; those from somewhere are looked for.
  const fromSomewhere =
    first.query.want === 'speakers' &&
    first.query.filters.some(({ any, not }) => !not && any.some(({ field }) => FROM_SOMEWHERE.has(field)));
  const plain = await parseMended(
    events.filters.length > 0 ? events.rest.join(' ') : text,
    { ...context, plain: true },
    archive,
  );
  const add = (query: Query): void => {
    if (!isEmptyQuestion(query) && !readings.some((one) => sameQuery(one.query, query)))
      readings.push({ parsed: plain, query });
  };
  const settledPlain = await settled(plain, context, archive, undefined, shared, text);
  const loose: Reading = {
    parsed: plain,
    query: { ...settledPlain.query, filters: addFilters(settledPlain.query.filters, events.filters) },
  };
  const want = readings[0]?.query.want;
  const operated = combined(wordsOf(text), loose.query, archive);
  // What an operator makes of a question comes before what its wording makes of it.
  // "Which universities took part" asks for organizations, whoever spoke for them.
  const fitting = operated.filter((one) => !(want === 'organizations' && one.want === 'people'));
  for (const query of fitting.filter((one) => !readings.some(({ query: known }) => sameQuery(known, one))))
    readings.splice(readings.length - 1, 0, { parsed: plain, query });
  // What kind of answer is asked for stays, whatever else the words say: who, when, how many.
  const kind =
    want === 'role'
      ? 'role'
      : want !== undefined && WHO.has(want)
        ? 'people'
        : want !== undefined && KEPT.has(want)
          ? want
          : undefined;
  if (want === 'count') return readings;
  if (fromSomewhere) readings = [];
  if (want === 'attendance') add({ ...loose.query, command: 'ask', want: 'figure' });
  else {
    // A sum of money is asked for in every reading.
    const tells =
      want === 'figure'
        ? first.query.filters.filter(({ any }) => any.every(({ field }) => field === 'has'))
        : [];
    const own = loose.query.filters.map((one) => asMaker(one, first.query));
    const filters = kind === 'people' ? own.map((one) => orFrom(one, wordsOf(text), archive)) : own;
    // "That lady from the union": beside whom somebody stands for, such a word says no more.
    const described =
      (kind === 'people' || kind === 'role') &&
      filters.some(({ any }) => any.some(({ field }) => field === 'by' || field === 'from'));
    add({
      ...loose.query,
      command: 'ask',
      words: described ? loose.query.words.filter((word) => !PERSON_WORDS.has(word)) : loose.query.words,
      filters: addFilters(filters, tells),
      ...(kind === undefined ? {} : { want: kind }),
    });
  }
  return readings;
}

const POINTED_EVENT = new RegExp(
  `\\s*(?:\\b(?:at|in|during|from|of|on)\\s+)?\\b(?:that|this|its|the same)\\s+(?:(?:first|second|last|same|very)\\s+)?(?:${[...EVENT_NOUNS].join('|')})\\b`,
  'i',
);

/** The event that a question points at ("at that webinar"): the one that was shown, or that the line before was about. */
function eventPointedAt(text: string, previous: Shown | undefined, { records }: Archive): string | undefined {
  const [first] = previous?.ids ?? [];
  if (first === undefined || !POINTED_EVENT.test(text)) return undefined;
  return eventOf(first, records);
}

const FROM_SOMEWHERE: ReadonlySet<string> = new Set(['country', 'from', 'org', 'group', 'by']);

const FIGURE_OR_NONE: ReadonlySet<Want | undefined> = new Set([undefined, 'meaning']);

/** Wants that nothing of another kind answers. */
const KEPT: ReadonlySet<Want> = new Set(['figure', 'date', 'published', 'compare']);

const WHO: ReadonlySet<Want> = new Set([
  'people',
  'role',
  'speakers',
  'moderators',
  'organizers',
  'supporters',
  'funders',
]);

const sameQuery = (one: Query, other: Query): boolean => JSON.stringify(one) === JSON.stringify(other);

/** "The Filipino guy who …": whoever is asked for may come from a country as well as speak of it. */
function orFrom(one: Filter, words: readonly string[], { vocabulary }: Archive): Filter {
  if (one.not || !one.any.every(({ field }) => field === 'country')) return one;
  // "The speaker from Thailand" comes from there, whatever else is said of it.
  const place = words.indexOf('from');
  const named =
    place < 0 ? undefined : vocabulary.at(words, words[place + 1] === 'the' ? place + 2 : place + 1);
  if (named?.meanings.some(({ value }) => value === one.any[0]?.value))
    return { ...one, any: one.any.map(({ value }) => ({ field: 'from' as const, value })) };
  return { ...one, any: [...one.any, ...one.any.map(({ value }) => ({ field: 'from' as const, value }))] };
}

/** "Who represented Microsoft": whom the wording asks for as a maker is one, and not a subject, in every reading. */
function asMaker(one: Filter, worded: Query): Filter {
  const made = new Set(valuesOf(worded, 'by'));
  return one.not || !one.any.every(({ field, value }) => field === 'org' && made.has(value))
    ? one
    : { ...one, any: one.any.map(({ value }) => ({ field: 'by' as const, value })) };
}

/** What a question says of where and when, for the other questions of its message. */
export function sharedBy(query: Query): Filter[] {
  return query.filters.filter(
    ({ any, not }) => !not && any.every(({ field }) => field === 'session' || field === 'source'),
  );
}
