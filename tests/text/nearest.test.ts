/**
 * "Did you mean" finds what is nearest, held to a plain and slow distance.
 */
import { describe, expect, test } from '@jest/globals';
import { nearest } from '../../src/text/nearest.ts';
import { fc } from '../support/property.ts';

/** The definition, without any table: the last letters agree, or one of four edits was made. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    slowDistance(shortA, b) + 1,
    slowDistance(a, shortB) + 1,
    slowDistance(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    ways.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 6 });

describe('the nearest word', () => {
  test('is as near as any other, and never farther than a third of the letters', () => {
    fc.assert(
      fc.property(short, fc.array(short, { maxLength: 6 }), (word, known) => {
        const limit = Math.max(1, Math.floor(word.length / 3));
        const least = Math.min(...known.map((candidate) => slowDistance(word, candidate)));
        const found = nearest(word, known);
        if (least > limit) expect(found).toBeUndefined();
        else expect(slowDistance(word, found ?? '')).toBe(least);
      }),
    );
  });

  test('is found for slips of the keyboard', () => {
    const known = ['labour-migration', 'skills-shortages', 'gender-equality'];
    expect(nearest('labor-migration', known)).toBe('labour-migration');
    expect(nearest('skils-shortage', known)).toBe('skills-shortages');
    expect(nearest('Gender-Equality', known)).toBe('gender-equality');
    expect(nearest('fisheries', known)).toBeUndefined();
  });
});
