/** Small random collections for the tests of the text index, and a plain scan that says what a search must find. */

import type {
  Alternative,
  Phrase,
  QueryTerm,
  TextDocument,
  TextQuery,
  TextResult,
} from '../../../src/archive/text/text-index.ts';
import { halfSaturation, informativeness, saturation } from '../../../src/archive/text/weighting.ts';
import { analyse } from '../../../src/text/analyse.ts';
import { fc } from '../../support/property.ts';

const WORDS = [
  'skills',
  'skill',
  'work',
  'working',
  'of',
  'the',
  'future',
  'youth',
  'young',
  'people',
  'jobs',
  'in',
  'japan',
];

const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));

export const collection: fc.Arbitrary<TextDocument[]> = fc.array(
  fc
    .record({ title: sentence, body: sentence }, { requiredKeys: ['body'] })
    .map((fields) => ({ fields: fields as Record<string, string> })),
  { maxLength: 25 },
);

const term = fc.constantFrom('skill', 'work', 'futur', 'youth', 'young', 'peopl', 'job', 'japan', 'unknown');
export const phrase: fc.Arbitrary<Phrase> = fc
  .constantFrom(
    'young people',
    'future of work',
    'skills',
    'work in japan',
    'people people',
    'of the',
    'unknown people',
  )
  .map(analyse);
const weight = fc.double({ min: 0.1, max: 2, noNaN: true });
export const alternative: fc.Arbitrary<Alternative> = fc.oneof(
  { weight: 3, arbitrary: term.map((one): Alternative => ({ term: one })) },
  fc.record({ term, weight }),
  fc.record({ phrase, weight }),
);
export const queryTerm: fc.Arbitrary<QueryTerm> = fc.oneof(
  term.map((one): QueryTerm => ({ any: [{ term: one }] })),
  fc.record({ any: fc.array(alternative, { maxLength: 3 }), weight }),
);

/** The model, as the scan needs it. */
export interface Model {
  readonly titleWeight: number;
  readonly k1: number;
  readonly b: number;
}

interface Matches {
  /** Occurrences by document, plain and field-weighted. */
  readonly plain: number[];
  readonly weighted: number[];
}

/** Scores every document by reading it again: slow, plain, and written from the formula alone. */
export function scan(documents: readonly TextDocument[], query: TextQuery, { titleWeight, k1, b }: Model) {
  const weightOf = (field: string): number => (field === 'title' ? titleWeight : 1);
  const texts = documents.map(({ fields }) =>
    Object.entries(fields).flatMap(([field, value]) =>
      [value].flat().map((text) => ({ weight: weightOf(field), words: analyse(text) })),
    ),
  );
  const lengths = texts.map((fields) =>
    fields.reduce((sum, { weight, words }) => sum + weight * words.length, 0),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

  const matches = (one: Alternative): Matches => {
    const wanted: Phrase = 'phrase' in one ? one.phrase : [{ term: one.term, position: 0 }];
    const [first] = wanted;
    const plain: number[] = [];
    const weighted: number[] = [];
    for (const fields of texts) {
      let count = 0;
      let sum = 0;
      for (const { weight, words } of fields) {
        const found = words.filter((start) =>
          wanted.every(({ term, position }) =>
            words.some(
              (word) =>
                word.term === term && word.position - start.position === position - (first?.position ?? 0),
            ),
          ),
        );
        if (first !== undefined) {
          const starts = found.filter((word) => word.term === first.term).length;
          count += starts;
          sum += weight * starts;
        }
      }
      plain.push(count);
      weighted.push(sum);
    }
    return { plain, weighted };
  };

  /** What one occurrence of a word or of a phrase tells. */
  const tells = (one: Alternative): number => {
    const { plain } = matches(one);
    return informativeness(
      documents.length,
      plain.filter((count) => count > 0).length,
      plain.reduce((sum, count) => sum + count, 0),
    );
  };

  /** The score of one concept in every document. */
  const scores = ({ any, weight = 1 }: QueryTerm): number[] => {
    const all = any.map((one) => ({ ...matches(one), share: one.weight ?? 1 }));
    const occurrences = all.flatMap(({ plain }) => plain).reduce((sum, count) => sum + count, 0);
    const ratios = documents.map((_, doc) => {
      const half = halfSaturation(lengths[doc] ?? 0, average, k1, b);
      return all.reduce((sum, { weighted, share }) => sum + (share * (weighted[doc] ?? 0)) / half, 0);
    });
    const frequency = ratios.filter((ratio) => ratio > 0).length;
    // What only resembles a word or a phrase makes it no more common: it tells at least what it tells by itself.
    const own = any.map((one) => ((one.weight ?? 1) === 1 ? tells(one) : 0));
    const worth = Math.max(informativeness(documents.length, frequency, occurrences), ...own);
    return ratios.map((ratio) => weight * worth * saturation(ratio));
  };

  const phrases = (query.phrases ?? []).filter((one) => one.length > 0);
  const terms = query.terms.map(scores);
  const required = phrases.map((one) => scores({ any: [{ phrase: one }] }));
  const excluded = (query.without ?? []).map((one) => matches(one).plain);
  const minimum = query.minimum ?? (phrases.length > 0 ? 0 : 1);
  return documents.flatMap((_, doc) => {
    const matched = terms.flatMap((all, place) => ((all[doc] ?? 0) > 0 ? [place] : []));
    const score = [...terms, ...required].reduce((sum, all) => sum + (all[doc] ?? 0), 0);
    const isHit =
      score > 0 &&
      matched.length >= minimum &&
      required.every((all) => (all[doc] ?? 0) > 0) &&
      excluded.every((all) => all[doc] === 0) &&
      (query.accept === undefined || query.accept[doc] !== 0);
    return isHit ? [{ doc, score, matched }] : [];
  });
}

/** Which terms of a query each hit matches, as places, beside its document. */
export function matchesOf({ hits, matches }: TextResult, terms: number): [doc: number, places: number[]][] {
  return hits.map(({ doc }) => [doc, [...Array(terms).keys()].filter((place) => matches(doc, place))]);
}
