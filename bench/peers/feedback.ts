/**
 * Pseudo relevance feedback after RM3 (Abdul-Jaleel et al. 2004): the best documents are taken to be relevant, and
 * the words that make them up are added to the query.
 *
 * A word's share in a document is its BM25 saturation there rather than its plain frequency, so that one very short
 * document does not fill the query with its few words; a document counts by the square of its score.
 *
 * It helps where documents are long and share their words. On the short entries of an archive it put the right one further
 * down in every setting that was tried, so the product does without; here it is measured beside the plain index.
 */
import type { QueryTerm, TextIndex, TextQuery } from '../../src/archive/text/text-index.ts';
import { halfSaturation, saturation } from '../../src/archive/text/weighting.ts';
import { analyse } from '../../src/text/analyse.ts';

/** What a document is made of: its fields, as they were indexed. */
interface ReadDocument {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export interface FeedbackOptions {
  /** Documents that are taken to be relevant (5). */
  readonly documents?: number;
  /** Terms taken from them (40). */
  readonly terms?: number;
  /** Share of the feedback terms in the new query, 0 to 1 (.6). */
  readonly share?: number;
}

const DOCUMENTS = 5;
const TERMS = 40;
const SHARE = 0.6;
/** BM25's parameters, as `createTextIndex` has them where it is not told otherwise. */
const K1 = 1.2;
const B = 0.75;

/** A word that stands in one document only can find no other. */
const FEWEST_DOCUMENTS = 2;

/**
 * Makes what widens queries of an index by what their best documents have in common.
 *
 * A widened query holds `terms` first, in the same places, so that what matches one of them was asked for, and what
 * matches none is only related.
 * @param documents as they were indexed: the index itself keeps no text
 * @example index.search(createFeedback(index, documents)({ terms: queryTerms('gig work') }))
 */
export function createFeedback(
  index: TextIndex,
  documents: readonly ReadDocument[],
): (query: TextQuery, options?: FeedbackOptions) => TextQuery {
  const lengths = documents.map((document) => sum(occurrencesIn(document).values()));
  const average = sum(lengths) / Math.max(1, lengths.length);
  return (query, options = {}) => {
    const share = options.share ?? SHARE;
    const { hits } = index.search({ ...query, limit: options.documents ?? DOCUMENTS, offset: 0 });
    const related = new Map<string, number>();
    for (const { doc, score } of hits) {
      const half = halfSaturation(lengths[doc] as number, average, K1, B);
      for (const [term, occurrences] of occurrencesIn(documents[doc] as ReadDocument)) {
        const value = score * score * saturation(occurrences / half);
        related.set(term, (related.get(term) ?? 0) + value);
      }
    }
    const best = [...related]
      .filter(([term]) => index.frequency(term) >= FEWEST_DOCUMENTS)
      .sort(([term, value], [other, otherValue]) => otherValue - value || (term < other ? -1 : 1))
      .slice(0, options.terms ?? TERMS);
    const total = sum(best.map(([, value]) => value));
    if (!(total > 0)) return query;
    return widen(query, share, new Map(best.map(([term, value]) => [term, (share * value) / total])));
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The terms of a document with their occurrences. */
function occurrencesIn(document: ReadDocument): Map<string, number> {
  const occurrences = new Map<string, number>();
  for (const value of Object.values(document.fields))
    for (const text of [value].flat())
      for (const { term } of analyse(text)) occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
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
