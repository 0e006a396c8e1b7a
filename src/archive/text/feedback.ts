/**
 * Pseudo relevance feedback after RM3 (Abdul-Jaleel et al. 2004): the best documents are taken to be relevant, and
 * the words that make them up are added to the query.
 *
 * A word's share in a document is its BM25 saturation there rather than its plain frequency, so that one very short
 * document does not fill the query with its few words; a document counts by the square of its score.
 */
import { analyse } from '../../text/analyse.ts';
import type { Postings } from './postings.ts';
import { search } from './search.ts';
import type { FeedbackOptions, QueryTerm, TextDocument, TextQuery } from './types.ts';
import { saturation } from './weighting.ts';

const DOCUMENTS = 5;
const TERMS = 40;
const SHARE = 0.6;

/** A word that stands in one document only can find no other. */
const FEWEST_DOCUMENTS = 2;

export function feedback(
  postings: Postings,
  read: (doc: number) => TextDocument,
  weightOf: (field: string) => number,
  query: TextQuery,
  options: FeedbackOptions = {},
): TextQuery {
  const share = options.share ?? SHARE;
  const { hits } = search(postings, { ...query, limit: options.documents ?? DOCUMENTS, offset: 0 });
  const related = new Map<string, number>();
  for (const { doc, score } of hits) {
    const half = postings.halves[doc] as number;
    for (const [term, occurrences] of weightedTerms(read(doc), weightOf)) {
      const value = score * score * saturation(occurrences / half);
      related.set(term, (related.get(term) ?? 0) + value);
    }
  }
  const best = [...related]
    .filter(([term]) => frequency(postings, term) >= FEWEST_DOCUMENTS)
    .sort(([term, value], [other, otherValue]) => otherValue - value || (term < other ? -1 : 1))
    .slice(0, options.terms ?? TERMS);
  const sum = best.reduce((total, [, value]) => total + value, 0);
  if (!(sum > 0)) return query;
  return widen(query, share, new Map(best.map(([term, value]) => [term, (share * value) / sum])));
}

function frequency(postings: Postings, term: string): number {
  const number = postings.dictionary.get(term);
  return number === undefined ? 0 : (postings.frequencies[number] as number);
}

/** The terms of a document with their field-weighted occurrences. */
function weightedTerms(document: TextDocument, weightOf: (field: string) => number): Map<string, number> {
  const occurrences = new Map<string, number>();
  for (const [name, value] of Object.entries(document.fields)) {
    const weight = weightOf(name);
    if (!(weight > 0)) continue;
    for (const text of [value].flat())
      for (const { term } of analyse(text)) occurrences.set(term, (occurrences.get(term) ?? 0) + weight);
  }
  return occurrences;
}

/** The query's own terms first, with what is left of their weight; related ones that they do not name behind them. */
function widen(query: TextQuery, share: number, related: Map<string, number>): TextQuery {
  const own = query.terms.reduce((total, { weight = 1 }) => total + weight, 0);
  const terms: QueryTerm[] = query.terms.map(({ any, weight = 1 }) => {
    let gained = 0;
    for (const one of any) {
      if (!('term' in one)) continue;
      gained += related.get(one.term) ?? 0;
      related.delete(one.term);
    }
    return { any, weight: ((1 - share) * weight) / (own || 1) + gained };
  });
  for (const [term, weight] of related) terms.push({ any: [{ term }], weight });
  return { ...query, terms };
}
