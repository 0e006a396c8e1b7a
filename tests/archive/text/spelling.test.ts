import { describe, expect, test } from '@jest/globals';
import { correctionCost, createSpelling, editsAllowed } from '../../../src/archive/text/spelling.ts';
import { createTextIndex } from '../../../src/archive/text/text-index.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { fc } from '../../support/property.ts';

describe('correction', () => {
  const index = createTextIndex([
    {
      fields: {
        body: 'Governments support employment, recommendations and skills. Skills for migrants and employment.',
      },
    },
    { fields: { body: 'The skill of the government of 450,000; e-learning, quiñones.' } },
  ]);

  test.each([
    ['goverment', 'government'],
    ['recomendations', 'recommendations'],
    ['employmnet', 'employment'],
    ['Migrnats', 'migrants'],
    ['skils', 'skills'],
    ['quinnones', 'quinones'],
  ])('%s is %s', (word, expected) => {
    expect(index.correct(word)).toBe(expected);
  });

  test.each([
    ['a known word', 'skills'],
    ['a short word', 'ski'],
    ['a word two edits off with seven letters', 'slikls'],
    ['a word three edits off', 'govrmentos'],
    ['a number', '450001'],
    ['nothing', ''],
    ['no word', '-- --'],
    ['two words', 'skils emploiment'],
    ['a word of many letters', 'x'.repeat(100_000)],
  ])('leaves %s', (_what, word) => {
    expect(index.correct(word)).toBeUndefined();
  });
});

test('finds what a scan of all words finds', () => {
  const letters = (unit: string, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...unit), minLength: 2, maxLength });
  const anyWord = fc.oneof(letters('abc', 10), letters('abcé', 9), letters('skilt', 6));
  fc.assert(
    fc.property(
      fc.uniqueArray(anyWord, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 40, maxLength: 40 }),
      anyWord,
      (words, counts, asked) => {
        const { correct } = createSpelling({ words, counts: Uint32Array.from(counts) });
        const folded = asked.replaceAll('é', 'e');
        const most = editsAllowed(folded.length);
        const all = words
          .map((word, at) => ({ word, distance: editDistance(folded, word, 9), count: counts[at] ?? 1 }))
          .filter(({ distance }) => distance <= most && most > 0)
          .map(({ word, distance, count }) => ({ word, cost: correctionCost(folded, word, distance, count) }))
          .sort((one, other) => one.cost - other.cost || (one.word < other.word ? -1 : 1));
        expect(correct(asked)).toBe(words.includes(folded) ? undefined : all[0]?.word);
      },
    ),
    { numRuns: 600 },
  );
});
