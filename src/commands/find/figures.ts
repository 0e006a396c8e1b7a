/** Numbers and dates that entries tell, and the most or least of them. */
import type { Archive, Condition, Found, Hit } from '../../archive/archive.ts';
import type { Contribution } from '../../knowledge/model.ts';
import { NUMBER_WORDS } from '../../lexicon/en/numbers.ts';
import type { Query } from '../../reading/query.ts';
import { isYear, wordsOf } from '../../reading/tokens.ts';
import { analyse } from '../../text/analyse.ts';
import { isWrittenEveryday } from '../../text/everyday.ts';
import { isWeakWord } from '../../text/weak-words.ts';
import { isConcept, searchOf, searchPage } from '../search.ts';
import { COVERAGE, EXTREME_OF, NOTHING_FOUND, SIZE } from './measures.ts';
import { CLOSEST, findClosest } from './said.ts';

/** Contributions that tell a number. */
const TELLS_NUMBER = { any: [{ field: 'has', value: 'number' }], not: false };

/** Contributions that tell a date. */
export const TELLS_DATE = { any: [{ field: 'has', value: 'date' }], not: false };

/** Kinds of number of which a question says plainly that it asks for them, and of which there are few. */
const PLAIN_KINDS: ReadonlySet<string> = new Set(['money', 'time']);

/** How much of a question a number must stand beside, and how much of that in the very words. */
interface Share {
  readonly coverage: number;
  readonly words: number;
}

const OF_PLAIN_KIND: Share = { coverage: 0.5, words: 0.25 };
const OF_ANY_KIND: Share = { coverage: 0.74, words: 0.5 };
/** … where the number is one of what was asked: "640 volunteers", asked how many helpers there are. */
const OF_WHAT_IS_COUNTED: Share = { coverage: 0.6, words: 0 };

/** Words behind a number within which stands what it counts. */
const COUNTED_WITHIN = 4;

/** What is asked, and apart from it what kind of number the answer must tell. */
export function splitFigure(query: Query): { subject: Query; tells: Condition } {
  const tells = query.filters.find(({ any }) => any.every(({ field }) => field === 'has'));
  return tells === undefined
    ? { subject: query, tells: TELLS_NUMBER }
    : { subject: { ...query, filters: query.filters.filter((one) => one !== tells) }, tells };
}

/**
 * What tells a number or a date and is about all that was asked: a number beside half of it answers another question. All
 * that was recognised must hold, and most of the very words stand there; of a country it must be told by itself.
 */
export async function findTelling(
  query: Query,
  tells: Condition,
  archive: Archive,
): Promise<Found<Hit<Contribution>>> {
  if (asksOfEventAlone(query, archive)) return NOTHING_FOUND;
  const worded: Query = { ...query, words: [...new Set([...query.words, ...query.literal])], literal: [] };
  // A share is plain enough where it is one of somebody, of some country or of some event.
  const placed = worded.filters.some(
    (one) => !one.not && !isConcept(one) && one.any.every(({ field }) => field !== 'has'),
  );
  const plain = tells.any.every(({ value }) => PLAIN_KINDS.has(value) || (value === 'share' && placed));
  const enough = plain ? OF_PLAIN_KIND : OF_ANY_KIND;
  const least = tells === TELLS_NUMBER ? OF_WHAT_IS_COUNTED : enough;
  const search = searchOf(worded, {
    coverage: least.words,
    size: SIZE,
    exact: 'counted',
    prefer: ['figure'],
  });
  const conditions = search.conditions.map((one) => ({
    ...one,
    any: one.not
      ? one.any
      : one.any.map((term) => (term.field === 'country' ? { ...term, field: 'alone' } : term)),
  }));
  const told = { ...search, conditions: [...conditions, tells] };
  const strict = await searchPage(archive.searchContributions, told);
  if (strict.total === 0) return strict;
  // Of the words that are left, most are there in other words.
  const { exact: _, ...other } = told;
  const near = await archive.searchContributions({
    ...other,
    coverage: least.coverage,
    offset: 0,
    limit: MOST_TOLD,
  });
  const years = query.words.filter(isYear);
  const holding = new Map(
    near.hits
      .filter(({ record }) => isOfYears(record, years, archive))
      .map(({ record, coverage }) => [record.id, coverage]),
  );
  const asked = new Set(near.terms);
  const all = await archive.searchContributions({ ...told, offset: 0, limit: MOST_TOLD });
  const hits = all.hits.filter(({ record, coverage, missing = [] }) => {
    const held = holding.get(record.id);
    if (held === undefined || missing.some(namesAThing)) return false;
    return (held >= enough.coverage && coverage >= enough.words) || counts(record, asked);
  });
  const direct = hits.filter(({ relation }) => relation === 'direct').length;
  const offset = Math.min(told.offset, Math.floor(Math.max(0, hits.length - 1) / SIZE) * SIZE);
  return { ...all, total: hits.length, direct, hits: hits.slice(offset, offset + SIZE) };
}

/** True for an entry with a number right before something that was asked for. */
function counts({ text }: Contribution, asked: ReadonlySet<string>): boolean {
  const words = analyse(text);
  return words.some(
    ({ word }, place) =>
      (/^\d/.test(word) || NUMBER_WORDS.has(word)) &&
      words.slice(place + 1, place + 1 + COUNTED_WITHIN).some(({ term }) => asked.has(term)),
  );
}

/** "How much did the summit of mayors cost?": nothing but the event itself is asked about, and no entry tells of that. */
function asksOfEventAlone(query: Query, { records }: Archive): boolean {
  const events = query.filters.flatMap(({ any, not }) =>
    not ? [] : any.flatMap(({ field, value }) => (field === 'session' ? (records.session(value) ?? []) : [])),
  );
  if (events.length === 0 || query.filters.some(isConcept)) return false;
  const called = new Set(events.flatMap(({ title, kind }) => wordsOf(`${title} ${kind}`)));
  const rest = query.words.filter((word) => !called.has(word) && !isWeakWord(word));
  return query.words.some((word) => called.has(word)) && rest.every((word) => COSTS.has(word));
}

/** Words for what something costs. */
const COSTS: ReadonlySet<string> = new Set(
  'cost costs price prices budget expense expenses spend spent pay paid'.split(' '),
);

/** A word that is no everyday English names a thing of its own: a number of another thing is none of it. */
const namesAThing = (word: string): boolean =>
  !/^\d/.test(word) && !NUMBER_WORDS.has(word) && !isWeakWord(word) && !isWrittenEveryday(word);

/** True for what is told of one of the years that were asked for: in its text, its figure, or by the date of its event. */
function isOfYears(
  { text, figure, session }: Contribution,
  years: readonly string[],
  { records }: Archive,
): boolean {
  if (years.length === 0) return true;
  const told = `${text} ${figure?.year ?? ''} ${records.root(session)?.date?.on ?? ''}`;
  return years.some((year) => told.includes(year));
}

/** What comes near a number that nobody gave: other numbers first, then what else was said. */
export async function nearFigure(
  query: Query,
  tells: Condition,
  said: Found<Hit<Contribution>>,
  archive: Archive,
): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(query, { coverage: COVERAGE, size: CLOSEST, soft: true });
  const numbers = await archive.searchContributions({
    ...search,
    conditions: [...search.conditions, tells],
    offset: 0,
  });
  if (numbers.total > 0) return numbers;
  return said.total > 0 ? said : findClosest(query, archive);
}

/** Figures that are looked at; nobody pages further. */
const MOST_TOLD = 200;

/** What matches less than this share of what the best one matches is another subject. */
const SAME_SUBJECT = 0.8;

/** Figures on one subject in one unit, the highest or the lowest first; of a poll its result is the most. */
export async function findExtreme(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(
    { ...query, page: 1 },
    { coverage: COVERAGE, size: EXTREME_OF, soft: true, prefer: ['figure', 'poll'] },
  );
  const found = await archive.searchContributions({
    ...search,
    conditions: [...search.conditions, TELLS_NUMBER],
  });
  const valued = found.hits.filter(({ record }) => record.figure !== undefined || record.poll !== undefined);
  const [best] = valued;
  if (best === undefined) return { ...found, total: 0, direct: 0, hits: [] };
  const close = valued.filter(({ coverage }) => coverage >= best.coverage * SAME_SUBJECT);
  const unit = best.record.figure?.unit;
  const hits =
    best.record.poll !== undefined
      ? [best]
      : close
          .filter(({ record }) => dimensionOf(record.figure?.unit) === dimensionOf(unit))
          .sort((one, other) => figureValue(other) - figureValue(one));
  if (query.want === 'lowest') hits.reverse();
  return { ...found, total: hits.length, direct: hits.length, hits: hits.slice(0, SIZE) };
}

/** What kind of quantity a unit is of: only those of one kind can be more or less than each other. */
function dimensionOf(unit: string | undefined): string {
  const text = unit ?? '';
  if (/%|per ?cent|percentage/i.test(text)) return 'share';
  if (/\b(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i.test(text)) return 'time';
  if (/[$€£¥]|\b(?:dollars?|euros?|yen|pounds?|francs?|złoty|zł|rupees?)\b/i.test(text))
    return text.toLowerCase();
  return 'count';
}

const figureValue = ({ record }: Hit<Contribution>): number => record.figure?.value ?? 0;
