/**
 * Resolving: names of people become ids, misspelt words become known ones, and a query that says no more than "this
 * person" or "that session" becomes the command that shows it. May wait for the archive.
 */
import type { Archive } from '../archive/archive.ts';
import type { Filter, Query, Term } from '../query/query.ts';
import { filter } from '../query/query.ts';
import { addFilters, isContentWord, scanWords } from '../query/scan.ts';
import { analyse } from '../text/analyse.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { comparedIn } from './describe.ts';

const LONGEST_NAME = 4;
/** Most people that one name may mean together; more is too vague to be a name. */
const NAMESAKES = 5;
/** How much of an event's description must be recognised for it to be meant. */
const EVENT_COVERAGE = 0.6;

interface Resolved {
  readonly filters: readonly Filter[];
  readonly words: readonly string[];
  readonly literal: readonly string[];
}

/** Whom a name means: ids where it is accepted. */
async function people(name: readonly string[], archive: Archive): Promise<string[]> {
  if (name.length === 0) return [];
  const { outcome, people: found } = await archive.matchName(name.join(' '), NAMESAKES);
  return outcome === 'found' ? found.map(({ id }) => id) : [];
}

/** A name with something beside it ("tay migration"): the longest stretch that is somebody's name, and the rest. */
async function splitName(
  words: readonly string[],
  archive: Archive,
): Promise<{ ids: string[]; rest: string[] } | undefined> {
  for (let length = Math.min(LONGEST_NAME, words.length); length >= 1; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const ids = await people(words.slice(from, from + length), archive);
      if (ids.length > 0) return { ids, rest: [...words.slice(0, from), ...words.slice(from + length)] };
    }
  }
  return undefined;
}

async function resolveName(
  value: string,
  query: Query,
  archive: Archive,
  now: Date,
): Promise<Resolved | undefined> {
  const all = value.split('+').filter((word) => word !== '');
  const whole = await people(all, archive);
  if (whole.length > 0) return { filters: [filter('by', ...whole)], words: [], literal: [] };
  const scan = scanWords(all, { command: query.command, now, vocabulary: archive.vocabulary });
  const makers = scan.filters.map(
    (one): Filter => ({
      ...one,
      any: one.any.flatMap((term) =>
        term.field === 'org' || term.field === 'group'
          ? [{ field: 'by' as const, value: term.value }]
          : term.field === 'topic' && one.any.length > 1
            ? []
            : [term],
      ),
    }),
  );
  // The words of "the regional director of the ILO" belong together: only a name or an organization alone is taken out.
  const content = all.filter(isContentWord);
  const split = content.length > 1 ? await splitName(content, archive) : undefined;
  // "Angela Popova" is nobody, not Ms Popova with a word too many.
  const strangers =
    split && (await Promise.all(split.rest.map((word) => archive.knowsWord(word)))).every((known) => !known);
  if (split && (split.rest.length === 0 || !strangers)) {
    const rest = scanWords(split.rest, { command: query.command, now, vocabulary: archive.vocabulary });
    return {
      filters: addFilters([filter('by', ...split.ids)], rest.filters),
      words: rest.words,
      literal: rest.literal,
    };
  }
  if (makers.length > 0 && scan.words.length === 0) return { filters: makers, words: [], literal: [] };
  // "The president of the ILO" is not the president of the ILO Association of Japan.
  const organizations = makers
    .flatMap(({ any }) => any.map(({ value }) => value))
    .filter((id) => archive.records.organization(id));
  const holdsOffice = (person: string): boolean =>
    organizations.every((id) =>
      archive.records
        .appearancesOf(person)
        .some(({ organization }) => organization !== undefined && archive.records.isWithin(organization, id)),
    );
  const holders = (content.length > 1 ? await archive.peopleInOffice(content, NAMESAKES) : []).filter(
    ({ id }) => holdsOffice(id),
  );
  return holders.length === 0
    ? undefined
    : { filters: [filter('by', ...holders.map(({ id }) => id))], words: [], literal: [] };
}

/** Several makers of whom any will do; undefined where one of them is nobody. */
async function resolveEither(
  one: Filter,
  query: Query,
  archive: Archive,
  now: Date,
): Promise<Filter | undefined> {
  const terms: Term[] = [];
  for (const term of one.any) {
    if (term.field === 'by' && isMaker(term.value, archive)) terms.push(term);
    else {
      const resolved = await resolveName(term.value.replaceAll('-', '+'), query, archive, now);
      const [only] = resolved?.filters ?? [];
      if (!only || resolved?.words.length !== 0) return undefined;
      terms.push(...only.any);
    }
  }
  return { any: terms, not: one.not };
}

/** What is compared, each side one term; undefined where a side is nobody, or both are the same. */
async function resolveSides(
  one: Filter,
  query: Query,
  archive: Archive,
  now: Date,
): Promise<Filter | undefined> {
  const terms: Term[] = [];
  for (const term of one.any) {
    const settled =
      (term.field === 'by' && isMaker(term.value, archive)) ||
      (term.field === 'session' && archive.records.session(term.value) !== undefined) ||
      (term.field !== 'by' && term.field !== 'session' && term.field !== 'name');
    const text = term.value.replaceAll('-', '+');
    const resolved = settled
      ? undefined
      : term.field === 'session'
        ? await resolveEvent(text, archive, now)
        : await resolveName(text, query, archive, now);
    const made = settled ? term : resolved?.words.length === 0 ? resolved.filters[0]?.any[0] : undefined;
    if (made === undefined || terms.some(({ field, value }) => field === made.field && value === made.value))
      return undefined;
    terms.push(made);
  }
  return { any: terms, not: false };
}

/** An event told by a few words of what it is called; its words where none or several fit. */
async function resolveEvent(value: string, archive: Archive, now: Date): Promise<Resolved> {
  const all = value.split('+').filter((word) => word !== '');
  const scan = scanWords(all, { command: 'sessions', now, vocabulary: archive.vocabulary });
  const words = all.filter((word) => isContentWord(word) && !/^(?:19|20)\d\d$/.test(word));
  const dates = scan.filters.filter(({ any }) => any[0]?.field === 'date' || any[0]?.field === 'session');
  const { hits } = await archive.searchSessions(
    {
      conditions: dates,
      concepts: [],
      words,
      literal: [],
      phrases: [],
      without: [],
      coverage: EVENT_COVERAGE,
      offset: 0,
      limit: 2,
    },
    'identity',
  );
  const [best, rival] = hits;
  if (best && (rival === undefined || best.score > rival.score * RIVAL)) {
    return { filters: [filter('session', best.record.id)], words: [], literal: [] };
  }
  return { filters: dates, words: [], literal: [] };
}

/** A second event that scores nearly as well means that neither is certain. */
const RIVAL = 1.15;

/** Names among the free words: exact ones always, misspelt ones where the archive does not know the word otherwise. */
async function namesInWords(
  words: readonly string[],
  archive: Archive,
): Promise<{ ids: string[][]; rest: string[] }> {
  const ids: string[][] = [];
  const rest: string[] = [];
  for (let from = 0; from < words.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST_NAME, words.length - from); length >= 1 && taken === 0; length--) {
      const name = words.slice(from, from + length);
      const [word = ''] = name;
      const exact = await archive.isName(name);
      const misspelt =
        !exact && length === 1 && word.length >= 4 && !/\d/.test(word) && !(await archive.knowsWord(word));
      if (!exact && !misspelt) continue;
      // A word that is nearly a known word ("desing") is more likely that word than a name.
      if (misspelt && (await archive.correctWord(word)) !== undefined) continue;
      const found = await people(name, archive);
      if (found.length === 0) continue;
      ids.push(found);
      taken = length;
    }
    if (taken === 0) rest.push(words[from] ?? '');
    from += Math.max(1, taken);
  }
  return { ids, rest };
}

/** Words that the archive does not know, mended where a known word is near; mended ones may be terms. */
async function mendWords(words: readonly string[], archive: Archive): Promise<string[]> {
  const mended: string[] = [];
  for (const word of words) {
    const known = analyse(word).length === 0 || isWeakWord(word) || (await archive.knowsWord(word));
    mended.push(known ? word : ((await archive.correctWord(word)) ?? word));
  }
  return mended;
}

const dedupe = (words: readonly string[]): string[] => [...new Set(words)];

/**
 * Resolves what a parsed query left open.
 * @returns a query whose `name:` filters are only those that nobody fits
 */
export async function resolve(query: Query, archive: Archive, now: Date): Promise<Query> {
  if (query.command === 'help') return query;
  let filters: Filter[] = [];
  let words = [...query.words];
  let literal = [...query.literal];
  for (const one of query.filters) {
    const [term] = one.any;
    if (query.want === 'compare' && one.any.length > 1 && !one.not) {
      const sides = await resolveSides(one, query, archive, now);
      if (sides) filters = addFilters(filters, [sides]);
      else {
        // One of them is nobody: what is left is a search for the words.
        const said = one.any.flatMap(({ field, value }) =>
          field === 'name' || field === 'session' ? value.split('+').filter(isContentWord) : [],
        );
        words = dedupe([...words, ...said]);
        filters = addFilters(
          filters,
          one.any
            .filter(({ field }) => field !== 'name' && field !== 'session')
            .map((known) => filter(known.field, known.value)),
        );
      }
      continue;
    }
    if (
      term?.field === 'session' &&
      one.any.length === 1 &&
      archive.records.session(term.value) === undefined
    ) {
      const event = await resolveEvent(term.value.replaceAll('-', '+'), archive, now);
      filters = addFilters(filters, event.filters);
      continue;
    }
    if (one.any.length > 1 && one.any.every(({ field }) => field === 'name' || field === 'by')) {
      const either = await resolveEither(one, query, archive, now);
      if (either) {
        filters = addFilters(filters, [either]);
        continue;
      }
    }
    if (one.any.some(({ field, value }) => field === 'to' && archive.records.organization(value))) {
      // Recommendations address groups: what is asked of international organizations is asked of the ILO.
      const any = one.any.map(({ field, value }) => ({
        field,
        value: (field === 'to' ? archive.records.organization(value)?.kind : undefined) ?? value,
      }));
      filters = addFilters(filters, [{ ...one, any }]);
      continue;
    }
    if (term?.field === 'moderator' && !isMaker(term.value, archive) && !isCountry(term.value, archive)) {
      const ids = await people(term.value.split('+'), archive);
      if (ids.length > 0) filters = addFilters(filters, [{ ...filter('moderator', ...ids), not: one.not }]);
      else words = dedupe([...words, ...term.value.split('+').filter(isContentWord)]);
      continue;
    }
    if (term === undefined || (term.field !== 'name' && term.field !== 'by')) {
      filters = addFilters(filters, [one]);
      continue;
    }
    const known = term.field === 'by' && one.any.every(({ value }) => isMaker(value, archive));
    const resolved = known
      ? undefined
      : await resolveName(term.value.replaceAll('-', '+'), query, archive, now);
    if (resolved) {
      filters = addFilters(
        filters,
        resolved.filters.map((made) => ({ ...made, not: one.not })),
      );
      words = dedupe([...words, ...resolved.words]);
      literal = dedupe([...literal, ...resolved.literal]);
    } else if (known || query.command === 'speaker') filters = addFilters(filters, [one]);
    // "what did the minister say": nobody's name, so the words are searched for.
    else words = dedupe([...words, ...term.value.split('+').filter(isContentWord)]);
  }
  if (query.command !== 'speaker' && query.target === undefined) {
    const named = await namesInWords(words, archive);
    filters = addFilters(
      filters,
      named.ids.map((ids) => filter('by', ...ids)),
    );
    const mended = await mendWords(named.rest, archive);
    const changed = mended.some((word, place) => word !== named.rest[place]);
    const scan = changed
      ? scanWords(mended, {
          command: query.command,
          ...(query.want ? { want: query.want } : {}),
          now,
          vocabulary: archive.vocabulary,
        })
      : { filters: [], words: mended, literal: [] };
    filters = addFilters(filters, scan.filters);
    words = dedupe(scan.words);
    literal = dedupe([...literal, ...scan.literal]);
  }
  const { want, ...rest } = query;
  const compares = want !== 'compare' || comparedIn({ ...query, filters }) !== undefined;
  return redirect(
    { ...rest, ...(want !== undefined && compares ? { want } : {}), filters, words, literal },
    archive,
  );
}

const isCountry = (id: string, { records }: Archive): boolean => records.country(id) !== undefined;

function isMaker(id: string, { records }: Archive): boolean {
  return (
    records.person(id) !== undefined ||
    records.organization(id) !== undefined ||
    records.group(id) !== undefined
  );
}

/** A question that names one thing and asks nothing of it is answered with the thing. */
function redirect(query: Query, archive: Archive): Query {
  const { target } = query;
  if (query.command === 'open' && target !== undefined && archive.records.person(target)) {
    const { target: _, ...rest } = query;
    return { ...rest, command: 'speaker', filters: [filter('by', target)] };
  }
  const { command, want, filters, words, literal, phrases, without } = query;
  if (
    command !== 'ask' ||
    words.length > 0 ||
    phrases.length > 0 ||
    without.length > 0 ||
    filters.length !== 1
  )
    return query;
  const [only] = filters;
  const [term] = only?.any ?? [];
  if (only === undefined || term === undefined || only.not) return query;
  const plain: Query = { command, filters, words, literal, phrases, without, page: query.page };
  if (
    term.field === 'by' &&
    (want === undefined || want === 'meaning' || want === 'people' || want === 'role')
  ) {
    const allPeople = only.any.every(({ value }) => archive.records.person(value) !== undefined);
    return allPeople ? { ...plain, command: 'speaker' } : query;
  }
  if (want !== undefined && want !== 'meaning') return query;
  if (term.field === 'session' && want === 'meaning')
    return { ...plain, filters: [], command: 'open', target: term.value };
  if (term.field === 'org' && want === 'meaning')
    return { ...plain, filters: [], command: 'open', target: term.value };
  if ((term.field === 'sdg' || term.field === 'line') && want === 'meaning') {
    return {
      ...plain,
      filters: [],
      command: 'open',
      target: term.field === 'sdg' ? `sdg-${term.value}` : term.value,
    };
  }
  if (term.field === 'sdg' || term.field === 'line' || term.field === 'date')
    return { ...plain, command: 'sessions' };
  return query;
}
