/** Texts on their way to Slack: cleaned and escaped. */
import { describe, expect, test } from '@jest/globals';
import { clean, escapeMrkdwn, escapeWithin, oneLine, unescapeMrkdwn } from '../../../adapters/slack/text.ts';
import { anyText, HOSTILE_TEXTS } from '../../support/answers.ts';
import { fc } from '../../support/property.ts';

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
