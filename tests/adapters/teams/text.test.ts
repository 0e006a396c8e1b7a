/** Text on its way into a card: harmless, cut at the bounds of characters, divided at marks. */
import { describe, expect, test } from '@jest/globals';
import { clipMarked, harmless, oneLine, stretches } from '../../../adapters/teams/text.ts';
import { anyMarkedText } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';

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

describe('clipMarked', () => {
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
