/** Second half of the build: the streams of words are turned round into postings, by counting first, then filling. */
import { type Postings, placeBytes, type Segment, writePlace } from './postings.ts';
import { type ReadDocuments, readDocuments, SAME_PLACE, type Stream } from './read-documents.ts';
import type { TextDocument } from './types.ts';
import { halfSaturation, quantise, saturation } from './weighting.ts';

/** Places left free between two fields of a document, so that no phrase runs from one into the next. */
const FIELD_GAP = 256;

interface Model {
  readonly weightOf: (field: string) => number;
  readonly k1: number;
  readonly b: number;
}

export function buildPostings(documents: readonly TextDocument[], model: Model): Postings {
  const reading = readDocuments(documents, model.weightOf);
  const terms = reading.dictionary.size;
  const postings = {
    size: documents.length,
    dictionary: reading.dictionary,
    frequencies: new Uint32Array(terms),
    occurrences: new Uint32Array(terms),
    halves: halfSaturations(reading.lengths, model),
    fieldStarts: new Uint32Array(documents.length * reading.fieldWeights.length),
    fieldWeights: reading.fieldWeights,
    vocabulary: reading.vocabulary,
  };
  const segments = reading.streams.map((stream) => invert(stream, reading, postings));
  return { ...postings, segments };
}

function halfSaturations(lengths: Float64Array, { k1, b }: Model): Float32Array {
  let sum = 0;
  for (const length of lengths) sum += length;
  const average = sum / Math.max(1, lengths.length);
  return Float32Array.from(lengths, (length) => halfSaturation(length, average, k1, b));
}

type Unfinished = Omit<Postings, 'segments'>;

type VisitPlace = (term: number, place: number, field: number) => void;

/** Calls `visit` with each indexed word of a document and its place, and `enter` where a field begins. */
function walkDocument(
  stream: Stream,
  doc: number,
  fields: number,
  visit: VisitPlace,
  enter?: (field: number, place: number) => void,
): void {
  let at = doc === 0 ? 0 : (stream.fieldEnds[doc * fields - 1] as number);
  let place = 0;
  for (let field = 0; field < fields; field++) {
    const end = stream.fieldEnds[doc * fields + field] as number;
    enter?.(field, place);
    for (; at < end; at++) {
      const skipped = stream.skipped[at] as number;
      place += skipped === SAME_PLACE ? -1 : skipped;
      visit(stream.terms[at] as number, place++, field);
    }
    place += FIELD_GAP;
  }
}

/** Turns one segment's stream into its postings, and adds to the totals of the whole index. */
function invert(stream: Stream, reading: ReadDocuments, postings: Unfinished): Segment {
  const fields = reading.fieldWeights.length;
  const terms = reading.dictionary.size;
  // Per term, of the document at hand (numbered from 1): has it been met, its last place, its occurrences.
  const seenIn = new Uint32Array(terms);
  const lastPlace = new Uint32Array(terms);
  const inDocument = new Uint32Array(terms);
  const weighted = new Float64Array(terms);

  const starts = new Uint32Array(terms + 1);
  const placeStarts = new Uint32Array(terms + 1);
  for (let doc = 0; doc < stream.size; doc++) {
    const count: VisitPlace = (term, place) => {
      if (seenIn[term] !== doc + 1) {
        seenIn[term] = doc + 1;
        lastPlace[term] = 0;
        (starts[term + 1] as number)++;
        (postings.frequencies[term] as number)++;
      }
      (postings.occurrences[term] as number)++;
      (placeStarts[term + 1] as number) += placeBytes((place - (lastPlace[term] as number)) * 2);
      lastPlace[term] = place;
    };
    walkDocument(stream, doc, fields, count, (field, place) => {
      postings.fieldStarts[(stream.base + doc) * fields + field] = place;
    });
  }
  for (let term = 0; term < terms; term++) {
    (starts[term + 1] as number) += starts[term] as number;
    (placeStarts[term + 1] as number) += placeStarts[term] as number;
  }

  const docs = new Uint16Array(starts[terms] as number);
  const impacts = new Uint16Array(docs.length);
  const places = new Uint8Array(placeStarts[terms] as number);
  const next = starts.slice(0, terms);
  const nextPlace = placeStarts.slice(0, terms);
  for (let doc = 0; doc < stream.size; doc++) {
    const half = postings.halves[stream.base + doc] as number;
    const gather: VisitPlace = (term, _place, field) => {
      (inDocument[term] as number)++;
      (weighted[term] as number) += reading.fieldWeights[field] as number;
    };
    const write: VisitPlace = (term, place) => {
      if ((weighted[term] as number) > 0) {
        docs[next[term] as number] = doc;
        impacts[next[term] as number] = quantise(saturation((weighted[term] as number) / half));
        (next[term] as number)++;
        weighted[term] = 0;
        lastPlace[term] = 0;
      }
      const isLast = --(inDocument[term] as number) === 0 ? 1 : 0;
      const step = (place - (lastPlace[term] as number)) * 2 + isLast;
      nextPlace[term] = writePlace(places, nextPlace[term] as number, step);
      lastPlace[term] = place;
    };
    walkDocument(stream, doc, fields, gather);
    walkDocument(stream, doc, fields, write);
  }
  return { base: stream.base, size: stream.size, starts, docs, impacts, placeStarts, places };
}
