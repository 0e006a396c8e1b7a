/** Ranked retrieval: adds up the impacts of a query's concepts, document by document, and keeps the best. */
import { type Concept, conceptOf } from './concept.ts';
import { type PostingList, type Postings, SEGMENT_SIZE, type Segment } from './postings.ts';
import { type TopHits, topHits } from './top-hits.ts';
import type { Paging, TextQuery, TextResult } from './types.ts';
import { IMPACT_SCALE } from './weighting.ts';

const DEFAULT_LIMIT = 10;

// Working memory of one segment, shared by all indexes: a search runs to its end before the next begins,
// and leaves it all zero.
const scores = new Float64Array(SEGMENT_SIZE);
const matchedTerms = new Uint32Array(SEGMENT_SIZE);
const matchedPhrases = new Uint32Array(SEGMENT_SIZE);

interface Plan {
  /** One per term of the query; undefined where nothing matches it. */
  readonly terms: readonly (Concept | undefined)[];
  readonly phrases: readonly Concept[];
  readonly without: readonly Concept[];
  /** Terms that a document must match at least. */
  readonly minimum: number;
  readonly accept: Uint8Array | undefined;
}

export function search(postings: Postings, query: TextQuery & Paging): TextResult {
  const plan = planOf(postings, query);
  if (plan === undefined) return { total: 0, hits: [], matches: () => false };
  const offset = wholeNumber(query.offset, 0, postings.size);
  const limit = wholeNumber(query.limit, DEFAULT_LIMIT, postings.size);
  const top = topHits(Math.min(offset + limit, postings.size));
  let total = 0;
  for (const [place, segment] of postings.segments.entries())
    total += searchSegment(segment, place, plan, top);
  const best = top.drain();
  return {
    total,
    hits: offset === 0 ? best : best.slice(offset),
    matches: (doc, place) => matches(plan, doc, place),
  };
}

/** What is to be walked; undefined where no document can match. */
function planOf(postings: Postings, query: TextQuery): Plan | undefined {
  const asked = (query.phrases ?? []).filter((phrase) => phrase.length > 0);
  const phrases = asked.flatMap((phrase) => conceptOf(postings, { any: [{ phrase }] }) ?? []);
  if (phrases.length < asked.length) return undefined;
  return {
    terms: query.terms.map((term) => conceptOf(postings, term)),
    phrases,
    without: (query.without ?? []).flatMap((one) => conceptOf(postings, { any: [one] }) ?? []),
    minimum: query.minimum ?? (phrases.length > 0 ? 0 : 1),
    accept: query.accept,
  };
}

/** A count as it is meant: not negative, not broken, not more than there are documents. */
function wholeNumber(value: number | undefined, fallback: number, most: number): number {
  if (value === undefined || Number.isNaN(value)) return Math.min(fallback, most);
  return Math.min(most, Math.max(0, Math.trunc(value)));
}

/** Gives the number of documents of the segment that match, and offers them to `top`. */
function searchSegment(segment: Segment, place: number, plan: Plan, top: TopHits): number {
  // Every match counts as one of the terms, so a minimum of 1 needs counting only beside phrases.
  const isCounted = plan.minimum > 1 || (plan.minimum === 1 && plan.phrases.length > 0);
  const lists: PostingList[] = [];
  const walk = (concept: Concept, matches: Uint32Array | undefined): void => {
    const list = concept.lists[place];
    if (list === undefined || list.from === list.to) return;
    lists.push(list);
    addScores(list, concept.weight / IMPACT_SCALE);
    if (matches !== undefined) addMatches(list, matches);
  };
  for (const concept of plan.terms)
    if (concept !== undefined) walk(concept, isCounted ? matchedTerms : undefined);
  for (const concept of plan.phrases) walk(concept, matchedPhrases);
  for (const { lists } of plan.without) clear(lists[place], scores);

  const minimum = isCounted ? plan.minimum : 0;
  let total = 0;
  for (const list of lists) total += collect(list, segment.base, plan, minimum, top);
  for (const list of lists) {
    if (isCounted) clear(list, matchedTerms);
    if (plan.phrases.length > 0) clear(list, matchedPhrases);
  }
  return total;
}

function addScores({ docs, impacts, from, to }: PostingList, weight: number): void {
  for (let at = from; at < to; at++)
    (scores[docs[at] as number] as number) += weight * (impacts[at] as number);
}

function addMatches({ docs, from, to }: PostingList, matches: Uint32Array): void {
  for (let at = from; at < to; at++) (matches[docs[at] as number] as number)++;
}

function clear(list: PostingList | undefined, memory: Float64Array | Uint32Array): void {
  if (list === undefined) return;
  for (let at = list.from; at < list.to; at++) memory[list.docs[at] as number] = 0;
}

/** Takes the scored documents of one list, each once: a score is set back to 0 when it is read. */
function collect(list: PostingList, base: number, plan: Plan, minimum: number, top: TopHits): number {
  const { docs, from, to } = list;
  const { accept } = plan;
  const required = plan.phrases.length;
  let threshold = top.threshold;
  let total = 0;
  for (let at = from; at < to; at++) {
    const doc = docs[at] as number;
    const score = scores[doc] as number;
    if (score === 0) continue;
    scores[doc] = 0;
    if (accept !== undefined && !accept[base + doc]) continue;
    if (required > 0 && matchedPhrases[doc] !== required) continue;
    if (minimum > 0 && (matchedTerms[doc] as number) < minimum) continue;
    total++;
    if (score >= threshold) {
      top.offer(base + doc, score);
      threshold = top.threshold;
    }
  }
  return total;
}

function matches({ terms }: Plan, doc: number, place: number): boolean {
  const list = terms[place]?.lists[Math.floor(doc / SEGMENT_SIZE)];
  return list !== undefined && holds(list, doc % SEGMENT_SIZE);
}

function holds({ docs, from, to }: PostingList, doc: number): boolean {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] as number) < doc) low = middle + 1;
    else high = middle;
  }
  return low < to && docs[low] === doc;
}
