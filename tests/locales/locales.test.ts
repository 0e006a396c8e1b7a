/** Which catalogue a reader is answered from. */
import { describe, expect, test } from '@jest/globals';
import { list, plural } from '../../src/locales/en/plural.ts';
import { catalogueFor, LOCALES } from '../../src/locales/locales.ts';
import { PSEUDO } from '../support/pseudo.ts';

const english = catalogueFor('en');

test.each(['en', 'en-GB', 'en-US', 'en-Latn-US', 'fr', 'x', '', '-', 'constructor', 'e'.repeat(10_000)])(
  'a reader of "%s" is answered in English, the only language that there is',
  (tag) => {
    expect(catalogueFor(tag)).toBe(english);
  },
);

test('the closest catalogue of several is taken', () => {
  const locales = new Map([...LOCALES, ['pt', PSEUDO], ['pt-BR', english]]);
  expect(catalogueFor('pt-BR', locales)).toBe(english);
  expect(catalogueFor('pt-PT', locales)).toBe(PSEUDO);
  expect(catalogueFor('pt', locales)).toBe(PSEUDO);
  expect(catalogueFor('fr', locales)).toBe(english);
});

describe('English numbers and lists', () => {
  test.each([
    [0, '0 entries'],
    [1, '1 entry'],
    [999, '999 entries'],
    [1_000, '1,000 entries'],
    [1_234_567, '1,234,567 entries'],
  ])('%d', (count, text) => {
    expect(plural(count, 'entry', 'entries')).toBe(text);
    expect(text.startsWith(count.toLocaleString('en'))).toBe(true);
  });

  test('a list has one "and"', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
