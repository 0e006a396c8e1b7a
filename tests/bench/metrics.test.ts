/** The metrics against cases worked out by hand. */
import { describe, expect, test } from '@jest/globals';
import { averagePrecision, type Judgements, ndcg, recall, relevanceOf } from '../../bench/measure/metrics.ts';

const judged = (grades: Record<string, number>): Judgements => new Map(Object.entries(grades));

describe('average precision', () => {
  test('is the mean of the precisions where relevant documents stand', () => {
    // Precision 1/1 at a, 2/3 at c; x is never found: (1 + 2/3 + 0) / 3.
    expect(averagePrecision(['a', 'b', 'c', 'd'], judged({ a: 1, c: 1, x: 1 }))).toBeCloseTo(5 / 9, 12);
  });

  test('is 1 where all relevant documents come first, and 0 where none is found', () => {
    expect(averagePrecision(['a', 'b', 'c'], judged({ a: 1, b: 2 }))).toBe(1);
    expect(averagePrecision(['c', 'd'], judged({ a: 1 }))).toBe(0);
    expect(averagePrecision([], judged({ a: 1 }))).toBe(0);
  });

  test('takes grades below 1 for not relevant', () => {
    // Only b is relevant, at place 2.
    expect(averagePrecision(['a', 'b'], judged({ a: 0, b: 1, c: -1 }))).toBe(1 / 2);
  });

  test('looks at the whole ranking', () => {
    const ranking = Array.from({ length: 20 }, (_, place) => `d${place + 1}`);
    expect(averagePrecision(ranking, judged({ d20: 1 }))).toBeCloseTo(1 / 20, 12);
  });
});

describe('nDCG@10', () => {
  test('with one grade', () => {
    // Found at places 1 and 3: 1/log2(2) + 1/log2(4) = 1.5; best: 1 + 1/log2(3) + 1/log2(4) = 2.130930.
    expect(ndcg(['a', 'b', 'c'], judged({ a: 1, c: 1, x: 1 }))).toBeCloseTo(1.5 / 2.13093, 5);
  });

  test('with several grades, in the wrong order', () => {
    // 1/1 + 3/1.584963 + 2/2 = 3.892789; best: 3/1 + 2/1.584963 + 1/2 = 4.761860.
    expect(ndcg(['a', 'b', 'c'], judged({ a: 1, b: 3, c: 2 }))).toBeCloseTo(3.892789 / 4.76186, 5);
  });

  test('counts nothing for grades below 1, nor behind place 10', () => {
    const ranking = Array.from({ length: 11 }, (_, place) => `d${place + 1}`);
    expect(ndcg(ranking, judged({ d11: 1 }))).toBe(0);
    // d10 at place 10: 1/log2(11) = 0.289065, of 1.
    expect(ndcg(ranking, judged({ d10: 1, d1: -2 }))).toBeCloseTo(0.289065, 6);
  });

  test('the best ranking there could be is cut at 10 too', () => {
    const all = Array.from({ length: 15 }, (_, place) => `d${place + 1}`);
    expect(ndcg(all, judged(Object.fromEntries(all.map((one) => [one, 1]))))).toBeCloseTo(1, 12);
  });
});

test('recall@10 is the share of the relevant that is among the first ten', () => {
  const ranking = Array.from({ length: 12 }, (_, place) => `d${place + 1}`);
  expect(recall(ranking, judged({ d1: 1, d10: 2, d11: 1, x: 1, d2: 0 }))).toBe(2 / 4);
});

test('means leave out queries without a relevant document', () => {
  const means = relevanceOf([
    { ranking: ['a'], judgements: judged({ a: 1 }) },
    { ranking: ['b', 'a'], judgements: judged({ a: 1 }) },
    { ranking: ['a'], judgements: judged({ a: 0 }) },
    { ranking: ['a'], judgements: new Map() },
  ]);
  expect(means.map).toBe((1 + 1 / 2) / 2);
  expect(means.ndcg10).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 12);
  expect(means.recall10).toBe(1);
});
