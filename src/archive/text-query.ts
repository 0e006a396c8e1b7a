/** From a search's words and concepts to a query of the text index, with coverage weighed. */
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { type AnalysedWord, analyse } from '../text/analyse.ts';
import { stem } from '../text/stem.ts';
import { isWeakWord } from '../text/weak-words.ts';
import type { Search } from './archive.ts';
import { writtenApart, writtenTogether, writtenWithin } from './compounds.ts';
import { type Equivalents, LONGEST_PHRASE, OWN_WEIGHT } from './equivalents.ts';
import type { FacetSet } from './facets.ts';
import type { Alternative, Phrase, QueryTerm, TextIndex, TextResult } from './text/text-index.ts';

/** The word under which a facet stands in a text index: with a digit, so that it is its own stem. */
function facetWord(field: string, value: string): string {
  return `${field}0${value.replace(/[^\p{L}\p{N}]/gu, '')}`;
}

/** Fields that a concept of a question can be of; the words of other facets would never be asked for. */
const CONCEPT_FIELDS: ReadonlySet<string> = new Set(['topic', 'group', 'to', 'sdg', 'line']);

/** The words under which a document's concepts stand in its text index. */
export function conceptWords(set: FacetSet | undefined): string {
  const found: string[] = [];
  for (const key of set?.entries.keys() ?? []) {
    const colon = key.indexOf(':');
    const field = key.slice(0, colon);
    if (CONCEPT_FIELDS.has(field)) found.push(facetWord(field, key.slice(colon + 1)));
  }
  return found.join(' ');
}

/** What a word of asking and telling counts beside one that says what about. */
const WEAK_WEIGHT = 0.25;

/** What a word counts that stands nowhere in the archive, beside one that does: it may be the asker's own way of putting it. */
const UNKNOWN_SHARE = 0.7;
/** So little that it ranks nothing; what has no weight at all is not looked up. */
const UNRANKED = 1e-6;
/** What a recognised concept counts beside a word: topics outweigh incidental words. */
const CONCEPT_SHARE = 1.3;

export interface PreparedWords {
  readonly terms: readonly QueryTerm[];
  readonly phrases: readonly Phrase[];
  readonly without: readonly Alternative[];
  /** How much of what was asked each of `terms` is, for coverage. */
  readonly shares: readonly number[];
  /** The asked word behind each of `terms`; '' for a concept. */
  readonly words: readonly string[];
  /** All that was asked, words that nothing matches included. */
  readonly total: number;
  readonly unknown: readonly string[];
}

const NO_WORDS: PreparedWords = {
  terms: [],
  phrases: [],
  without: [],
  shares: [],
  words: [],
  total: 0,
  unknown: [],
};

/** How much a term tells in the index where it tells most; 0 where none has it. */
function weightIn(term: string, indexes: readonly TextIndex[]): number {
  let weight = 0;
  for (const index of indexes) weight = Math.max(weight, index.weight(term));
  return weight;
}

/**
 * Prepares a search for one or several indexes that are searched alike.
 * @param indexesOf gives the indexes, if they are needed; a word is known where one of them has it or an equivalent
 */
export function prepareWords(
  search: Pick<Search, 'words' | 'concepts' | 'phrases' | 'without' | 'exact'>,
  indexesOf: () => readonly TextIndex[],
  equivalents: Equivalents,
): PreparedWords {
  if (search.words.length + search.concepts.length + search.phrases.length + search.without.length === 0)
    return NO_WORDS;
  const indexes = indexesOf();
  const size = Math.max(1, ...indexes.map((index) => index.size));
  // What a word that stands in no document would weigh: BM25's inverse document frequency for none.
  const unseen = Math.log(1 + (size + 0.5) / 0.5);
  const prepared = {
    terms: [] as QueryTerm[],
    shares: [] as number[],
    words: [] as string[],
    unknown: [] as string[],
  };
  let total = 0;
  const known = (term: string): boolean => indexes.some((index) => index.has(term));
  const knownAs = (one: Alternative): boolean =>
    'term' in one ? known(one.term) : one.phrase.every(({ term }) => known(term));
  // Rare words tell more, though none so much that it alone decides: a word may be rare by chance.
  const shareOf = (weight: number): number => 0.5 + 0.5 * Math.min(1, weight / unseen);
  const add = (word: string, any: readonly Alternative[], share: number, weight = 1): void => {
    prepared.terms.push(weight === 1 ? { any } : { any, weight });
    prepared.shares.push(share);
    prepared.words.push(word);
    total += share;
  };
  const analysed = search.words.flatMap((word) => analyse(word));
  // Where nothing but such words is asked, they are all that tells.
  const weakens =
    search.concepts.length + search.phrases.length > 0 || analysed.some(({ word }) => !isWeakWord(word));
  for (const [place, { term, word }] of analysed.entries()) {
    const weak = weakens && isWeakWord(word);
    const any: Alternative[] = known(term) ? [{ term }] : [];
    any.push(...otherwise(analysed, place, indexes));
    for (const other of alike(analysed, place, equivalents)) if (knownAs(other)) any.push(other);
    if (any.length > 0) {
      const share = (weak ? WEAK_WEIGHT : 1) * shareOf(known(term) ? weightIn(term, indexes) : unseen / 2);
      const weight = weak ? WEAK_WEIGHT : 1;
      if (search.exact === 'counted') {
        add('', any, 0, weight);
        add(
          word,
          any.filter((one) => (one.weight ?? 1) >= OWN_WEIGHT),
          share,
          UNRANKED,
        );
      } else add(word, any, share, weight);
    } else if (!weak) {
      prepared.unknown.push(word);
      total += UNKNOWN_SHARE;
    }
  }
  for (const concept of search.concepts) {
    const any = concept.any.map(({ field, value }) => ({ term: facetWord(field, value) }));
    add('', any, CONCEPT_SHARE);
  }
  return {
    ...prepared,
    total,
    phrases: search.phrases.map((phrase) => analyse(phrase)).filter((phrase) => phrase.length > 0),
    without: search.without.flatMap((word) => analyse(word).map(({ term }) => ({ term }))),
  };
}

/** The word at a place as others write it: as two words, as one with a neighbour, or within a longer one. */
function otherwise(
  words: readonly AnalysedWord[],
  place: number,
  indexes: readonly TextIndex[],
): Alternative[] {
  const word = words[place]?.word ?? '';
  const found = writtenApart(word, indexes);
  for (const first of [place - 1, place]) {
    const [one, other] = [words[first], words[first + 1]];
    const whole = one && other && writtenTogether(one.word, other.word, indexes);
    if (whole) found.push(whole);
  }
  const known = found.length > 0 || indexes.some((index) => index.has(stem(word)));
  return known ? found : writtenWithin(word, indexes);
}

/** What means about the same as the word at a place, or as a phrase that the word is part of. */
function alike(
  words: readonly { readonly term: string }[],
  place: number,
  equivalents: Equivalents,
): readonly Alternative[] {
  const found = [...equivalents.of([words[place]?.term ?? ''])];
  for (let from = Math.max(0, place - LONGEST_PHRASE + 1); from <= place; from++) {
    for (let to = Math.max(place, from + 1); to < Math.min(words.length, from + LONGEST_PHRASE); to++)
      found.push(...equivalents.of(words.slice(from, to + 1).map(({ term }) => term)));
  }
  return found;
}

/** The share of what was asked that a document matches, 0 to 1. */
export function coverageOf(
  doc: number,
  results: readonly Pick<TextResult, 'matches'>[],
  { shares, total }: PreparedWords,
): number {
  if (total === 0) return 1;
  let share = 0;
  for (let place = 0; place < shares.length; place++)
    if (results.some((result) => result.matches(doc, place))) share += shares[place] as number;
  return share / total;
}

/** The asked words that a document does not match, by themselves or by what means about the same. */
export function missingFrom(
  doc: number,
  results: readonly Pick<TextResult, 'matches'>[],
  { words, unknown }: PreparedWords,
): string[] {
  const missing = words.filter(
    (word, place) => word !== '' && !results.some((result) => result.matches(doc, place)),
  );
  return [...new Set([...missing, ...unknown])];
}

/** The analysed terms to mark in a text: the words, and the words of the concepts' names. */
export function markTerms(words: PreparedWords, names: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const { any } of words.terms)
    for (const one of any) if ('term' in one && !/\d/.test(one.term)) terms.add(one.term);
  for (const { any } of words.terms)
    for (const one of any) if ('term' in one && /^\d/.test(one.term)) terms.add(one.term);
  for (const phrase of words.phrases) for (const { term } of phrase) terms.add(term);
  for (const name of names) for (const { term } of analyse(name)) terms.add(term);
  return [...terms];
}

/** Names that a condition's values go by, for marking them in a text. */
export function namesOf(search: Search, vocabulary: Vocabulary): string[] {
  return [...search.conditions, ...search.concepts]
    .filter((one) => !one.not)
    .flatMap((one) => one.any)
    .flatMap(({ field, value }) => {
      if (field !== 'topic' && field !== 'country' && field !== 'org' && field !== 'group') return [];
      const name = vocabulary.name(field, value);
      return name ? [name] : [];
    });
}

/** True where a search asks for nothing but conditions. */
export function hasNoWords(search: Pick<Search, 'words' | 'concepts' | 'phrases'>): boolean {
  return search.words.length === 0 && search.concepts.length === 0 && search.phrases.length === 0;
}
