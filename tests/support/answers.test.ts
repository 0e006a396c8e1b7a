/** The builders of Answers keep the promises that renderers' tests rely on. */
import { describe, expect, test } from '@jest/globals';
import { answerWith, anyAnswer, LONGEST_LINE, largestAnswer, marked, page } from './answers.ts';
import { fc } from './property.ts';

describe('builders', () => {
  test('mark the words that are named, in order', () => {
    expect(marked('skills for decent skills', 'decent', 'skills', 'absent').marks).toEqual([
      [0, 6],
      [11, 17],
    ]);
  });

  test('lead from page to page and end at the ends', () => {
    expect(page(1, 3).previous).toBeUndefined();
    expect(page(2, 3).previous).toBe('recommendations topic:skills');
    expect(page(2, 3).next).toBe('recommendations topic:skills page:3');
    expect(page(3, 3).next).toBeUndefined();
  });

  test('give every item its own id and paragraph', () => {
    const items = answerWith(100).items;
    expect(new Set(items.map((one) => one.id)).size).toBe(100);
    expect(items[41]?.evidence[0]?.label).toContain('¶42');
  });
});

describe('arbitrary Answers', () => {
  test('are well-formed: lines within their cap, spans in order within their text', () => {
    fc.assert(
      fc.property(anyAnswer(), (value) => {
        const lines = [...value.items.map((one) => one.line), ...value.choices.map((one) => one.line)];
        for (const line of lines) {
          expect(line.length).toBeGreaterThan(0);
          expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
          expect(line).not.toMatch(/[\n\p{Surrogate}]/u);
        }
        for (const { text, marks } of value.items.flatMap((one) => [one.title, one.text])) {
          let end = 0;
          for (const [from, to] of marks) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('reach the extremes that they promise', () => {
    const samples = fc.sample(anyAnswer(), { numRuns: 300, seed: 7 });
    expect(samples.some((one) => one.items.length === 0)).toBe(true);
    expect(samples.some((one) => one.items.length >= 50)).toBe(true);
    expect(samples.some((one) => one.items.some((each) => each.text.text.length > 5000))).toBe(true);
    expect(samples.some((one) => one.title === '')).toBe(true);
    expect(largestAnswer().items).toHaveLength(100);
  });
});
