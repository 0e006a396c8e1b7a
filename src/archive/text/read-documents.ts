/** First half of the build: every document is read once into a stream of term numbers. */

import { STOP_WORDS } from '../../lexicon/en/stop-words.ts';
import { scanWords } from '../../text/analyse.ts';
import { stem } from '../../text/stem.ts';
import { isAcronym } from '../../text/stop-words.ts';
import { SEGMENT_SIZE, type Vocabulary } from './postings.ts';
import { type TypedList, typedList } from './typed-list.ts';
import type { TextDocument } from './types.ts';
import { createWordTable } from './word-table.ts';

/** The words of one segment's documents in reading order. */
export interface Stream {
  readonly base: number;
  readonly size: number;
  /** Term numbers of the words that are indexed. */
  readonly terms: Uint32Array;
  /** Words left out before each of them; `SAME_PLACE` for a part of the word before. */
  readonly skipped: Uint8Array;
  /** Where in `terms` each field of each document ends. */
  readonly fieldEnds: Uint32Array;
}

export interface ReadDocuments {
  readonly streams: readonly Stream[];
  readonly dictionary: Map<string, number>;
  readonly vocabulary: Vocabulary;
  readonly fieldWeights: Float64Array;
  /** Field-weighted number of indexed words, by document. */
  readonly lengths: Float64Array;
}

/** In the place of a word that is left out; above any place. */
const STOP = 0xffffffff;
const SINGLE_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MOST_SKIPPED = 254;
/** In the place of a number of words: the word is a part of the one before it, and has its place. */
export const SAME_PLACE = 255;

export function readDocuments(
  documents: readonly TextDocument[],
  weightOf: (field: string) => number,
): ReadDocuments {
  const fields = fieldNames(documents).filter((name) => weightOf(name) > 0);
  const fieldWeights = Float64Array.from(fields, weightOf);
  const lengths = new Float64Array(documents.length);
  const dictionary = new Map<string, number>();
  const words: string[] = [];
  const wordTerms: number[] = [];
  const counts: number[] = [];
  const known = new Map<string, number>();
  const table = createWordTable();
  /** @param place in `words`, or STOP */
  const know = (word: string, place: number): void => {
    known.set(word, place);
    if (/^[a-z]+$/.test(word)) table.add(word, place);
  };
  for (const word of [...STOP_WORDS, ...SINGLE_LETTERS]) know(word, STOP);

  function numberOf(term: string): number {
    let number = dictionary.get(term);
    if (number === undefined) {
      number = dictionary.size;
      dictionary.set(detached(term), number);
    }
    return number;
  }

  function learn(word: string): number {
    const own = detached(word);
    know(own, words.length);
    words.push(own);
    wordTerms.push(numberOf(stem(own)));
    counts.push(0);
    return words.length - 1;
  }

  function readSegment(base: number): Stream {
    const size = Math.min(SEGMENT_SIZE, documents.length - base);
    const terms = typedList((length) => new Uint32Array(length));
    const skipped = typedList((length) => new Uint8Array(length));
    const fieldEnds = new Uint32Array(size * fields.length);
    for (let doc = 0; doc < size; doc++) {
      const values = documents[base + doc]?.fields ?? {};
      for (const [field, name] of fields.entries()) {
        const before = terms.length;
        const text = Object.hasOwn(values, name) ? values[name] : undefined;
        if (typeof text === 'string') readField(text, terms, skipped);
        else for (const one of text ?? []) readField(one, terms, skipped, MOST_SKIPPED);
        fieldEnds[doc * fields.length + field] = terms.length;
        lengths[base + doc] =
          (lengths[base + doc] ?? 0) + (terms.length - before) * (fieldWeights[field] ?? 0);
      }
    }
    return { base, size, terms: terms.values(), skipped: skipped.values(), fieldEnds };
  }

  /** @param gap places left free before the text */
  function readField(
    text: string,
    terms: TypedList<Uint32Array>,
    skipped: TypedList<Uint8Array>,
    gap = 0,
  ): void {
    let passed = gap;
    let read = 0;
    // Whether the whole word before in the text is indexed.
    let taken = false;
    const take = (place: number, start: number, end: number): void => {
      const isPart = start < read;
      if (isPart) {
        if (place === STOP) return;
        passed = taken ? SAME_PLACE : Math.max(0, passed - 1);
      } else read = end;
      taken = place !== STOP;
      if (place === STOP) {
        if (!isAcronym(text, start, end)) {
          if (passed < MOST_SKIPPED) passed++;
          return;
        }
        terms.push(numberOf(text.slice(start, end).toLowerCase()));
      } else {
        terms.push(wordTerms[place] as number);
        counts[place] = (counts[place] as number) + 1;
      }
      skipped.push(passed);
      passed = 0;
    };
    scanWords(
      text,
      (word, start, end) => take(known.get(word) ?? learn(word), start, end),
      (start, end) => {
        const place = table.find(text, start, end);
        take(place >= 0 ? place : learn(text.slice(start, end).toLowerCase()), start, end);
      },
    );
  }

  const streams: Stream[] = [];
  for (let base = 0; base < documents.length; base += SEGMENT_SIZE) streams.push(readSegment(base));
  return {
    streams,
    dictionary,
    vocabulary: { words, counts: Uint32Array.from(counts) },
    fieldWeights,
    lengths,
  };
}

/** The names of all fields, in the order in which they are first met. */
function fieldNames(documents: readonly TextDocument[]): string[] {
  const names = new Set<string>();
  for (const { fields } of documents) for (const name in fields) names.add(name);
  return [...names];
}

/** V8 keeps longer parts of a string as a reference to the whole. */
const LONGEST_COPIED = 12;

/** A copy of its own, so that a word does not keep the text alive that it was cut from. */
function detached(word: string): string {
  return word.length > LONGEST_COPIED ? Buffer.from(word).toString() : word;
}
