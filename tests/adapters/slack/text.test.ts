/** Texts on their way to Slack: cleaned, cut between characters, escaped. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  boundary,
  clean,
  cut,
  escapeMrkdwn,
  escapeWithin,
  oneLine,
  unescapeMrkdwn,
} from '../../../adapters/slack/text.ts';
import { anyText, HOSTILE_TEXTS } from '../../support/answers.ts';

describe('clean', () => {
  test('keeps text, line breaks and tabs; drops controls, overrides and halves of characters', () => {
    expect(clean('a\r\nb\rc\td')).toBe('a\nb\nc\td');
    expect(clean('a\u0000\u001b[31mb\u0085c')).toBe('a[31mbc');
    expect(clean('\u202eabc\u202c \u2066x\u2069\ufeff')).toBe('abc x');
    expect(clean('\ud83d!')).toBe('!');
    expect(clean('👩‍👩‍👧 é 技')).toBe('👩‍👩‍👧 é 技');
  });

  test('oneLine leaves no line break', () => {
    fc.assert(fc.property(anyText(300), (text) => expect(oneLine(text)).not.toMatch(/[\n\t]| {2}|^ | $/)));
  });
});

describe('cut', () => {
  test('leaves short texts alone and marks what it cuts', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('ab…');
    expect(cut('ab cd', 4)).toBe('ab…');
  });

  test('is never longer than asked, and never ends within a character', () => {
    fc.assert(
      fc.property(anyText(400), fc.integer({ min: 1, max: 400 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        if (short !== text) expect(text.startsWith(short.slice(0, -1).trimEnd())).toBe(true);
      }),
    );
  });

  test('keeps clusters whole', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(cut(`${family}${family}`, family.length + 5)).toBe(`${family}…`);
    expect(cut('🇸🇬🇯🇵🇩🇪', 10)).toBe('🇸🇬🇯🇵…');
    expect(cut('cafe\u0301 noir', 6)).toBe('cafe\u0301…');
  });

  test('does not hang on a cluster without end', () => {
    const hostile = `a${'\u0301'.repeat(5000)}`;
    expect(cut(hostile, 100).length).toBeLessThanOrEqual(100);
    expect(boundary(hostile, 2000)).toBeGreaterThan(0);
  });
});

describe('escape', () => {
  test.each(HOSTILE_TEXTS)('%j comes back as it was and cannot act', (text) => {
    const escaped = escapeMrkdwn(text);
    expect(escaped).not.toMatch(/[<>]/);
    expect(unescapeMrkdwn(escaped)).toBe(text);
  });

  test('within a limit, never within an escape', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '&', 'a', '😀') }),
        fc.integer({ min: 8, max: 60 }),
        (text, limit) => {
          const escaped = escapeWithin(text, limit);
          expect(escaped.length).toBeLessThanOrEqual(limit);
          expect(escaped.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
        },
      ),
    );
  });
});
