/**
 * The letters of a word as bits: a quick way to rule out words that cannot be few edits apart, because one edit takes
 * away at most one letter and brings at most one.
 */

/** One bit for each letter that the word has; letters outside a-z share the bits that are left. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    letters |= 1 << (code >= 0x61 && code <= 0x7a ? code - 0x61 : 26 + (code % 6));
  }
  return letters;
}

/** Number of bits set, added up in pairs, fours and bytes. */
export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
