/**
 * Folding: the one form under which spellings of a word meet. Compatibility forms are taken apart (NFKD), case and
 * the marks of Latin, Greek, Cyrillic, Arabic and Hebrew are dropped, letters that Unicode does not take apart
 * (ø, ł, ß …) become their plain Latin neighbours, invisible characters go.
 */

/** Letters with no decomposition of their own in Unicode, after lower-casing. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  ς: 'σ',
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

/** True where every character is printable ASCII, so that lower-casing is all there is to do. */
function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e || code < 0x20) return false;
  }
  return true;
}

/** Folds a text of any length; spaces and punctuation stay, new lines and tabs become spaces. */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase();
  return text
    .replace(/\s/g, ' ')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** Folds a term: without punctuation as well, so that `E-Learning` and `e learning` are one. */
export function foldTerm(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
