/** Texts are cut where a reader sees a character end. */
import { describe, expect, test } from '@jest/globals';
import { boundary, cut } from '../../src/kit/cut.ts';
import { anyText } from '../support/answers.ts';
import { fc } from '../support/property.ts';

const FAMILY = '👩‍👩‍👧‍👦';

describe('cut', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab cd', 4, 'ab…'],
    ['a longer text', 9, 'a longer…'],
    [`ab${FAMILY}cd`, 8, 'ab…'],
    [`${FAMILY}${FAMILY}`, FAMILY.length + 5, `${FAMILY}…`],
    [`${FAMILY}x`, 5, '…'],
    ['🇸🇬🇯🇵🇩🇪', 10, '🇸🇬🇯🇵…'],
    ['cafe\u0301 noir', 6, 'cafe\u0301…'],
    ['é̂̃xyz', 3, '…'],
    ['abc', 0, ''],
  ])('%j within %i is %j', (text, limit, expected) => {
    expect(cut(text, limit)).toBe(expected);
  });

  test('is never longer than asked, never ends within a character, and keeps a beginning', () => {
    fc.assert(
      fc.property(anyText(2000), fc.integer({ min: 1, max: 300 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('cuts a cluster of absurd length at a code point, quickly', () => {
    const tower = `a${'\u0301'.repeat(5000)}`;
    const short = cut(tower, 100);
    expect(short.length).toBeLessThanOrEqual(100);
    expect(short.length).toBeGreaterThan(50);
    expect(boundary(tower, 2000)).toBe(2000);
  });
});

test('a flag is never cut in half, however many stand in a row', () => {
  const flags = '🇸🇬🇯🇵🇩🇪🇫🇷'.repeat(200);
  for (let limit = 1; limit < 400; limit += 1) {
    for (const before of ['', 'a', FAMILY]) {
      const kept = cut(`${before}${flags}`, limit + before.length).slice(before.length, -1);
      expect([limit, kept.length % 4]).toEqual([limit, 0]);
      expect(flags.startsWith(kept)).toBe(true);
    }
  }
});

test('the boundaries are those that the segmenter finds in the whole text', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', FAMILY, '🇸🇬', '技', 'é̂', '\r\n'), { maxLength: 60 }),
      fc.nat(400),
      (units, at) => {
        const text = units.join('');
        const offsets = [...segmenter.segment(text)].map((one) => one.index);
        const expected = at >= text.length ? text.length : offsets.filter((one) => one <= at).at(-1);
        expect(boundary(text, at)).toBe(expected);
      },
    ),
  );
});
