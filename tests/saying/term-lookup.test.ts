/** What letters rule out before fuse.js compares names, fuse.js would not have found. */
import { expect, test } from '@jest/globals';
import Fuse from 'fuse.js';
import type { VocabularyEntry } from '../../src/knowledge/vocabulary.ts';
import { createLookUp, FARTHEST } from '../../src/saying/term-lookup.ts';
import { fold } from '../../src/text/fold.ts';
import { fc } from '../support/property.ts';

const WORDS = [
  'labour',
  'migration',
  'Île',
  'skills',
  'digital',
  'économie',
  'Straße',
  'work',
  'and',
  'ageing',
  'AI',
];
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const names = fc.array(name, { minLength: 1, maxLength: 12 });

/** A text with letters taken out, put in and exchanged. */
const edits = fc.array(
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 2 }), fc.constantFrom('', 'x', 'e', 'tz')),
  {
    maxLength: 4,
  },
);
function edited(text: string, changes: readonly (readonly [number, number, string])[]): string {
  return changes.reduce((before, [at, gone, put]) => {
    const place = at % (before.length + 1);
    return before.slice(0, place) + put + before.slice(place + gone);
  }, text);
}

test('the same are near, in the same order, as when fuse.js compares all', () => {
  let found = 0;
  fc.assert(
    fc.property(names, fc.nat(), edits, fc.integer({ min: 1, max: 4 }), (known, asked, changes, limit) => {
      const entries = known.map(
        (one, place): VocabularyEntry => ({
          field: 'topic',
          value: `t${place}`,
          name: one,
          terms: [one],
        }),
      );
      const text = edited(fold(known[asked % known.length] ?? ''), changes);
      fc.pre(text !== '');
      const all = new Fuse(entries, { keys: ['name'], ignoreDiacritics: true, threshold: FARTHEST });
      const expected = all.search(text, { limit }).map(({ item }) => item.value);
      expect(createLookUp(entries)(text, limit).map(({ value }) => value)).toEqual(expected);
      found += expected.length;
    }),
    { numRuns: 1500 },
  );
  expect(found).toBeGreaterThan(100);
});

test('no entries, no names', () => {
  expect(createLookUp([])('labour migration', 3)).toEqual([]);
});
