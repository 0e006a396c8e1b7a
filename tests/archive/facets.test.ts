/** Facet postings say the same as looking at every document. */
import { describe, expect, test } from '@jest/globals';
import { createFacetIndex, FacetSet, type Link } from '../../src/archive/facets.ts';
import { type Days, dayRange } from '../../src/knowledge/partial-date.ts';
import { fc } from '../support/property.ts';
import { judge, type Term } from './oracle.ts';

const FIELDS = ['topic', 'sdg', 'country'];
const VALUES = ['1', '2', '3'];
const LINKS: readonly Link[] = ['named', 'narrower', 'related'];

interface Document {
  readonly facets: readonly (readonly [field: string, value: string, link: Link])[];
  readonly span: Days | undefined;
}

const month = fc
  .tuple(fc.integer({ min: 2019, max: 2023 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
const day = fc
  .tuple(month, fc.integer({ min: 1, max: 28 }))
  .map(([of, number]) => `${of}-${String(number).padStart(2, '0')}`);
const point = fc.oneof(fc.integer({ min: 2019, max: 2023 }).map(String), month, day);
const dateValue = fc.oneof(
  point,
  point.map((end) => `..${end}`),
  point.map((start) => `${start}..`),
  fc.tuple(point, point).map(([one, other]) => (one < other ? `${one}..${other}` : `${other}..${one}`)),
);

const document: fc.Arbitrary<Document> = fc.record({
  facets: fc.array(
    fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...VALUES), fc.constantFrom(...LINKS)),
    { maxLength: 5 },
  ),
  span: fc.option(
    fc
      .tuple(day, day)
      .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
    { nil: undefined },
  ),
});
const term = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ field: fc.constantFrom(...FIELDS), value: fc.constantFrom(...VALUES, 'unheard') }),
  },
  dateValue.map((value) => ({ field: 'date', value })),
);
const conditions = fc.array(
  fc.record({ any: fc.array(term, { minLength: 1, maxLength: 3 }), not: fc.boolean() }),
  { maxLength: 3 },
);

function build(documents: readonly Document[]) {
  const sets = documents.map(({ facets }) => {
    const set = new FacetSet();
    for (const [field, value, link] of facets) set.add(field, value, link);
    return set;
  });
  return createFacetIndex(
    sets,
    documents.map(({ span }) => span),
  );
}

/** The strongest link of a document to a term. */
function linkOf({ facets, span }: Document, { field, value }: Term): Link | undefined {
  if (field === 'date') {
    const asked = dayRange(value);
    return span && span.from <= asked.to && span.to >= asked.from ? 'named' : undefined;
  }
  const held = facets.filter(([name, one]) => name === field && one === value).map(([, , link]) => link);
  return LINKS.find((link) => held.includes(link));
}

describe('conditions', () => {
  test('accept and relate what they accept and relate document by document', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 12 }), conditions, (documents, all) => {
        const { accept, related } = build(documents).evaluate(all);
        const judged = documents.map((one) => judge(all, (asked) => linkOf(one, asked)));
        expect([...accept].map(Boolean)).toEqual(judged.map(({ accepted }) => accepted));
        documents.forEach((_, doc) => {
          if (accept[doc]) expect(related[doc]).toBe(Number(judged[doc]?.related));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('what a document meets, and the reason given for it, is of the strongest link', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), conditions, (documents, all) => {
        const index = build(documents);
        documents.forEach((one, doc) => {
          const expected = all.flatMap(({ any, not }) => {
            if (not) return [];
            const held = any.map((asked) => ({ ...asked, link: linkOf(one, asked) }));
            const best =
              held.find(({ link }) => link === 'named' || link === 'narrower') ??
              held.find(({ link }) => link === 'related');
            return best ? [{ ...best, link: best.link === 'related' ? 'related' : 'named' }] : [];
          });
          expect(index.reasons(doc, all)).toEqual(expected);
          for (const condition of all) {
            const links = condition.any.map((asked) => linkOf(one, asked));
            const isNamed = links.includes('named') || links.includes('narrower');
            expect(index.holds(condition)[doc]).toBe(isNamed ? 2 : links.includes('related') ? 1 : 0);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates', () => {
  const spans = [
    { from: '2020-02-01', to: '2020-02-31' },
    { from: '2021-12-31', to: '2022-01-01' },
    undefined,
  ];
  const index = createFacetIndex(
    spans.map(() => new FacetSet()),
    spans,
  );
  const found = (value: string, not = false): number[] =>
    [...index.evaluate([{ any: [{ field: 'date', value }], not }]).accept].flatMap((one, doc) =>
      one ? [doc] : [],
    );

  test.each([
    ['2020', [0]],
    ['2020-02', [0]],
    ['2020-02-29', [0]],
    ['2020-03', []],
    ['2021', [1]],
    ['2022', [1]],
    ['2022-01-02..', []],
    ['..2020-01', []],
    ['..2021', [0, 1]],
    ['2020-03..2021-12-30', []],
    ['0001..9999', [0, 1]],
    ['--02', [0]],
    ['--03', []],
  ])('%s finds %j', (value, docs) => {
    expect(found(value)).toEqual(docs);
  });

  test.each(['--12', '--01'])('%s of any year finds what lasts over the turn of the year', (value) => {
    expect(found(value)).toEqual([1]);
  });

  test('what has no date is in no period, and left out of none', () => {
    expect(found('..2500')).not.toContain(2);
    expect(found('2020', true)).toEqual([1, 2]);
  });
});

test('counts are of named values over the documents given, most frequent first, ties by value', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 10 }),
      fc.integer({ min: 0, max: 12 }),
      (documents, limit) => {
        const docs = documents.flatMap((_, doc) => (doc % 3 === 2 ? [] : [doc]));
        const counts = FIELDS.slice(0, 2).flatMap((field) =>
          VALUES.flatMap((value) => {
            const count = docs.filter((doc) => {
              const link = linkOf(documents[doc] as Document, { field, value });
              return link === 'named' || link === 'narrower';
            }).length;
            return count > 0 ? [{ field, value, count }] : [];
          }),
        );
        const given = build(documents).count(docs, FIELDS.slice(0, 2), limit);
        expect(given).toHaveLength(Math.min(limit, counts.length));
        for (const one of given) expect(counts).toContainEqual(one);
        given.slice(1).forEach((one, place) => {
          const before = given[place];
          if (before?.count === one.count) expect(before.value <= one.value).toBe(true);
        });
        expect(given.map(({ count }) => count)).toEqual(
          counts
            .map(({ count }) => count)
            .sort((one, other) => other - one)
            .slice(0, limit),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('a value is had where some document has it, however weakly', () => {
  const index = build([{ facets: [['topic', '1', 'related']], span: undefined }]);
  expect([index.has('topic', '1'), index.has('topic', '2'), index.has('sdg', '1')]).toEqual([
    true,
    false,
    false,
  ]);
});
