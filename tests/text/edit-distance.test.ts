import { expect, test } from '@jest/globals';
import { editDistance } from '../../src/text/edit-distance.ts';
import { fc } from '../support/property.ts';

/** The whole table, as it is defined. */
function fullTable(one: string, other: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= one.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= other.length; j++) {
      let cost = i === 0 ? j : j === 0 ? i : at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      cost = Math.min(cost, at(i - 1, j) + 1, (row[j - 1] ?? Number.POSITIVE_INFINITY) + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      }
      row.push(cost);
    }
  }
  return at(one.length, other.length);
}

test.each([
  ['popova', 'popvoa', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['', 'abc', 3],
])('%s and %s are %i apart', (one, other, distance) => {
  expect(editDistance(one, other, 9)).toBe(distance);
});

test('the bits give what the whole table gives, up to its bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      expect(editDistance(one, other, most)).toBe(Math.min(fullTable(one, other), most + 1));
    }),
    { numRuns: 1500 },
  );
});

test('long words are measured as well', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 25, maxLength: 36 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 20 }), (one, other, most) => {
      expect(editDistance(one, other, most)).toBe(Math.min(fullTable(one, other), most + 1));
      expect(editDistance(one, `${one.slice(0, 9)}${one.slice(10)}`, most)).toBe(1);
    }),
  );
});
