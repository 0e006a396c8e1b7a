/** The text index: ranked full-text retrieval over documents held in memory. The public entry of this folder. */
import { analyse } from '../../text/analyse.ts';
import { standsWithin } from '../../text/characters.ts';
import { buildPostings } from './build-postings.ts';
import { termInformativeness } from './concept.ts';
import type { Postings } from './postings.ts';
import { search } from './search.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import type { QueryTerm, TextDocument, TextIndex, TextIndexOptions } from './types.ts';

export type * from './types.ts';

const K1 = 1.2;
const B = 0.75;

/** How fast a word said again in one query saturates; BM25's k3. */
const K3 = 3;

/** The concepts of a plain text: one for each different term, weighted by how often it is said. */
export function queryTerms(text: string): QueryTerm[] {
  const counts = new Map<string, number>();
  for (const { term } of analyse(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].map(([term, count]) => ({ any: [{ term }], weight: (count * (K3 + 1)) / (count + K3) }));
}

/** Terms in which other words may stand, the most frequent first. */
function unspacedTerms({ dictionary, frequencies }: Postings): readonly string[] {
  const terms = [...dictionary].filter(([term]) => standsWithin(term));
  const frequency = ([, number]: readonly [string, number]): number => frequencies[number] ?? 0;
  return terms.sort((one, other) => frequency(other) - frequency(one)).map(([term]) => term);
}

/**
 * Builds an index; it keeps nothing of the documents but their words.
 * @throws RangeError where `k1` or `b` are out of range, or there are more documents than can be numbered.
 */
export function createTextIndex(
  documents: readonly TextDocument[],
  options: TextIndexOptions = {},
): TextIndex {
  const { k1 = K1, b = B, weights = {} } = options;
  if (!(k1 > 0 && Number.isFinite(k1))) throw new RangeError(`k1 must be above 0, but is ${k1}`);
  if (!(b >= 0 && b <= 1)) throw new RangeError(`b must be from 0 to 1, but is ${b}`);
  const weightOf = (field: string): number =>
    Object.hasOwn(weights, field) ? (weights[field] as number) : 1;
  const postings = buildPostings(documents, { weightOf, k1, b });
  let spelling: Spelling | undefined;
  let unspaced: readonly string[] | undefined;
  const number = (term: string): number | undefined => postings.dictionary.get(term);

  return {
    size: postings.size,
    terms: postings.dictionary.size,
    search: (query) => search(postings, query),
    frequency(term) {
      const known = number(term);
      return known === undefined ? 0 : (postings.frequencies[known] as number);
    },
    weight(term) {
      const known = number(term);
      return known === undefined ? 0 : termInformativeness(postings, known);
    },
    has: (term) => postings.dictionary.has(term),
    correct(word) {
      spelling ??= createSpelling(postings.vocabulary);
      return spelling.correct(word);
    },
    holding(part, most) {
      unspaced ??= unspacedTerms(postings);
      return unspaced.filter((term) => term.includes(part)).slice(0, most);
    },
  };
}
