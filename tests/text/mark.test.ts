import { describe, expect, test } from '@jest/globals';
import { analyse, termsOf, tokenize } from '../../src/text/analyse.ts';
import { mark } from '../../src/text/mark.ts';
import { anyCharacters, fc } from '../support/property.ts';

const show = (text: string, wanted: Parameters<typeof mark>[1]): string[] =>
  mark(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('marking', () => {
  test('finds the forms of a word in the original text', () => {
    expect(show('Skills, skilled workers; the worker’s SKILL.', termsOf('skill worker'))).toEqual([
      'Skills',
      'skilled',
      'workers',
      'worker',
      'SKILL',
    ]);
    expect(show('😀 Café-society of 450,000 in Köln', termsOf('cafe 450000 koln'))).toEqual([
      'Café',
      '450,000',
      'Köln',
    ]);
  });

  test('a phrase is one span', () => {
    const phrase = analyse('future of work');
    expect(show('The future of work, and work in the future of our work.', [phrase])).toEqual([
      'future of work',
    ]);
    expect(show('Youth and the future of work', [phrase, ...termsOf('work youth')])).toEqual([
      'Youth',
      'future of work',
    ]);
  });

  test('nothing wanted, nothing marked', () => {
    expect(mark('text', [])).toEqual([]);
    expect(mark('', ['text'])).toEqual([]);
    expect(mark('text', [[], ''])).toEqual([]);
  });
});

test('spans lie on word bounds, in order, apart, and cover every wanted word and no other', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'skills ',
      'Work',
      ' work ',
      'é',
      '😀',
      '-',
      "'s ",
      'future of work ',
      'e-learning ',
      '\ud83d',
      ' ',
    ),
    anyCharacters(3),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((parts) => parts.join('')),
      (text) => {
        const wanted = [...termsOf('skill work learn'), analyse('future of work')];
        const spans = mark(text, wanted);
        const words = tokenize(text);
        let last = -1;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThan(last);
          expect(words.some((word) => word.start === start)).toBe(true);
          expect(words.some((word) => word.end === end)).toBe(true);
          expect(termsOf(text.slice(start, end)).some((term) => wanted.includes(term))).toBe(true);
          last = end - 1;
        }
        for (const { term, start, end } of analyse(text)) {
          if (wanted.includes(term))
            expect(spans.some((span) => span.start <= start && span.end >= end)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});
