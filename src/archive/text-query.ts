/** From a search's words and concepts to a query of the text index, with coverage weighed. */
import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { analyse } from '../text/analyse.ts';
import { isWeakWord } from '../text/weak-words.ts';
import type { Search } from './archive.ts';
import type { Equivalents } from './equivalents.ts';
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

/** What a word's equivalent counts beside the word itself. */
const EQUIVALENT_WEIGHT = 0.6;
/** What a word of asking and telling counts beside one that says what about. */
const WEAK_WEIGHT = 0.25;

export interface PreparedWords {
  readonly terms: readonly QueryTerm[];
  readonly phrases: readonly Phrase[];
  readonly without: readonly Alternative[];
  /** Weight of each of `terms`, by how much it tells. */
  readonly weights: readonly number[];
  /** Weight of all that was asked, words that nothing matches included. */
  readonly totalWeight: number;
  readonly unknown: readonly string[];
}

const NO_WORDS: PreparedWords = {
  terms: [],
  phrases: [],
  without: [],
  weights: [],
  totalWeight: 0,
  unknown: [],
};

function weightOf(
  alternatives: readonly Alternative[],
  indexes: readonly TextIndex[],
  unseen: number,
): number {
  let weight = 0;
  for (const one of alternatives) {
    if ('term' in one) for (const index of indexes) weight = Math.max(weight, index.weight(one.term));
  }
  return weight === 0 ? unseen : weight;
}

/**
 * Prepares a search for one or several indexes that are searched alike.
 * @param indexesOf gives the indexes, if they are needed; a word is known where one of them has it or an equivalent
 */
export function prepareWords(
  search: Pick<Search, 'words' | 'concepts' | 'phrases' | 'without'>,
  indexesOf: () => readonly TextIndex[],
  equivalents: Equivalents,
): PreparedWords {
  if (search.words.length + search.concepts.length + search.phrases.length + search.without.length === 0)
    return NO_WORDS;
  const indexes = indexesOf();
  const size = Math.max(1, ...indexes.map((index) => index.size));
  // What a word that stands in no document would weigh: BM25's inverse document frequency for none.
  const unseen = Math.log(1 + (size + 0.5) / 0.5);
  const terms: QueryTerm[] = [];
  const weights: number[] = [];
  const unknown: string[] = [];
  let totalWeight = 0;
  const known = (term: string): boolean => indexes.some((index) => index.has(term));
  const add = (any: readonly Alternative[], share = 1, told = any): void => {
    const weight = share * weightOf(told, indexes, unseen);
    terms.push(share === 1 ? { any } : { any, weight: share });
    weights.push(weight);
    totalWeight += weight;
  };
  const analysed = search.words.flatMap((word) => analyse(word));
  // Where nothing but such words is asked, they are all that tells.
  const weakens =
    search.concepts.length + search.phrases.length > 0 || analysed.some(({ word }) => !isWeakWord(word));
  for (const { term, word } of analysed) {
    const weak = weakens && isWeakWord(word);
    const any: Alternative[] = known(term) ? [{ term }] : [];
    for (const other of equivalents(term))
      if (known(other)) any.push({ term: other, weight: EQUIVALENT_WEIGHT });
    // A word that is known tells as much as it does by itself, whatever stands for it as well.
    if (any.length > 0) add(any, weak ? WEAK_WEIGHT : 1, known(term) ? [{ term }] : any);
    else if (!weak) {
      unknown.push(word);
      totalWeight += unseen;
    }
  }
  for (const concept of search.concepts) {
    const any = concept.any.map(({ field, value }) => ({ term: facetWord(field, value) }));
    add(any);
  }
  return {
    terms,
    phrases: search.phrases.map((phrase) => analyse(phrase)).filter((phrase) => phrase.length > 0),
    without: search.without.flatMap((word) => analyse(word).map(({ term }) => ({ term }))),
    weights,
    totalWeight,
    unknown,
  };
}

/** The share of the asked weight that a document matches, 0 to 1. */
export function coverageOf(
  doc: number,
  results: readonly Pick<TextResult, 'matches'>[],
  words: PreparedWords,
): number {
  if (words.totalWeight === 0) return 1;
  let weight = 0;
  for (let place = 0; place < words.weights.length; place++) {
    for (const result of results) {
      if (!result.matches(doc, place)) continue;
      weight += words.weights[place] as number;
      break;
    }
  }
  return weight / words.totalWeight;
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
