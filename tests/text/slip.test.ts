import { describe, expect, test } from '@jest/globals';
import { isLikelySlip } from '../../src/text/slip.ts';

describe('what may be taken for a slip', () => {
  test.each([
    ['japn', 'japan', 'name', true],
    ['noon', 'non', 'term', false],
    ['taxes', 'takes', 'text', false],
    ['gendtr', 'gender', 'term', true],
    ['gendtr', 'gender', 'text', false],
    ['sistems', 'systems', 'text', true],
    ['proposed', 'promoted', 'text', false],
    ['trasnparency', 'transparency', 'text', true],
  ] as const)('%s for %s, a word of a %s: %s', (typed, known, kind, isSlip) => {
    expect(isLikelySlip(typed, known, kind)).toBe(isSlip);
  });
});
