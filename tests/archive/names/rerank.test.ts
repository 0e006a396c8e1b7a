import { expect, test } from '@jest/globals';
import { rerank } from '../../../src/archive/names/rerank.ts';

const texts = (query: string, candidates: { text: string; score: number }[]): string[] =>
  rerank(query, candidates).map(({ text }) => text);

test('orders by the letters of the whole name where scores lie close together', () => {
  const close = [
    { text: 'Marco Fabri', score: 0.933 },
    { text: 'Marcus Fabri', score: 0.931 },
  ];
  expect(texts('Marcus Fabri', close)).toEqual(['Marcus Fabri', 'Marco Fabri']);
});

test('never lifts a candidate over one that is clearly better', () => {
  const apart = [
    { text: 'Marco Fabri', score: 0.96 },
    { text: 'Marcus Fabri', score: 0.93 },
  ];
  expect(texts('Marcus Fabri', apart)).toEqual(['Marco Fabri', 'Marcus Fabri']);
});

test('loses nobody, and takes any query', () => {
  const some = ['A', 'B', 'C'].map((text) => ({ text, score: 0.9 }));
  expect(texts('', some).sort()).toEqual(['A', 'B', 'C']);
  expect(texts('x'.repeat(5000), some).sort()).toEqual(['A', 'B', 'C']);
  expect(texts('x', [])).toEqual([]);
});
