import { expect, test } from '@jest/globals';
import { createWordTable } from '../../../src/archive/text/word-table.ts';
import { fc } from '../../support/property.ts';

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 1,
  maxLength: 12,
});

test('finds in a text what a map of its words would, in any case', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 200 }),
      fc.array(word, { maxLength: 20 }),
      fc.boolean(),
      (known, others, isLoud) => {
        const table = createWordTable();
        const map = new Map(known.map((one, place) => [one, place * 3]));
        for (const [one, number] of map) table.add(one, number);
        const asked = [...known, ...others];
        const text = isLoud ? asked.join(' ').toUpperCase() : asked.join(' ');
        let at = 0;
        for (const one of asked) {
          expect(table.find(text, at, at + one.length)).toBe(map.get(one) ?? -1);
          at += one.length + 1;
        }
      },
    ),
  );
});

test('grows with its words', () => {
  const table = createWordTable();
  const name = (number: number): string =>
    number.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string);
  const words = [...new Set(Array.from({ length: 20_000 }, (_, number) => name(number)))];
  for (const [number, one] of words.entries()) table.add(one, number);
  expect(words.every((one, number) => table.find(one, 0, one.length) === number)).toBe(true);
});
