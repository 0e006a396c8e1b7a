/**
 * The inverted index in memory: for each term the documents that have it, with the impact it makes there and the
 * places where it stands, all in typed arrays.
 *
 * Documents are kept in segments of 65,536, so that a document's number within its segment takes two bytes and the
 * scores of a segment fit the processor's cache. Places are variable-length bytes: each is the distance from the
 * place before, times two, plus one for the last in its document.
 */

/** Documents in a segment: what two bytes can number. */
export const SEGMENT_SIZE = 0x10000;

/** The postings of one term or concept in one segment: `docs` and `impacts` from `from` to before `to`. */
export interface PostingList {
  /** Document numbers less the segment's base, rising. */
  readonly docs: Uint16Array;
  /** Saturations, see `quantise`. */
  readonly impacts: Uint16Array;
  readonly from: number;
  readonly to: number;
}

export interface Segment {
  /** Number of the segment's first document. */
  readonly base: number;
  readonly size: number;
  /** Where each term's postings begin, and one more: where the last ends. */
  readonly starts: Uint32Array;
  readonly docs: Uint16Array;
  readonly impacts: Uint16Array;
  /** Where each term's places begin in `places`. */
  readonly placeStarts: Uint32Array;
  readonly places: Uint8Array;
}

export interface Postings {
  /** Number of documents. */
  readonly size: number;
  readonly segments: readonly Segment[];
  /** Term to its number. */
  readonly dictionary: ReadonlyMap<string, number>;
  /** Documents that have the term, by term number. */
  readonly frequencies: Uint32Array;
  /** Occurrences of the term in all documents, by term number. */
  readonly occurrences: Uint32Array;
  /** Occurrences at which each document is half saturated. */
  readonly halves: Float32Array;
  /** Place of the first word of each field of each document: fields of document 0, then of document 1, and so on. */
  readonly fieldStarts: Uint32Array;
  readonly fieldWeights: Float64Array;
  readonly vocabulary: Vocabulary;
}

/** The words as they stand in the texts, folded but not stemmed. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Occurrences of each word. */
  readonly counts: Uint32Array;
}

/** Bytes that a place takes. */
export function placeBytes(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/** Writes a place at `at` and gives the place behind it. */
export function writePlace(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  while (rest >= 0x80) {
    bytes[next++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[next++] = rest;
  return next;
}
