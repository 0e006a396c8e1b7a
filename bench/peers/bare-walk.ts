/**
 * The least that any ranked search must do: walk the postings of the words asked for, add up scores, keep the ten best. No
 * analysis, no fields, no phrases, no places of words. What a full index takes beyond this is what its features cost.
 */
import { termsOf } from '../../src/text/analyse.ts';
import type { TextDocument } from './port.ts';

const KEPT = 10;
const K1 = 1.2;
const B = 0.75;

export interface BareWalk {
  /** The numbers of the known words of a text: looked up beforehand, so that `walk` does nothing else. */
  terms(text: string): readonly number[];
  /** Best first, as places in the list. */
  walk(terms: readonly number[]): readonly number[];
  /** Postings that are walked. */
  postings(terms: readonly number[]): number;
}

export function buildBareWalk(documents: readonly TextDocument[]): BareWalk {
  const dictionary = new Map<string, number>();
  const streams = documents.map(({ title, body }) =>
    Uint32Array.from(termsOf(`${title} ${body}`), (term) => {
      const known = dictionary.get(term) ?? dictionary.size;
      dictionary.set(term, known);
      return known;
    }),
  );
  const { docs, impacts } = invert(streams, dictionary.size);
  const scores = new Float32Array(documents.length);
  const touched = new Uint32Array(documents.length);

  return {
    terms: (text) => [...new Set(termsOf(text))].flatMap((term) => dictionary.get(term) ?? []),
    postings: (terms) => terms.reduce((sum, term) => sum + (docs[term]?.length ?? 0), 0),
    walk(terms) {
      let count = 0;
      for (const term of terms) {
        const list = docs[term] as Uint32Array;
        const weights = impacts[term] as Float32Array;
        for (let at = 0; at < list.length; at++) {
          const doc = list[at] as number;
          if (scores[doc] === 0) touched[count++] = doc;
          (scores[doc] as number) += weights[at] as number;
        }
      }
      return bestOf(touched, count, scores);
    },
  };
}

/** The places of the best scores; leaves the scores zero. */
function bestOf(touched: Uint32Array, count: number, scores: Float32Array): number[] {
  const best: number[] = [];
  const kept: number[] = [];
  for (let at = 0; at < count; at++) {
    const doc = touched[at] as number;
    const score = scores[doc] as number;
    scores[doc] = 0;
    if (kept.length === KEPT && score <= (kept[KEPT - 1] as number)) continue;
    let place = kept.length;
    while (place > 0 && (kept[place - 1] as number) < score) place--;
    kept.splice(place, 0, score);
    best.splice(place, 0, doc);
    if (kept.length > KEPT) {
      kept.pop();
      best.pop();
    }
  }
  return best;
}

/** Postings by term, with the share that each adds to a score (BM25). */
function invert(
  streams: readonly Uint32Array[],
  terms: number,
): { readonly docs: readonly Uint32Array[]; readonly impacts: readonly Float32Array[] } {
  const frequencies = new Uint32Array(terms);
  for (const stream of streams) for (const term of new Set(stream)) (frequencies[term] as number)++;
  const average = streams.reduce((sum, { length }) => sum + length, 0) / Math.max(1, streams.length);
  const docs = Array.from(frequencies, (count) => new Uint32Array(count));
  const impacts = Array.from(frequencies, (count) => new Float32Array(count));
  const next = new Uint32Array(terms);
  for (const [doc, stream] of streams.entries()) {
    const counts = new Map<number, number>();
    for (const term of stream) counts.set(term, (counts.get(term) ?? 0) + 1);
    const half = K1 * (1 - B + (B * stream.length) / average);
    for (const [term, count] of counts) {
      const frequency = frequencies[term] as number;
      const weight = Math.log(1 + (streams.length - frequency + 0.5) / (frequency + 0.5));
      const at = next[term] as number;
      (docs[term] as Uint32Array)[at] = doc;
      (impacts[term] as Float32Array)[at] = (weight * count * (K1 + 1)) / (count + half);
      next[term] = at + 1;
    }
  }
  return { docs, impacts };
}
