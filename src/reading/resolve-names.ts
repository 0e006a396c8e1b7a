/** Names of people, organizations and events become ids. May wait for the archive. */
import type { Archive } from '../archive/archive.ts';
import { EVENT_NOUNS } from '../lexicon/en/events.ts';
import { PERSON_WORDS } from '../lexicon/en/operators.ts';
import { isUnspaced, runningText } from '../text/characters.ts';
import { romanized } from '../text/romanize.ts';
import type { Filter, Query, Term } from './query.ts';
import { filter } from './query.ts';
import { addFilters, isContentWord, scanWords } from './scan.ts';
import { isYear } from './tokens.ts';

const LONGEST_NAME = 4;
/** Words of a name in a script without spaces, which is cut into words where nobody sees it. */
const LONGEST_UNSPACED = 12;

/** How many words from a place on a name may have. */
function longestName(words: readonly string[], from: number): number {
  let length = 0;
  let counted = 0;
  while (from + length < words.length && length < LONGEST_UNSPACED) {
    const word = words[from + length] ?? '';
    const goesOn = length > 0 && isUnspaced(word) && isUnspaced(words[from + length - 1] ?? '');
    if (!goesOn && ++counted > LONGEST_NAME) break;
    length++;
  }
  return length;
}

/** Most people that one name may mean together; more is too vague to be a name. */
const NAMESAKES = 5;

interface Resolved {
  readonly filters: readonly Filter[];
  readonly words: readonly string[];
  readonly literal: readonly string[];
}

/** Whom a name means: ids where it is accepted. */
export async function people(name: readonly string[], archive: Archive): Promise<string[]> {
  if (name.length === 0) return [];
  const { outcome, people: found } = await archive.matchName(runningText(name), NAMESAKES);
  return outcome === 'found' ? found.map(({ id }) => id) : [];
}

/** A name with something beside it ("tay migration"): the longest stretch that is somebody's name, and the rest. */
async function splitName(
  words: readonly string[],
  archive: Archive,
): Promise<{ ids: string[]; rest: string[] } | undefined> {
  const longest = Math.max(0, ...words.map((_, from) => longestName(words, from)));
  for (let length = longest; length >= 1; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      if (length > longestName(words, from)) continue;
      const ids = await people(words.slice(from, from + length), archive);
      if (ids.length > 0) return { ids, rest: [...words.slice(0, from), ...words.slice(from + length)] };
    }
  }
  return undefined;
}

/**
 * Whom the words of a name mean: a person, an organization, holders of an office, or a person with words beside the name.
 * @param value folded words joined by `+`
 * @returns undefined where they mean nobody
 */
export async function resolveName(
  value: string,
  query: Query,
  archive: Archive,
  now: Date,
): Promise<Resolved | undefined> {
  const said = value.split('+').filter((word) => word !== '');
  const whole = await people(said, archive);
  if (whole.length > 0) return { filters: [filter('by', ...whole)], words: [], literal: [] };
  const all = await mendedAffiliation(said, archive);
  const scan = scanWords(all, { command: query.command, now, vocabulary: archive.vocabulary });
  const makers = scan.filters.map(
    (one): Filter => ({
      ...one,
      any: one.any.flatMap((term) =>
        term.field === 'org' || term.field === 'group'
          ? [{ field: 'by' as const, value: term.value }]
          : term.field === 'country'
            ? [{ field: 'from' as const, value: term.value }]
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
  if (makers.length > 0 && scan.words.every((word) => PERSON_WORDS.has(word)))
    return { filters: makers, words: [], literal: [] };
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

/** "The lady from linkdin": what stands behind such a word is whom somebody stands for, and may be misspelt. */
const STANDING_FOR: ReadonlySet<string> = new Set(['from', 'of', 'at', 'for', 'with']);

async function mendedAffiliation(words: readonly string[], archive: Archive): Promise<readonly string[]> {
  const from = words.findIndex((word) => STANDING_FOR.has(word));
  if (from < 1) return words;
  const mended: string[] = [];
  for (const [place, word] of words.entries()) {
    const known = place <= from || !isContentWord(word) || (await archive.knowsWord(word));
    mended.push(known ? word : ((await archive.correctWord(word)) ?? word));
  }
  return mended;
}

/** Several makers of whom any will do; undefined where one of them is nobody. */
export async function resolveEither(
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
export async function resolveSides(
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

/** How much of an event's description must be recognised for it to be meant. */
const EVENT_COVERAGE = 0.6;

/** A second event that scores nearly as well means that neither is certain. */
const RIVAL = 1.15;

/** An event told by a few words of what it is called; its words where none or several fit. */
export async function resolveEvent(value: string, archive: Archive, now: Date): Promise<Resolved> {
  const all = value.split('+').filter((word) => word !== '');
  const scan = scanWords(all, { command: 'sessions', now, vocabulary: archive.vocabulary });
  const words = all.filter((word) => isContentWord(word) && !isYear(word));
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
  // What is no event's name is still asked for: "who presented guthi at the webinar".
  const left = best === undefined ? words.filter((word) => !EVENT_NOUNS.has(word)) : [];
  return { filters: dates, words: left, literal: [] };
}

/** Names among the free words: exact ones always, misspelt ones where the archive does not know the word otherwise. */
export async function namesInWords(
  asked: readonly string[],
  archive: Archive,
): Promise<{ ids: string[][]; taken: string[]; rest: string[] }> {
  const words: string[] = [];
  for (const word of asked) {
    const latin = romanized(word);
    words.push(latin !== undefined && (await archive.isName([latin])) ? latin : word);
  }
  const ids: string[][] = [];
  const names: string[] = [];
  const rest: string[] = [];
  for (let from = 0; from < words.length; ) {
    let taken = 0;
    for (let length = longestName(words, from); length >= 1 && taken === 0; length--) {
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
      names.push(...name);
      taken = length;
    }
    if (taken === 0) rest.push(words[from] ?? '');
    from += Math.max(1, taken);
  }
  return { ids, taken: names, rest };
}

/** True for the id of a country. */
export const isCountry = (id: string, { records }: Archive): boolean => records.country(id) !== undefined;

/** True for the id of a person, an organization or a group. */
export function isMaker(id: string, { records }: Archive): boolean {
  return (
    records.person(id) !== undefined ||
    records.organization(id) !== undefined ||
    records.group(id) !== undefined
  );
}
