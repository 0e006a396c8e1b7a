/**
 * What kind of character stands at a place, so that a text can be split into words in one pass over its UTF-16
 * units. Kinds of the basic plane are remembered in one byte each, found when a character is first met.
 */

const SEPARATOR = 0;
/** A letter, or a mark that belongs to the letter before it. */
export const LETTER = 1;
export const DIGIT = 2;
/** Soft hyphens, zero-width and bidirectional controls: part of the word around them, never read. */
export const INVISIBLE = 3;
export const APOSTROPHE = 4;
/** Scripts without spaces between words: every character is a word of its own. */
export const IDEOGRAPH = 5;

type Kind = 0 | 1 | 2 | 3 | 4 | 5;

const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint);
  if (/['’‘＇]/.test(character)) return APOSTROPHE;
  if (/[\p{Cf}\p{Variation_Selector}]/u.test(character)) return INVISIBLE;
  if (/[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return IDEOGRAPH;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : SEPARATOR;
}

function classifyAscii(character: string): Kind {
  if (/[a-z]/i.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  return character === "'" ? APOSTROPHE : SEPARATOR;
}

// ASCII needs no look at the Unicode tables, which take some milliseconds to load.
for (let code = 0; code < 0x80; code++) kinds[code] = classifyAscii(String.fromCharCode(code));

/** The kind of a code point, as `codePointAt` gives it. A surrogate without its partner is a separator. */
export function kindOf(codePoint: number): Kind {
  if (codePoint > 0xffff) return classify(codePoint);
  let kind = kinds[codePoint] as Kind | typeof UNKNOWN;
  if (kind === UNKNOWN) {
    kind = classify(codePoint);
    kinds[codePoint] = kind;
  }
  return kind;
}
