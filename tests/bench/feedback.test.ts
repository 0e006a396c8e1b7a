import { describe, expect, test } from '@jest/globals';
import { createFeedback } from '../../bench/peers/feedback.ts';
import { createTextIndex, queryTerms } from '../../src/archive/text/text-index.ts';
import { collection, matchesOf, queryTerm } from '../archive/text/corpus.ts';
import { fc } from '../support/property.ts';

describe('relevance feedback', () => {
  const documents = [
    'Platform work and gig workers without contracts',
    'Gig workers, couriers and drivers',
    'Couriers and drivers want contracts',
    'Farming in the highlands',
    'Farming by the sea',
  ].map((body) => ({ fields: { body } }));
  const index = createTextIndex(documents);
  const feedback = createFeedback(index, documents);

  test('finds documents that share words with the best ones, behind those asked for', () => {
    const asked = { terms: queryTerms('gig') };
    const widened = feedback(asked);
    expect(widened.terms.slice(0, 1)).toMatchObject(asked.terms.map(({ any }) => ({ any })));
    expect(matchesOf(index.search(widened), 1)).toEqual([
      [1, [0]],
      [0, [0]],
      [2, []],
    ]);
  });

  test('takes no more terms than it is told, and none for a query that finds nothing', () => {
    expect(feedback({ terms: queryTerms('gig') }, { terms: 2 }).terms.length).toBeLessThanOrEqual(3);
    expect(feedback({ terms: queryTerms('volcano') })).toEqual({ terms: queryTerms('volcano') });
  });

  test('never leaves a weight at or below 0, and shares sum to one', () => {
    fc.assert(
      fc.property(collection, fc.array(queryTerm, { minLength: 1, maxLength: 3 }), (documents, terms) => {
        const random = createTextIndex(documents);
        const widened = createFeedback(random, documents)({ terms });
        for (const [place, { any }] of terms.entries()) expect(widened.terms[place]?.any).toEqual(any);
        for (const { weight = 1 } of widened.terms) expect(weight).toBeGreaterThan(0);
        if (widened.terms === terms) return;
        const sum = widened.terms.reduce((total, { weight = 1 }) => total + weight, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
