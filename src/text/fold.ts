/**
 * Folding: the one form under which spellings of a word meet. Compatibility forms are taken apart (NFKD), case and
 * the marks of Latin, Greek, Cyrillic, Arabic and Hebrew are dropped, letters that Unicode does not take apart
 * (ø, ł, ß …) become their plain Latin neighbours, letters that look and mean the same become one (Arabic and Persian
 * kaf), digits of every script become those of ASCII, invisible characters go.
 */
import { inOneAlphabet } from './look-alikes.ts';

/** Letters with no decomposition of their own in Unicode, after lower-casing; and those that mean the same as another. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ɨ: 'i',
  ĸ: 'k',
  ƙ: 'k',
  ł: 'l',
  ŋ: 'n',
  ɲ: 'n',
  ŧ: 't',
  ə: 'e',
  ɛ: 'e',
  ɓ: 'b',
  ƒ: 'f',
  ɣ: 'g',
  ɔ: 'o',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  ς: 'σ',
  // Persian, Urdu and Arabic: kaf, ya (with or without dots, as Egypt writes it), ha.
  ک: 'ك',
  ڪ: 'ك',
  ی: 'ي',
  ى: 'ي',
  ے: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ة',
  // The stroke that only lengthens an Arabic word.
  ـ: '',
};

const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
/** Combining marks that only modify a letter. Vowel signs of Indic and other scripts are letters of the word and stay. */
const MARKS = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f',
    '\\u0483-\\u0487', // Cyrillic
    '\\u0591-\\u05c7', // Hebrew
    '\\u0610-\\u061a\\u064b-\\u065f\\u0670', // Arabic
  ].join('')}]`,
  'g',
);
/** Soft hyphen, zero-width and bidirectional controls, variation selectors, byte order mark, other controls. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
/** Digits of other scripts; each script has its ten in a row. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /\p{Nd}/u;

/** True where every character is printable ASCII, so that lower-casing is all there is to do. */
function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e || code < 0x20) return false;
  }
  return true;
}

/** A digit of any script as one of ASCII. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && IS_DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** The Thai and Lao vowel am as the one letter that people type, which NFKC and NFKD take apart; behind a tone mark. */
function withAm(text: string): string {
  return text
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/\u0ecd([\u0ec8-\u0ecb]?)\u0eb2/g, '$1\u0eb3');
}

/** Compatibility forms as the characters that they stand for (NFKC), so that composed and decomposed letters are one. */
export function composed(text: string): string {
  return isPlainAscii(text) ? text : withAm(text.normalize('NFKC'));
}

/** Folds a text of any length; spaces and punctuation stay, new lines and tabs become spaces. */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase();
  const plain = text
    .replace(/\s/g, ' ')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(OTHER_DIGIT, asciiDigit);
  return withAm(inOneAlphabet(plain).normalize('NFC'));
}

/** Folds a term: without punctuation as well, so that `E-Learning` and `e learning` are one. */
export function foldTerm(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
