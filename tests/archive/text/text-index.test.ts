import { describe, expect, test } from '@jest/globals';
import { createTextIndex, queryTerms, type TextQuery } from '../../../src/archive/text/text-index.ts';
import { analyse } from '../../../src/text/analyse.ts';
import { anyCharacters, fc } from '../../support/property.ts';
import { alternative, collection, type Model, matchesOf, phrase, queryTerm, scan } from './corpus.ts';

const model: fc.Arbitrary<Model> = fc.record({
  titleWeight: fc.constantFrom(0.5, 1, 2, 3),
  k1: fc.constantFrom(0.9, 1.2, 2),
  b: fc.constantFrom(0, 0.4, 0.75, 1),
});
const query: fc.Arbitrary<TextQuery> = fc.record(
  {
    terms: fc.array(queryTerm, { maxLength: 4 }),
    phrases: fc.array(phrase, { maxLength: 2 }),
    without: fc.array(alternative, { maxLength: 1 }),
    minimum: fc.nat(3),
    accept: fc.uint8Array({ minLength: 25, maxLength: 25, max: 1 }),
  },
  { requiredKeys: ['terms'] },
);
const build = (documents: Parameters<typeof createTextIndex>[0], { titleWeight, k1, b }: Model) =>
  createTextIndex(documents, { weights: { title: titleWeight }, k1, b });

describe('search', () => {
  const documents = [
    { fields: { title: 'Youth employment', body: 'Skills and jobs for young people in Japan.' } },
    { fields: { title: 'The future of work', body: 'Skill gaps; the future, and work for all.' } },
    { fields: { title: 'Migration', body: 'People move for work. Youth? Work!' } },
  ];
  const index = createTextIndex(documents, { weights: { title: 2 } });
  const docs = (asked: Parameters<typeof index.search>[0]): number[] =>
    index.search(asked).hits.map(({ doc }) => doc);

  test('ranks what says more of it first', () => {
    expect(docs({ terms: queryTerms('youth') })).toEqual([0, 2]);
    expect(docs({ terms: queryTerms('works') })).toEqual([1, 2]);
  });

  test('tells which terms matched', () => {
    expect(matchesOf(index.search({ terms: queryTerms('young skills in Peru') }), 3)).toEqual([
      [0, [0, 1]],
      [1, [1]],
    ]);
  });

  test('alternatives are one concept', () => {
    const youth = { any: [{ term: 'youth' }, { phrase: analyse('young people'), weight: 0.8 }] };
    expect(matchesOf(index.search({ terms: [youth] }), 1)).toEqual([
      [0, [0]],
      [2, [0]],
    ]);
  });

  test('phrases keep their stop words apart and stay in one field', () => {
    expect(docs({ terms: [], phrases: [analyse('future of work')] })).toEqual([1]);
    expect(docs({ terms: [], phrases: [analyse('future work')] })).toEqual([]);
    expect(docs({ terms: [], phrases: [analyse('employment skills')] })).toEqual([]);
  });

  test('leaves out, filters, pages', () => {
    expect(docs({ terms: queryTerms('work youth'), without: [{ term: 'japan' }] })).toEqual([2, 1]);
    expect(docs({ terms: queryTerms('work youth'), accept: Uint8Array.of(1, 0, 0) })).toEqual([0]);
    expect(docs({ terms: queryTerms('work youth'), minimum: 2 })).toEqual([2]);
    expect(docs({ terms: queryTerms('work youth'), offset: 1, limit: 1 })).toHaveLength(1);
  });

  test('knows its terms', () => {
    expect(index.size).toBe(3);
    expect(index.has('skill')).toBe(true);
    expect(index.has('skills')).toBe(false);
    expect([index.frequency('work'), index.frequency('japan'), index.frequency('x')]).toEqual([2, 1, 0]);
    expect(index.weight('x')).toBe(0);
    expect(index.weight('japan')).toBeGreaterThan(index.weight('skill'));
  });

  test('an empty index answers', () => {
    const empty = createTextIndex([]);
    expect(empty.search({ terms: queryTerms('work'), phrases: [analyse('young people')] })).toMatchObject({
      total: 0,
      hits: [],
    });
    expect(empty.correct('employmnet')).toBeUndefined();
  });

  test('refuses broken parameters', () => {
    expect(() => createTextIndex([], { k1: 0 })).toThrow('k1 must be above 0');
    expect(() => createTextIndex([], { b: 1.5 })).toThrow('b must be from 0 to 1');
  });
});

test('a search gives what a scan of all documents gives', () => {
  fc.assert(
    fc.property(collection, model, query, (documents, parameters, asked) => {
      const expected = scan(documents, asked, parameters);
      const result = build(documents, parameters).search({ ...asked, limit: documents.length });
      const { total, hits } = result;
      const places = new Map(matchesOf(result, asked.terms.length));
      expect(total).toBe(expected.length);
      expect(hits).toHaveLength(expected.length);
      const byDoc = new Map(expected.map((hit) => [hit.doc, hit]));
      for (const [rank, hit] of hits.entries()) {
        expect(places.get(hit.doc)).toEqual(byDoc.get(hit.doc)?.matched);
        // Impacts are kept in 16 bits: a score may be off by one step for each concept.
        expect(Math.abs(hit.score - (byDoc.get(hit.doc)?.score ?? Number.NaN))).toBeLessThan(0.003);
        const next = hits[rank + 1];
        if (next === undefined) continue;
        expect(hit.score > next.score || (hit.score === next.score && hit.doc < next.doc)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test('pages are slices of the whole list', () => {
  fc.assert(
    fc.property(collection, query, fc.nat(30), fc.nat(30), (documents, asked, offset, limit) => {
      const index = createTextIndex(documents);
      const whole = index.search({ ...asked, limit: documents.length });
      const page = index.search({ ...asked, offset, limit });
      expect(page.total).toBe(whole.total);
      expect(page.hits).toEqual(whole.hits.slice(offset, offset + limit));
    }),
  );
});

test('a search leaves nothing behind for the next', () => {
  fc.assert(
    fc.property(collection, query, query, (documents, asked, between) => {
      const index = createTextIndex(documents);
      const answer = () => {
        const result = index.search(asked);
        return [result.total, result.hits, matchesOf(result, asked.terms.length)];
      };
      const first = answer();
      index.search(between);
      expect(answer()).toEqual(first);
    }),
  );
});

test('documents beyond the first segment are found, filtered and ordered', () => {
  const size = 70_000;
  const documents = Array.from({ length: size }, (_, doc) => ({
    fields: {
      title: doc % 1000 === 7 ? 'rare find' : 'plain',
      body: doc % 2 === 0 ? 'even number' : 'odd number',
    },
  }));
  const index = createTextIndex(documents);
  const rare = index.search({ terms: queryTerms('rare'), limit: 100 });
  expect(rare.hits.map(({ doc }) => doc)).toEqual(Array.from({ length: 70 }, (_, at) => at * 1000 + 7));
  expect(index.search({ terms: [], phrases: [analyse('rare find')], without: [{ term: 'odd' }] }).total).toBe(
    0,
  );
  expect(index.search({ terms: queryTerms('number'), limit: 1 })).toMatchObject({
    total: size,
    hits: [{ doc: 0 }],
  });
  const accept = new Uint8Array(size).fill(1, 69_000);
  const late = index.search({ terms: [{ any: [{ term: 'rare' }, { term: 'odd', weight: 0.1 }] }], accept });
  expect(late.total).toBe(500);
  expect(late.hits[0]?.doc).toBe(69_007);
});

test('any text can be indexed and asked', () => {
  const text = anyCharacters();
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(text, text)),
      text,
      fc.double(),
      fc.double(),
      (fields, asked, offset, limit) => {
        const documents = fields.map((one) => ({ fields: one }));
        const index = createTextIndex(documents);
        const terms = queryTerms(asked);
        const { total, hits } = index.search({ terms, phrases: [analyse(asked)], offset, limit });
        expect(hits.length).toBeLessThanOrEqual(total);
        index.correct(asked);
      },
    ),
  );
});
