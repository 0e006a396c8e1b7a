/** Text on its way into a card: harmless, cut at the bounds of characters, divided at marks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundary, clip, clipMarked, harmless, oneLine, stretches } from '../../../adapters/teams/text.ts';
import { anyMarkedText, anyText } from '../../support/answers.ts';

const FAMILY = '👩‍👩‍👧‍👦';

describe('harmless', () => {
  test.each([
    ['${toUpper("x")}', /\$\{/u],
    ['{{DATE(2026-01-01T00:00:00Z)}}', /\{\{/u],
    ['{{{{', /\{\{/u],
    ['a\u202eb\u2066c', /[\u202e\u2066]/u],
    ['a\u0000b\u0007c', /[\u0000\u0007]/u],
  ])('takes from %j what a client would act on', (text, dangerous) => {
    expect(text).toMatch(dangerous);
    expect(harmless(text)).not.toMatch(dangerous);
  });

  test('leaves ordinary text as it is, line breaks included', () => {
    for (const text of ['Düll, 技能 & مهارات', 'one\ntwo', '{a}', '$5', `${FAMILY} {`]) {
      expect(harmless(text)).toBe(text);
    }
  });

  test('makes halves of characters whole', () => {
    expect(harmless('a\ud83d')).toBe('a\ufffd');
  });
});

describe('clip', () => {
  test('leaves short text alone and ends a cut one with an ellipsis', () => {
    expect(clip('short', 5)).toBe('short');
    expect(clip('a longer text', 9)).toBe('a longer…');
  });

  test('cuts no cluster in two', () => {
    expect(clip(`ab${FAMILY}cd`, 8)).toBe('ab…');
    expect(clip('🇸🇬🇩🇪🇸🇬', 6)).toBe('🇸🇬…');
    expect(clip('é̂̃xyz', 3)).toBe('…');
  });

  test('cuts a cluster of absurd length at a code point', () => {
    const tower = `a${'\u0301'.repeat(5000)}`;
    const cut = clip(tower, 100);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut.length).toBeGreaterThan(50);
  });

  test('never exceeds its length, never leaves half a character, and keeps a beginning', () => {
    fc.assert(
      fc.property(anyText(2000), fc.integer({ min: 1, max: 300 }), (text, most) => {
        const cut = clip(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('finds boundaries that the segmenter of the whole text agrees with', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', FAMILY, '🇸🇬', '技', 'é̂', '\r\n'), { maxLength: 60 }),
        fc.nat(400),
        (units, at) => {
          const text = units.join('');
          const offsets = [...segmenter.segment(text)].map((one) => one.index);
          const expected = at >= text.length ? text.length : offsets.filter((one) => one <= at).at(-1);
          // Flags in a row have boundaries that depend on how many came before; the window sees 16 of them.
          fc.pre(!/(?:\p{RI}){30}/u.test(text));
          expect(boundary(text, at)).toBe(expected);
        },
      ),
    );
  });

  test('drops marks with the words that they marked', () => {
    const cut = clipMarked(
      {
        text: 'migration and more migration',
        marks: [
          [0, 9],
          [19, 28],
        ],
      },
      14,
    );
    expect(cut).toEqual({ text: 'migration and…', marks: [[0, 9]] });
    expect(clipMarked({ text: 'all of it marked', marks: [[0, 16]] }, 7).marks).toEqual([[0, 6]]);
  });
});

describe('stretches', () => {
  test('divides at the marks', () => {
    expect(stretches({ text: 'decent work now', marks: [[7, 11]] })).toEqual([
      { text: 'decent ', marked: false },
      { text: 'work', marked: true },
      { text: ' now', marked: false },
    ]);
  });

  test('widens a mark that cuts a character in two', () => {
    expect(stretches({ text: 'a😀b', marks: [[0, 2]] })).toEqual([
      { text: 'a😀', marked: true },
      { text: 'b', marked: false },
    ]);
  });

  test('loses nothing, adds nothing, cuts no character, whatever the marks', () => {
    fc.assert(
      fc.property(anyMarkedText(500), (marked) => {
        const parts = stretches(marked);
        expect(parts.map((one) => one.text).join('')).toBe(marked.text);
        for (const part of parts) {
          expect(part.text).not.toBe('');
          expect(part.text).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

test('oneLine folds blanks and line breaks', () => {
  expect(oneLine('  a\n\n b\tc ')).toBe('a b c');
});
