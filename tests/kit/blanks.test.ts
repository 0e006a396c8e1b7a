import { expect, test } from '@jest/globals';
import { singleSpaced } from '../../src/kit/blanks.ts';
import { fc } from '../support/property.ts';

test('every run of white space is one blank, and none stands at the ends', () => {
  expect(singleSpaced(' a\u00a0\n b\tc ')).toBe('a b c');
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '\n', '\t', '\u00a0', '\u2003', '\u3000', '\ufeff'),
  });
  fc.assert(
    fc.property(text, (one) => {
      expect(singleSpaced(one)).toBe(
        one
          .split(/\s/)
          .filter((word) => word !== '')
          .join(' '),
      );
    }),
  );
});
