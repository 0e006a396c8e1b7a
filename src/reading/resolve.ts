/**
 * Resolving: names of people become ids, misspelt words become known ones, and a query that says no more than "this
 * person" or "that session" becomes the command that shows it. May wait for the archive.
 */
import type { Archive } from '../archive/archive.ts';
import { analyse } from '../text/analyse.ts';
import { isEverydayWord, isWrittenEveryday } from '../text/everyday.ts';
import { isWeakWord } from '../text/weak-words.ts';
import { eitherMaker } from './operators.ts';
import type { Filter, Query, Want } from './query.ts';
import { comparedIn, filter } from './query.ts';
import { redirect } from './redirect.ts';
import {
  isCountry,
  isMaker,
  namesInWords,
  people,
  resolveEither,
  resolveEvent,
  resolveName,
  resolveSides,
} from './resolve-names.ts';
import { addFilters, isContentWord, scanWords } from './scan.ts';

/** Words that the archive does not know, mended where a known word is near; mended ones may be terms. */
async function mendWords(words: readonly string[], archive: Archive): Promise<string[]> {
  const mended: string[] = [];
  for (const word of words) {
    const known = analyse(word).length === 0 || isWeakWord(word) || (await archive.knowsWord(word));
    mended.push(known ? word : ((await archive.correctWord(word)) ?? word));
  }
  return mended;
}

/** True for a word that stands in the archive, or that English has an everyday use for; others are names. */
async function isOrdinary(word: string, archive: Archive): Promise<boolean> {
  if (/\d/.test(word) || isWeakWord(word) || isEverydayWord(word)) return true;
  return (await archive.knowsWord(word)) || (await archive.correctWord(word)) !== undefined;
}

/** "The mayor of Ljubljana": what an office is one of, where that is a name; an archive may know it of others. */
function officeOf(name: string): string | undefined {
  const of = /\+of\+(?:the\+)?([^+]+)$/.exec(name)?.[1];
  return of === undefined || isWrittenEveryday(of) ? undefined : of;
}

/** What a question may want whose words tell little; what is counted or looked up is told by them. */
const LOOSE: ReadonlySet<Want | undefined> = new Set([undefined, 'remarks', 'meaning']);

/** The event or document of which a quoted phrase is the name; undefined where it is none's. */
function titled(phrase: string, { vocabulary }: Archive): Filter | undefined {
  const words = phrase.split(' ');
  const match = words.length > 1 ? vocabulary.at(words, 0) : undefined;
  const named = match?.meanings.find(({ field }) => field === 'session');
  return match === undefined || named === undefined || match.length < words.length
    ? undefined
    : filter('session', named.value);
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
  let without = [...query.without];
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
      words = dedupe([...words, ...event.words]);
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
    if (term?.field === 'name' && one.not) {
      const name = term.value.split('+');
      let length = name.length;
      let ids = await people(name, archive);
      while (ids.length === 0 && length > 1) ids = await people(name.slice(0, --length), archive);
      // Nobody of that name: the word is what must not be there.
      if (ids.length > 0) filters = addFilters(filters, [{ ...filter('by', ...ids), not: true }]);
      else without = dedupe([...without, ...name.slice(0, 1).filter(isContentWord)]);
      words = dedupe([...words, ...name.slice(Math.max(1, length)).filter(isContentWord)]);
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
    else {
      const said = term.value.split('+').filter(isContentWord);
      const strangers: string[] = [];
      const office = officeOf(term.value);
      for (const word of said)
        if (word === office || !(await isOrdinary(word, archive))) strangers.push(word);
      // "What did Mr Tanaka of Sophia University say?": whom nobody knows, nobody else answers for.
      if (strangers.length > 0) filters = addFilters(filters, [filter('name', strangers.join('+'))]);
      else words = dedupe([...words, ...said]);
    }
  }
  // An event's title stays one within quotation marks.
  const titles = query.phrases.flatMap((phrase) => titled(phrase, archive) ?? []);
  const phrases = query.phrases.filter((phrase) => titled(phrase, archive) === undefined);
  filters = addFilters(filters, titles);
  if (query.command !== 'speaker' && query.target === undefined) {
    const named = await namesInWords(words, archive);
    filters = addFilters(
      filters,
      named.ids.map((ids) => filter('by', ...ids)),
    );
    // A name among free words may be of somebody who is told of: what has the very word comes first.
    if (named.rest.length > 0 || query.filters.length > 0) literal = dedupe([...literal, ...named.taken]);
    if (query.want !== 'compare') filters = eitherMaker(filters, archive);
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
  // "What were the main points she made?": beside somebody or something that is named, words of asking narrow nothing.
  const isLoose = query.command === 'ask' && LOOSE.has(query.want) && filters.some(({ not }) => !not);
  if (isLoose && words.length > 0 && words.every(isWeakWord)) {
    literal = dedupe([...literal, ...words]);
    words = [];
  }
  const { want, ...rest } = query;
  const compares = want !== 'compare' || comparedIn({ ...query, filters }) !== undefined;
  return redirect(
    {
      ...rest,
      ...(want !== undefined && compares ? { want } : {}),
      filters,
      words,
      literal,
      without,
      phrases,
    },
    archive,
  );
}
