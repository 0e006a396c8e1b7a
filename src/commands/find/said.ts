/** What was said: what meets the question, and what comes nearest to one that nothing meets. */
import type { Archive, Condition, Found, Hit } from '../../archive/archive.ts';
import type { Contribution } from '../../knowledge/model.ts';
import { AHEAD } from '../../lexicon/en/events.ts';
import type { Query } from '../../reading/query.ts';
import { wordsOf } from '../../reading/tokens.ts';
import { analyse } from '../../text/analyse.ts';
import { isEverydayWord } from '../../text/everyday.ts';
import { isConcept, searchOf, searchPage } from '../search.ts';
import { COVERAGE, NOTHING_FOUND, SIZE, WHOLE } from './measures.ts';

/** Kinds of contribution that a question is best answered with. */
function preferred({ want, words }: Pick<Query, 'want' | 'words'>): readonly string[] {
  if (want === 'figure') return ['figure'];
  // "What is a digital college?" and no more: what more it says of it decides itself which entry fits.
  if (want === 'meaning' && words.length === 0) return ['practice', 'statement'];
  return [];
}

/** First with all that the vocabulary recognised demanded, then with topics and groups counted like words. */
export async function findSaid(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const options = { coverage: COVERAGE, size: SIZE, prefer: preferred(query), verbatim: true };
  const search = (one: Query, how: { readonly coverage: number; readonly soft?: boolean }) =>
    searchPage(archive.searchContributions, searchOf(one, { ...options, ...how }));
  if (query.want === 'meaning' && query.words.length === 0 && query.literal.length > 1) {
    // "What is the Cliff of 2025?": those who used the very words, before all who spoke of the topic behind them.
    const filters = query.filters.filter((one) => !isConcept(one));
    const literal = await search({ ...query, filters, words: query.literal }, { coverage: WHOLE });
    if (literal.total > 0) return literal;
  }
  const strict = query.words.length === 0 ? await search(query, { coverage: COVERAGE }) : undefined;
  if (strict && strict.total > 0) return strict;
  return search(query, { coverage: COVERAGE, soft: true });
}

/** Most entries that are shown as nearest. */
export const CLOSEST = 3;

/** What may be left out to come near: never who said it, when or where. */
const LEFT: ReadonlySet<string> = new Set(['country', 'topic', 'group', 'org', 'to', 'sdg']);
/** Entries that may meet several conditions and still be what was meant. */
const FEW_MEETING = 5;
/** An entry that matches less than this of what was asked has little to do with it. */
const CLOSEST_COVERAGE = 0.15;

/** At most three, all of them only near. */
const nearest = (found: Found<Hit<Contribution>>): Found<Hit<Contribution>> => {
  const hits = found.hits.slice(0, CLOSEST);
  return { ...found, hits, total: hits.length, direct: 0 };
};

/**
 * What comes nearest to a question that nothing meets: by its words, whatever of them is missing, but with its conditions
 * and exclusions. A condition alone is borne out by too much: a word must be as well, or several conditions together.
 */
export async function findClosest(query: Query, archive: Archive): Promise<Found<Hit<Contribution>>> {
  const search = searchOf(
    { ...query, page: 1 },
    { coverage: CLOSEST_COVERAGE, size: CLOSEST, soft: true, prefer: preferred(query) },
  );
  if (search.words.length + search.concepts.length === 0) return NOTHING_FOUND;
  const worded = await archive.searchContributions({
    ...search,
    phrases: [],
    words: [...new Set([...search.words, ...query.phrases.flatMap((phrase) => phrase.split(' '))])],
  });
  if (worded.total > 0) return nearest(worded);
  const conditions = search.conditions.filter(({ not }) => !not);
  // "The thing with A and B, by lunch": few entries meet both, whatever the words say.
  const met =
    conditions.length < 2
      ? NOTHING_FOUND
      : await archive.searchContributions({ ...search, phrases: [], words: [], literal: [], concepts: [] });
  if (met.total > 0)
    return met.total > FEW_MEETING ? NOTHING_FOUND : nearest({ ...met, unknown: worded.unknown });
  // Nothing meets all conditions: what meets all but one and much of what was asked besides.
  let best: Found<Hit<Contribution>> = NOTHING_FOUND;
  let most = 0;
  for (const left of conditions.filter(({ any }) => any.every(({ field }) => LEFT.has(field)))) {
    const others = search.conditions.filter((one) => one !== left);
    const found = await archive.searchContributions({
      ...search,
      conditions: others,
      phrases: [],
      coverage: COVERAGE,
    });
    if ((found.hits[0]?.coverage ?? 0) > most) {
      most = found.hits[0]?.coverage ?? 0;
      best = lacking(nearest(found), left, archive);
    }
  }
  return best;
}

/** What lacks a condition answers nothing, however many words it matches; what it lacks is told by name. */
function lacking(
  found: Found<Hit<Contribution>>,
  { any: [term] }: Condition,
  { vocabulary }: Archive,
): Found<Hit<Contribution>> {
  const name = term === undefined ? undefined : vocabulary.name(term.field as 'org', term.value);
  const hits = found.hits.map((hit) => ({
    ...hit,
    coverage: 0,
    missing: [...(name === undefined ? [] : [name]), ...(hit.missing ?? [])],
  }));
  return { ...found, hits };
}

/** How much of a question must be borne out where it is asked in words that no document uses. */
const FAR_COVERAGE = 0.38;

/** … by so many of its words at least. */
const FAR_WORDS = 2;

/**
 * A question in words far from the documents' own is answered by what bears out several of its words, as long as all of its
 * conditions hold and neither a number nor a date nor somebody's name is asked for.
 */
export function answeringAmong(
  query: Query,
  closest: Found<Hit<Contribution>>,
): Found<Hit<Contribution>> | undefined {
  if (query.want !== undefined && query.want !== 'meaning') return undefined;
  // A word that is neither the archive's nor everyday English names a thing of its own: nothing that leaves it out answers.
  if (closest.unknown.some((word) => !isEverydayWord(word))) return undefined;
  const asked = new Set(
    [...query.words, ...query.literal].flatMap((word) => analyse(word).map(({ term }) => term)),
  ).size;
  const hits = closest.hits.filter(
    ({ coverage, missing = [] }) => coverage >= FAR_COVERAGE && asked - missing.length >= FAR_WORDS,
  );
  return hits.length === 0 ? undefined : { ...closest, hits, total: hits.length, direct: hits.length };
}

/** How much of a question about an event to come must stand in what was said of it. */
const ANNOUNCED = 0.6;

/** "When is the next summit?": what was said of an event to come, in a word of that. */
export async function findAnnounced(
  query: Query,
  archive: Archive,
): Promise<Found<Hit<Contribution>> | undefined> {
  const found = await findSaid({ ...query, want: 'meaning', page: 1 }, archive);
  const hits = found.hits.filter(
    ({ record, coverage }) => coverage >= ANNOUNCED && wordsOf(record.text).some((word) => AHEAD.has(word)),
  );
  return hits.length === 0 ? undefined : { ...found, hits, total: hits.length, direct: hits.length };
}
