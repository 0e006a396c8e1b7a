/** Lines that continue the one before ("more", "only 2022", "and Harukawa?", "page:3"): reading them, and joining the two. */
import type { Records } from '../archive/archive.ts';
import { FIRST_PAGE, GOING_BACK, LAST_PAGE, NEXT_PAGE, PREVIOUS_PAGE } from '../lexicon/en/follow-ups.ts';
import { PEOPLE_NOUNS, PERSON_WORDS } from '../lexicon/en/operators.ts';
import { eventOf, makersOf } from './follow-up.ts';
import type { Continuation, ParseContext, Parsed } from './parsed.ts';
import { EMPTY_QUERY, type Field, type Filter, filter, type Query, SESSION_WANTS } from './query.ts';
import { COUNTED } from './questions/figures.ts';
import { addFilters, scanWords } from './scan.ts';
import { isYear, kindOf } from './tokens.ts';

const CONTINUE =
  /^(?:page (?<number>\d{1,5})|(?<narrow>only|just|but only|only in|narrow to|filter by|(?=(?:in|on|at|from|for|by|about|before|after|since|between|until|without) (?!(?:which|what|whom|whose|how) )(?:\S+ ?){1,5}$))\b ?(?<less>.+)|(?<replace>and|and what about|what about|how about|and for|and in|also)\b (?<other>.+))$/;

/** "And the other one from Cambridge?": somebody who is not the one before. */
const OTHER_ONE = new RegExp(
  `^(?:the |an)?other (?:${[...PERSON_WORDS, ...PEOPLE_NOUNS].join('|')})\\b ?(?:(?:was|were|is|are|who|that) )*`,
);

/**
 * @param folded the words of the line
 * @param tokens what was taken out of it
 * @returns undefined where the line stands on its own
 */
export function readContinuation(folded: string, tokens: Query, context: ParseContext): Parsed | undefined {
  if (folded === '' && tokens.page > 1) return { query: tokens, explicit: false, continues: 'page' };
  if (
    folded === '' &&
    (tokens.filters.length > 0 || tokens.without.length > 0 || tokens.phrases.length > 0)
  ) {
    return { query: tokens, explicit: false, continues: 'narrow' };
  }
  const turned = pageTurned(folded);
  if (turned !== undefined) return { query: tokens, explicit: false, continues: 'page', ...turned };
  const match = CONTINUE.exec(folded);
  const groups = match?.groups;
  if (!groups) return undefined;
  if (groups.number !== undefined) {
    return {
      query: { ...tokens, page: Math.max(1, Number(groups.number)) },
      explicit: false,
      continues: 'page',
    };
  }
  const told = groups.less ?? groups.other ?? '';
  const others = OTHER_ONE.test(told);
  const text = told
    .replace(OTHER_ONE, '')
    .replace(/^(?:from|of) (?:the )?(?=.)/, (from) => (others ? '' : from));
  const word = text.split(' ')[0] ?? '';
  const command = context.commands.bare.get(word);
  if (/^(?:what|who|how|when|where|which) /.test(text) && groups.other !== undefined) return undefined;
  const kind = command ? undefined : kindOf(word);
  const rest = command || kind ? text.slice(word.length).trim() : text;
  const words = rest.split(' ').filter((one) => one !== '');
  const scan = scanWords(words, { ...context, command: 'sessions' });
  const query: Query = {
    ...tokens,
    ...(command ? { command } : {}),
    filters: addFilters(addFilters(tokens.filters, kind ? [filter('kind', kind)] : []), scan.filters),
    words: [...new Set([...tokens.words, ...scan.words])],
    literal: [...new Set([...tokens.literal, ...scan.literal])],
  };
  return {
    query,
    explicit: command !== undefined,
    continues: groups.less === undefined ? 'replace' : 'narrow',
    ...(others ? { others } : {}),
  };
}

/** A page past every list's end, which is answered with the last one. */
const LAST = 99_999;

/** Where a line that turns pages leads. */
function pageTurned(folded: string): Pick<Parsed, 'step' | 'back'> | { query: Query } | undefined {
  const words = folded.replace(/^(?:and|ok|okay|please|now) /, '').replace(/ (?:please|then|now)$/, '');
  if (NEXT_PAGE.has(words)) return { step: 1 };
  if (PREVIOUS_PAGE.has(words)) return { step: -1 };
  if (GOING_BACK.has(words)) return { step: -1, back: true };
  if (FIRST_PAGE.has(words)) return { query: EMPTY_QUERY };
  return LAST_PAGE.has(words) ? { query: { ...EMPTY_QUERY, page: LAST } } : undefined;
}

/** Fields that answer the same question about a query; a new one replaces the old ones of its kind. */
const ASPECTS: readonly (readonly Field[])[] = [
  ['by', 'name'],
  ['to', 'group', 'topic', 'sdg', 'line'],
  ['country'],
  ['org'],
  // A year tells an event from others as its name does.
  ['session', 'source', 'date'],
  ['kind'],
];
const SUBJECT: readonly Field[] = ['to', 'group', 'topic', 'sdg', 'line'];

const aspectOf = (filter: Filter): readonly Field[] | undefined =>
  ASPECTS.find((aspect) => filter.any.some(({ field }) => aspect.includes(field)));

/** What a line may point at, and how it points. */
export interface Pointed {
  /** Ids of what the answer before showed, in order. */
  readonly shown: readonly string[];
  readonly records: Records;
}

const REFERRED: readonly Field[] = ['by', 'session', 'source', 'date', 'line', 'sdg', 'organizer'];
/** What "it" may be besides an event. */
const THINGS: readonly Field[] = ['org', 'topic', 'country', 'group'];

/** "Who organized it?", "what did she say?": who and which event the answer before was about, or showed first. */
function referredTo({ target, filters }: Query, next: Query, { shown, records }: Pointed): Filter[] {
  const [first] = shown;
  const ofEvent = next.want !== undefined && SESSION_WANTS.has(next.want);
  if (target !== undefined) {
    if (records.session(target)) return [filter('session', target)];
    if (records.organization(target)) return [filter('org', target)];
  }
  const kept = filters.filter(
    ({ any, not }) => !not && any.every(({ field }) => REFERRED.some((one) => one === field)),
  );
  const has = (...fields: readonly Field[]): boolean =>
    kept.some(({ any }) => any.some(({ field }) => fields.includes(field)));
  const event = first === undefined ? undefined : eventOf(first, records);
  if (ofEvent && !has('session', 'source') && event !== undefined)
    return [
      ...kept.filter(({ any }) => any.every(({ field }) => field === 'line')),
      filter('session', event),
    ];
  const makers = first === undefined ? [] : makersOf(first, EMPTY_QUERY, records);
  if (next.want === 'remarks' && !has('by') && makers.length > 0) return [...kept, filter('by', ...makers)];
  if (kept.length > 0) return kept;
  return filters.filter(
    ({ any, not }) => !not && any.every(({ field }) => THINGS.some((one) => one === field)),
  );
}

/** What was told in words is told by them again where nothing else tells it. */
function wordsFor(previous: Query, next: Query, pointed: readonly Filter[]): readonly string[] {
  if (next.words.length > 0) return next.words;
  const ofEvent = previous.want !== undefined && SESSION_WANTS.has(previous.want);
  const told = pointed.some(({ any }) => any.some(({ field }) => field === 'session' || field === 'by'));
  return (ofEvent && !told) || pointed.length === 0 ? previous.words : next.words;
}

/** The word for what was counted, which a new subject leaves as it is. */
function countedIn({ want, words }: Query): readonly string[] {
  return want === 'count' ? words.filter((word) => COUNTED.test(word)).slice(0, 1) : [];
}

/** "And Germany?" is one more side, "on ageing" and "only recommendations" narrow all of them. */
function continueComparison(previous: Query, next: Query, how: Continuation): Query {
  const [compared, ...others] = previous.filters;
  const [added] = next.filters;
  const kinds = next.command === 'recommendations' ? [filter('kind', 'recommendation')] : [];
  const base: Query = { ...previous, page: 1 };
  const isSide = compared?.any.some(({ field }) => added?.any.some((term) => term.field === field));
  if (how === 'replace' && compared && added && isSide && next.filters.length === 1) {
    return {
      ...base,
      filters: [{ ...compared, any: [...compared.any, ...added.any.slice(0, 1)] }, ...others],
    };
  }
  const subject =
    how === 'replace'
      ? next
      : {
          ...next,
          words: [...previous.words, ...next.words],
          literal: [...previous.literal, ...next.literal],
        };
  return {
    ...base,
    filters: addFilters(
      [...(compared ? [compared] : []), ...(how === 'replace' ? [] : others)],
      [...next.filters, ...kinds],
    ),
    words: [...new Set(subject.words)],
    literal: [...new Set(subject.literal)],
  };
}

/** People of the same event or kind who are not those that the answer before showed. */
function othersThan(previous: Query, next: Query, { shown, records }: Pointed): Query {
  const before = [...new Set(shown.flatMap((id) => makersOf(id, previous, records)))].filter((id) =>
    records.person(id),
  );
  const [first] = shown;
  const event = first === undefined ? undefined : eventOf(first, records);
  const asMakers = next.filters.map((one) => ({
    ...one,
    any: one.any.map((term) => ({
      ...term,
      field:
        term.field === 'org' ? ('by' as const) : term.field === 'country' ? ('from' as const) : term.field,
    })),
  }));
  const from =
    asMakers.length > 0
      ? asMakers
      : previous.filters.filter(({ any }) => !any.some(({ field }) => field === 'by'));
  return {
    ...EMPTY_QUERY,
    want: 'people',
    filters: addFilters(
      [...(event === undefined ? [] : [filter('session', event)]), ...from],
      before.map((id) => ({ ...filter('by', id), not: true })),
    ),
    words: next.words.filter((word) => !PERSON_WORDS.has(word)),
  };
}

/** The year that a line names, where it names nothing else. */
function onlyYear({ filters, words, phrases }: Query): string | undefined {
  const [one] = filters;
  const values = one?.any.map(({ field, value }) => (field === 'date' ? value : '')) ?? [];
  const [value = words[0] ?? ''] = values;
  if (filters.length > 1 || phrases.length > 0 || words.length + filters.length !== 1) return undefined;
  const [year = ''] = /(?:19|20)\d\d/.exec(value) ?? [];
  return year === '' ? undefined : year;
}

/**
 * @param previous the query before, resolved
 * @param next what the line says by itself, resolved
 */
export function continueQuery(
  previous: Query,
  next: Query,
  how: Continuation,
  parsed: Pick<Parsed, 'explicit' | 'step' | 'others'>,
  pointed: Pointed,
): Query {
  if (how === 'page') {
    return {
      ...previous,
      page: parsed.step === undefined ? next.page : Math.max(1, previous.page + parsed.step),
    };
  }
  if (how === 'refer') {
    const meant = referredTo(previous, next, pointed);
    return { ...next, filters: addFilters(meant, next.filters), words: wordsFor(previous, next, meant) };
  }
  if (parsed.others === true) return othersThan(previous, next, pointed);
  if (previous.want === 'compare') return continueComparison(previous, next, how);
  // "And by 2025?" of a figure that a year told: the other year, a word as it was.
  const year = how === 'replace' ? onlyYear(next) : undefined;
  if (year !== undefined && previous.words.some(isYear))
    return { ...previous, page: 1, words: previous.words.map((word) => (isYear(word) ? year : word)) };
  const told = previous.words.some(isYear) ? withYearsAsWords(next) : next;
  return continueSubject(previous, asMakers(previous, told, pointed), how, parsed);
}

/** "And from Deloitte?" of somebody who spoke for another organization. */
function asMakers(previous: Query, next: Query, { records }: Pointed): Query {
  const ofBody = previous.filters.some(
    ({ any, not }) => !not && any.every(({ field, value }) => field === 'by' && records.organization(value)),
  );
  if (!ofBody) return next;
  return {
    ...next,
    filters: next.filters.map((one) =>
      one.any.every(({ field }) => field === 'org')
        ? { ...one, any: one.any.map(({ value }) => ({ field: 'by' as const, value })) }
        : one,
    ),
  };
}

/** "And in Nagpur in 2015?" of a figure that a year told: the year of what is told, and not of an event. */
function withYearsAsWords(query: Query): Query {
  const years = query.filters.filter(
    ({ any, not }) => !not && any.every(({ field, value }) => field === 'date' && isYear(value)),
  );
  return {
    ...query,
    filters: query.filters.filter((one) => !years.includes(one)),
    words: [...query.words, ...years.flatMap(({ any }) => any.map(({ value }) => value))],
  };
}

/** What the line says takes the place of what was said of the same kind, or is added to it. */
function continueSubject(
  previous: Query,
  next: Query,
  how: Continuation,
  parsed: Pick<Parsed, 'explicit'>,
): Query {
  const command = parsed.explicit ? next.command : previous.command;
  const { want, ...rest } = previous;
  // What was wanted of remarks is not wanted of a list of recommendations.
  const keeps = want !== undefined && command === previous.command;
  const base: Query = { ...rest, ...(keeps ? { want } : {}), command, page: 1 };
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
  // "And the 2023 one?" of an event that words told: another event.
  const otherEvent =
    previous.want !== undefined &&
    SESSION_WANTS.has(previous.want) &&
    replaced.has('date') &&
    next.words.length === 0;
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
    words: otherEvent ? [] : newSubject ? [...countedIn(previous), ...next.words] : previous.words,
    literal: newSubject ? next.literal : previous.literal,
    phrases: newSubject ? next.phrases : previous.phrases,
  };
}
