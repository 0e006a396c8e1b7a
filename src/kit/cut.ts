/** Cutting text where a reader sees one character end: shared by all renderers, whatever their limits. */

/** Made when a text first needs it: reading its tables takes a start longer than all else in this folder. */
let graphemes: Intl.Segmenter | undefined;

/** Longer than any cluster that people write; so little is looked at that long texts stay quick. */
const CLUSTER = 64;

/**
 * The greatest offset up to `offset`, both in UTF-16 units, that does not stand within a character as a reader sees it.
 * Within a cluster that is longer than any real one it stands between two code points.
 */
export function boundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  // Below the combining marks nothing joins two characters but a carriage return and its line feed (UAX 29, GB3).
  if (before < 0x300 && after < 0x300 && (before !== 0x0d || after !== 0x0a)) return offset;
  const from = clusterFrom(text, Math.max(0, offset - CLUSTER));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const segment = graphemes.segment(text.slice(from, offset + CLUSTER)).containing(offset - from);
  const start = from + (segment?.index ?? offset - from);
  return start > from || from === 0 ? start : codePointStart(text, offset);
}

/** Length of one of the letters that flags are made of, two of them a flag; all begin with the same half. */
const FLAG_LETTER = 2;

/** A place to begin looking from: between two flags in a row of them, for which is one tells only how many letters come before. */
function clusterFrom(text: string, offset: number): number {
  const from = codePointStart(text, offset);
  let row = from;
  while (isFlagLetter(text, row - FLAG_LETTER)) row -= FLAG_LETTER;
  return from - ((from - row) % (2 * FLAG_LETTER));
}

function isFlagLetter(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

/** At most `limit` UTF-16 units, ending in an ellipsis where something was left out; '' where not even that fits. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return limit < 1 ? '' : `${text.slice(0, boundary(text, limit - 1)).trimEnd()}…`;
}

/** The offset, or the one before it where it would part the two halves of a code point. */
function codePointStart(text: string, offset: number): number {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? offset - 1 : offset;
}
