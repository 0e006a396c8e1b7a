/** A reading made whole: names resolved, what the line before said and what other questions of the message say filled in. */
import { readLine } from '../answer/line.ts';
import type { Archive } from '../archive/archive.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { continueQuery } from './continue.ts';
import { takeEvents } from './events.ts';
import { followUp, peopleAsked, type Shown } from './follow-up.ts';
import { format, shorten } from './format.ts';
import { parseMended } from './mend.ts';
import { type ParseContext, type Parsed, parse } from './parse.ts';
import type { Filter, Query } from './query.ts';
import { resolve } from './resolve.ts';
import { addFilters } from './scan.ts';

/** A question as it may be meant. */
export interface Reading {
  readonly parsed: Parsed;
  /** Names resolved, what came before filled in. */
  readonly query: Query;
}

/** One that names somebody whom nobody knew is not resolved, and one that lost something is not what was written. */
export function isCanonical(text: string, { query, continues }: Parsed): boolean {
  return (
    continues === undefined &&
    // A person is opened by their own command.
    query.command !== 'open' &&
    readLine(text) !== undefined &&
    format(query) === text &&
    query.filters.every(({ any }) => any.every(({ field }) => field !== 'name'))
  );
}

/** What was parsed, with names resolved and joined to the line before where it continues that. */
export async function settled(
  parsed: Parsed,
  context: ParseContext,
  archive: Archive,
  previous: Shown | undefined,
  shared: readonly Filter[],
  text: string,
): Promise<Reading> {
  if (parsed.problem !== undefined || parsed.courtesy !== undefined) return { parsed, query: parsed.query };
  const before = previous === undefined ? undefined : await queryBefore(previous, context, archive);
  if (parsed.followUp !== undefined && before !== undefined && previous !== undefined) {
    const query = followUp(parsed.followUp, before, previous, archive.records);
    if (query !== undefined) return { parsed, query: await resolve(query, archive, context.now) };
    // Nothing that was shown fits: the line is read like any other.
    return settled(
      await parseMended(text, { ...context, hasShown: false }, archive),
      context,
      archive,
      previous,
      shared,
      text,
    );
  }
  const among = before === undefined ? null : AMONG.exec(text);
  if (among !== null && before !== undefined) {
    const rest = await parseMended(among[1] ?? '', { ...context, hasPrevious: false, plain: true }, archive);
    return { parsed, query: narrowedAmong(before, await resolve(rest.query, archive, context.now)) };
  }
  // A canonical line was resolved when it was written: it means what it says.
  if (isCanonical(text, parsed)) return { parsed, query: shorten(parsed.query) };
  const resolved = await resolve(parsed.query, archive, context.now);
  const own = shorten(
    withShared(
      parsed.continues === undefined ? resolved : await withEvents(resolved, archive, context.now),
      shared,
    ),
  );
  if (parsed.continues === undefined || before === undefined || previous === undefined)
    return { parsed, query: before === undefined ? own : aboutBefore(text, own, before) };
  const pointed = { shown: previous.ids, records: archive.records };
  return { parsed, query: shorten(continueQuery(before, own, parsed.continues, parsed, pointed)) };
}

/** "And what did Saimei add?": to what was asked before. */
const ADDS =
  /^(?:and|but) (?:what|did|does|has)\b|\b(?:add|adds|added|reply|replied|answer|answered|respond|responded)\b/i;

/** "What should ministries do about it?": what "it" is, the line before said. */
const ABOUT_IT =
  /\b(?:about|on|of|for|against|with|to|by|from|do) (?:it|that|this|them|these|those)\b(?! \w*(?:event|session|webinar|meeting))/i;

function aboutBefore(text: string, own: Query, before: Query): Query {
  const bare = own.words.every(isWeakWord) && own.phrases.length === 0 && !own.filters.some(isSubject);
  const adds =
    own.want === 'remarks' &&
    ADDS.test(text) &&
    own.filters.length > 0 &&
    own.filters.every(({ any }) => any.every(({ field }) => field === 'by'));
  if (!bare || !(adds || ABOUT_IT.test(text)) || (own.command !== 'ask' && own.command !== 'recommendations'))
    return own;
  return {
    ...own,
    filters: addFilters(own.filters, before.filters.filter(isSubject)),
    words: before.words,
    literal: before.literal,
  };
}

const SUBJECTS: ReadonlySet<string> = new Set(['topic', 'sdg', 'line']);

const isSubject = ({ any, not }: Filter): boolean => !not && any.some(({ field }) => SUBJECTS.has(field));

/** "Which of them is from LinkedIn?": those of what was asked before that are so. */
const AMONG =
  /^(?:and |so )?(?:which|who|what)(?: ones?)? of (?:them|these|those)\b\s*(?:is|are|was|were|has|have|did|do|does|comes?|came)?\s*(.+)$/i;

function narrowedAmong(before: Query, own: Query): Query {
  const people = peopleAsked(before);
  const filters =
    people === undefined
      ? own.filters
      : own.filters.map((one) => ({
          ...one,
          any: one.any.map((term) => ({
            ...term,
            field:
              term.field === 'org'
                ? ('by' as const)
                : term.field === 'country'
                  ? ('from' as const)
                  : term.field,
          })),
        }));
  const base = people ?? before;
  const words =
    people === undefined
      ? [...new Set([...base.words, ...own.words])]
      : base.filters.length > 0
        ? own.words
        : base.words;
  return {
    ...base,
    page: 1,
    filters: addFilters(base.filters, filters),
    words,
    literal: [...new Set([...base.literal, ...own.literal])],
  };
}

async function queryBefore(
  { line }: Shown,
  context: ParseContext,
  archive: Archive,
): Promise<Query | undefined> {
  const { query, problem } = parse(line, { ...context, hasPrevious: false });
  return problem === undefined ? resolve(query, archive, context.now) : undefined;
}

/** "And the nurses' round table?": an event that the words name is a condition. */
async function withEvents(query: Query, archive: Archive, now: Date): Promise<Query> {
  const { rest, filters } = await takeEvents(query.words, archive, now);
  return filters.length === 0
    ? query
    : { ...query, words: rest, filters: addFilters(query.filters, filters) };
}

/** Conditions of a neighbouring question hold here too where this one names none of the kind. */
function withShared(query: Query, shared: readonly Filter[]): Query {
  if (query.command === 'help' || query.command === 'open' || shared.length === 0) return query;
  const named = new Set(query.filters.flatMap(({ any }) => any.map(({ field }) => placeOf(field))));
  const missing = shared.filter(({ any }) => !any.some(({ field }) => named.has(placeOf(field))));
  return { ...query, filters: addFilters(query.filters, missing) };
}

/** Fields that name the same sort of thing. */
function placeOf(field: string): string {
  return field === 'session' || field === 'source' || field === 'date'
    ? 'event'
    : field === 'country' || field === 'from'
      ? 'country'
      : field;
}
