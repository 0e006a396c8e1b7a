/**
 * A concept of a query as postings of its own. One plain term is read straight from the index; several alternatives,
 * or a phrase, are merged for the query at hand, so that they score as a single word would that stood in all
 * those documents.
 */
import { findPhrase } from './phrase.ts';
import { type PostingList, type Postings, SEGMENT_SIZE, type Segment } from './postings.ts';
import type { Alternative, QueryTerm } from './types.ts';
import { IMPACT_SCALE, informativeness, quantise, ratioOf, saturation } from './weighting.ts';

export interface Concept {
  /** What a document gains that is saturated with the concept: its informativeness times its weight in the query. */
  readonly weight: number;
  /** Postings by segment. */
  readonly lists: readonly PostingList[];
}

/** Gives undefined where none of the alternatives stands in any document, and for weights that are not above 0. */
export function conceptOf(postings: Postings, { any, weight = 1 }: QueryTerm): Concept | undefined {
  if (!(weight > 0)) return undefined;
  const [only] = any;
  if (any.length === 1 && only !== undefined && 'term' in only && (only.weight ?? 1) === 1) {
    const term = postings.dictionary.get(only.term);
    return term === undefined ? undefined : plainConcept(postings, term, weight);
  }
  const merged = phraseOrMerged(postings, any);
  return merged && { weight: weight * merged.weight, lists: merged.lists };
}

/** Phrases found last, by index: one answer asks for the same one several times, and a phrase is dear to look for. */
const recent = new WeakMap<Postings, Map<string, Concept | undefined>>();
const MOST_RECENT = 8;

function phraseOrMerged(postings: Postings, any: readonly Alternative[]): Concept | undefined {
  const [only] = any;
  if (any.length !== 1 || only === undefined || !('phrase' in only) || only.weight !== undefined)
    return mergedConcept(postings, any);
  const key = only.phrase.map(({ term, position }) => `${position} ${term}`).join(' ');
  const known = recent.get(postings) ?? new Map<string, Concept | undefined>();
  recent.set(postings, known);
  if (known.has(key)) return known.get(key);
  const concept = mergedConcept(postings, any);
  const [oldest] = known.keys();
  if (known.size >= MOST_RECENT && oldest !== undefined) known.delete(oldest);
  known.set(key, concept);
  return concept;
}

/** What one occurrence of a term of the index tells. */
export function termInformativeness(postings: Postings, term: number): number {
  return informativeness(
    postings.size,
    postings.frequencies[term] as number,
    postings.occurrences[term] as number,
  );
}

function plainConcept(postings: Postings, term: number, weight: number): Concept {
  return {
    weight: weight * termInformativeness(postings, term),
    lists: postings.segments.map((segment) => listOf(segment, term)),
  };
}

function listOf(segment: Segment, term: number): PostingList {
  return {
    docs: segment.docs,
    impacts: segment.impacts,
    from: segment.starts[term] as number,
    to: segment.starts[term + 1] as number,
  };
}

/** Occurrences of the document at hand in multiples of its half saturation; all zero between two uses. */
const ratios = new Float64Array(SEGMENT_SIZE);

function mergedConcept(postings: Postings, alternatives: readonly Alternative[]): Concept | undefined {
  const known = alternatives.flatMap((one) => resolve(postings, one) ?? []);
  if (known.length === 0) return undefined;
  const counts = known.map(() => ({ frequency: 0, occurrences: 0 }));
  let frequency = 0;
  const lists = postings.segments.map((segment): PostingList => {
    const met: number[] = [];
    for (const [place, one] of known.entries()) {
      const count = counts[place] as { frequency: number; occurrences: number };
      count.occurrences += addAlternative(postings, segment, one, (doc, ratio) => {
        count.frequency++;
        if (ratios[doc] === 0) met.push(doc);
        (ratios[doc] as number) += ratio;
      });
    }
    frequency += met.length;
    const docs = new Uint16Array(met).sort();
    const impacts = new Uint16Array(docs.length);
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number;
      impacts[at] = quantise(saturation(ratios[doc] as number));
      ratios[doc] = 0;
    }
    return { docs, impacts, from: 0, to: docs.length };
  });
  if (frequency === 0) return undefined;
  const occurrences = counts.reduce((sum, count) => sum + count.occurrences, 0);
  // What only resembles a word, or a phrase, makes it no more common: it tells at least what it tells by itself.
  const own = known.map(({ weight }, place) => {
    const count = counts[place] as { frequency: number; occurrences: number };
    return weight === 1 ? informativeness(postings.size, count.frequency, count.occurrences) : 0;
  });
  return { weight: Math.max(informativeness(postings.size, frequency, occurrences), ...own), lists };
}

/** An alternative whose terms are all known, by their numbers. */
interface Known {
  readonly alternative: Alternative;
  readonly terms: readonly number[];
  readonly weight: number;
}

function resolve(postings: Postings, alternative: Alternative): Known | undefined {
  const weight = alternative.weight ?? 1;
  const words = 'term' in alternative ? [alternative.term] : alternative.phrase.map(({ term }) => term);
  const terms = words.flatMap((word) => postings.dictionary.get(word) ?? []);
  if (!(weight > 0) || terms.length === 0 || terms.length < words.length) return undefined;
  return { alternative, terms, weight };
}

/** Adds one alternative's documents of a segment and gives its occurrences there. */
function addAlternative(
  postings: Postings,
  segment: Segment,
  { alternative, terms, weight }: Known,
  add: (doc: number, ratio: number) => void,
): number {
  const [term] = terms;
  let occurrences = 0;
  if ('phrase' in alternative && terms.length > 1) {
    findPhrase(postings, segment, alternative.phrase, terms, (doc, plain, weighted) => {
      occurrences += plain;
      add(doc, (weight * weighted) / (postings.halves[segment.base + doc] as number));
    });
  } else if (term !== undefined) {
    const { docs, impacts, from, to } = listOf(segment, term);
    for (let at = from; at < to; at++) {
      add(docs[at] as number, weight * ratioOf((impacts[at] as number) / IMPACT_SCALE));
    }
    // The index keeps occurrences for the whole collection: this segment has its share of them.
    const share = (to - from) / (postings.frequencies[term] as number);
    occurrences = share * (postings.occurrences[term] as number);
  }
  return occurrences;
}
