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
/** A letter or mark of a script that leaves no space between words: a run of them is segmented. */
export const UNSPACED = 5;

type Kind = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * What people write for an apostrophe: typewriter and curly quotes, the letters of Hawaiian, Uzbek and transliterated Arabic,
 * prime, accents that stand alone, the Hebrew geresh and the Armenian one.
 */
export const APOSTROPHES = "'’‘‛＇ʼʻʽʾʿʹˈ՚׳′`´ꞌ";
const IS_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`);
const ALL_APOSTROPHES = new RegExp(`[${APOSTROPHES}]`, 'g');

/** Han, kana, Thai, Lao, Khmer and Burmese, with what these scripts share. */
const OF_UNSPACED_SCRIPT =
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script_Extensions=Myanmar}]/u;
const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint);
  if (IS_APOSTROPHE.test(character)) return APOSTROPHE;
  if (/[\p{Cf}\p{Variation_Selector}]/u.test(character)) return INVISIBLE;
  if (/[\p{L}\p{M}\p{Nl}]/u.test(character))
    return OF_UNSPACED_SCRIPT.test(character) ? UNSPACED : /\p{Nl}/u.test(character) ? DIGIT : LETTER;
  return /\p{N}/u.test(character) ? DIGIT : SEPARATOR;
}

function classifyAscii(character: string): Kind {
  if (/[a-z]/i.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  return IS_APOSTROPHE.test(character) ? APOSTROPHE : SEPARATOR;
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

/** A text without its apostrophes, whichever way they are written. */
export function withoutApostrophes(text: string): string {
  return text.replace(ALL_APOSTROPHES, '');
}

/** True for a word of a script that leaves no space between words, as `tokenize` gives it. */
export function isUnspaced(word: string): boolean {
  return kindOf(word.codePointAt(0) ?? 0) === UNSPACED;
}

const HANGUL = /^\p{Script=Hangul}/u;

/** True for a word of a script in which words stand within longer ones: one without spaces, or Korean with its endings. */
export function standsWithin(word: string): boolean {
  return word.charCodeAt(0) > 0x7f && (isUnspaced(word) || HANGUL.test(word));
}

/** Words as a text: those of scripts without spaces stand beside each other as they were before they were told apart. */
export function runningText(words: readonly string[]): string {
  let text = '';
  for (const [place, word] of words.entries()) {
    const joins = place > 0 && isUnspaced(word) && isUnspaced(words[place - 1] ?? '');
    text += place === 0 || joins ? word : ` ${word}`;
  }
  return text;
}
