/** Phrases: in which documents words stand one after another, read from the places in the index. */
import type { Postings, Segment } from './postings.ts';
import type { Phrase } from './types.ts';

/** Called with each document (its number in the segment) that holds the phrase: occurrences, plain and field-weighted. */
type VisitPhrase = (doc: number, occurrences: number, weighted: number) => void;

/** Reads a term's places document by document, forwards only. */
interface PlaceReader {
  readonly term: number;
  /** The document at hand, or the segment's size behind the last. */
  doc: number;
  at: number;
  byte: number;
}

/** Finds a phrase of known terms in one segment. `terms` are the numbers of the phrase's terms. */
export function findPhrase(
  postings: Postings,
  segment: Segment,
  phrase: Phrase,
  terms: readonly number[],
  visit: VisitPhrase,
): void {
  const readers = terms.map((term) => openReader(segment, term));
  const offsets = phrase.map((word) => word.position - (phrase[0]?.position ?? 0));
  const [first] = readers;
  if (first === undefined) return;
  while (first.doc < segment.size) {
    const doc = first.doc;
    let furthest = doc;
    for (const reader of readers) {
      skipTo(segment, reader, doc);
      furthest = Math.max(furthest, reader.doc);
    }
    if (furthest > doc) {
      skipTo(segment, first, furthest);
      continue;
    }
    const places = readers.map((reader) => readPlaces(segment, reader));
    const starts = commonStarts(places, offsets);
    if (starts.length > 0) {
      let weighted = 0;
      for (const place of starts) weighted += fieldWeightAt(postings, segment.base + doc, place);
      visit(doc, starts.length, weighted);
    }
  }
}

function openReader(segment: Segment, term: number): PlaceReader {
  const at = segment.starts[term] as number;
  const reader = { term, doc: segment.size, at, byte: segment.placeStarts[term] as number };
  settle(segment, reader);
  return reader;
}

function settle(segment: Segment, reader: PlaceReader): void {
  const end = segment.starts[reader.term + 1] as number;
  reader.doc = reader.at < end ? (segment.docs[reader.at] as number) : segment.size;
}

/** Moves on to the first document from `doc` on, passing over the places of those before. */
function skipTo(segment: Segment, reader: PlaceReader, doc: number): void {
  const { places } = segment;
  while (reader.doc < doc) {
    let first = places[reader.byte] as number;
    for (;;) {
      let byte = first;
      while (byte >= 0x80) byte = places[++reader.byte] as number;
      reader.byte++;
      if ((first & 1) === 1) break;
      first = places[reader.byte] as number;
    }
    reader.at++;
    settle(segment, reader);
  }
}

/** The places of the document at hand; moves on to the next. */
function readPlaces(segment: Segment, reader: PlaceReader): number[] {
  const { places } = segment;
  const result: number[] = [];
  let place = 0;
  for (let isLast = false; !isLast; ) {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = places[reader.byte++] as number;
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte >= 0x80);
    isLast = value % 2 === 1;
    place += Math.floor(value / 2);
    result.push(place);
  }
  reader.at++;
  settle(segment, reader);
  return result;
}

/** Places of the first word from which every other word stands at its offset. */
function commonStarts(places: readonly (readonly number[])[], offsets: readonly number[]): number[] {
  let starts = places[0] ?? [];
  for (let word = 1; word < places.length && starts.length > 0; word++) {
    const there = new Set(places[word]);
    const offset = offsets[word] ?? 0;
    starts = starts.filter((place) => there.has(place + offset));
  }
  return [...starts];
}

function fieldWeightAt(postings: Postings, doc: number, place: number): number {
  const fields = postings.fieldWeights.length;
  let field = fields - 1;
  while (field > 0 && (postings.fieldStarts[doc * fields + field] as number) > place) field--;
  return postings.fieldWeights[field] as number;
}
