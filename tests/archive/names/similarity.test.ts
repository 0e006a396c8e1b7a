import { describe, expect, test } from '@jest/globals';
import { createDictionary } from '../../../src/archive/names/dictionary.ts';
import { jaroWinkler } from '../../../src/archive/names/jaro-winkler.ts';
import { LEAST_SIMILAR, similarity } from '../../../src/archive/names/similarity.ts';
import { spellingKey } from '../../../src/archive/names/spelling-key.ts';
import { fc } from '../../support/property.ts';

describe('Jaro-Winkler', () => {
  // The examples of Winkler (1990).
  test.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['', 'abc', 0],
    ['abc', 'abc', 1],
  ])('%s and %s: %f', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
  });

  test('is even-handed and stays between 0 and 1', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 90 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const value = jaroWinkler(one, other);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jaroWinkler(other, one)).toBeCloseTo(value, 9);
      }),
    );
  });
});

test.each([
  ['stephan', 'stefan'],
  ['meyer', 'maier'],
  ['ohkuma', 'okuma'],
  ['alexander', 'aleksander'],
  ['schmidt', 'shmit'],
  ['tchaikovsky', 'chaikofski'],
])('%s and %s are spellings of one sound', (one, other) => {
  expect(spellingKey(one)).toBe(spellingKey(other));
});

describe('similarity', () => {
  test.each([
    ['popova', 'popova', 1, 1],
    ['popvoa', 'popova', 0.85, 0.95],
    ['omari', 'omori', 0.8, 0.9],
    ['stefan', 'stephan', 0.9, 0.95],
    ['alex', 'alexandra', 0.6, 0.75],
    ['n', 'natalia', 0.9, 0.9],
    ['natalia', 'n', 0.5, 0.5],
    ['toy', 'tay', 0, 0.66],
    ['day', 'tay', 0, 0.66],
    ['merkel', 'popova', 0, 0],
    ['li', 'lopez', 0, 0],
  ])('%s for %s', (asked, known, least, most) => {
    expect(similarity(asked, known)).toBeGreaterThanOrEqual(least);
    expect(similarity(asked, known)).toBeLessThanOrEqual(most);
  });

  test('is 0, or from the least value to 1, and 1 for equal words only', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aenorst'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, (asked, known) => {
        const value = similarity(asked, known);
        expect(value === 0 || (value >= LEAST_SIMILAR && value <= 1)).toBe(true);
        expect(value === 1).toBe(asked === known);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('dictionary', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aeno'), minLength: 1, maxLength: 8 }),
    fc
      .array(fc.constantFrom('ph', 'f', 'ck', 'k', 'an', 'a', 'ei', 'ai', 'y', 'st', 'r', 'o'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom(...'aжλ漢'), minLength: 1, maxLength: 4 }),
  );

  test('finds every word that is similar', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, asked) => {
        fc.pre(asked.length > 1);
        const expected = words.flatMap((known, number) => {
          const value = similarity(asked, known);
          return value > 0 ? [[number, value] as const] : [];
        });
        const found = [...createDictionary(words).similar(asked)].sort(([one], [other]) => one - other);
        expect(found).toEqual(expected);
      }),
      { numRuns: 800 },
    );
  });

  test('finds every word that begins so', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, prefix) => {
        const found = createDictionary(words)
          .beginningWith(prefix)
          .map((number) => words[number]);
        expect(found).toEqual(
          words.filter((one) => one.startsWith(prefix)).sort((one, other) => (one < other ? -1 : 1)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
