/** Columns in a terminal, as Unicode's East Asian Width has them. */
import { expect, test } from '@jest/globals';
import { columnsOf } from '../../src/answer/columns.ts';

test.each([
  ['', 0],
  ['plain words', 11],
  ['Düll, naïve', 11],
  ['e\u0302\u0303', 1],
  ['мигрант مهارات', 14],
  ['技能認定', 8],
  ['技能 skills', 11],
  ['カタカナ ひらがな', 17],
  ['ｶﾀｶﾅ', 4],
  ['ｶﾞ', 2],
  ['한국어', 6],
  ['한', 2],
  ['ＡＢＣ（１）', 12],
  ['😀', 2],
  ['👩‍👩‍👧‍👦', 2],
  ['🇸🇬', 2],
  ['☎️', 2],
  ['€ ∑ – …', 7],
  ['a\u200b\u2060b\ufeff', 2],
  ['\u001b[1m技能\u001b[0m', 4],
])('%j takes %i', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});
